import { z } from 'zod'
import { many, write } from '../../db/sql.ts'

/** The community's topics for content warnings, in its order. */
export const warningTopics = many(
  z.object({
    slug: z.string(),
    label: z.string(),
    kind: z.enum(['sensitive', 'courtesy', 'spoiler']),
    guidance: z.string(),
  }),
  `SELECT slug, label, kind, guidance FROM warning_topics ORDER BY position`,
)

/** Adds a topic. */
export const insertWarningTopic = write(
  `INSERT INTO warning_topics (slug, label, kind, guidance, position)
   VALUES (@slug, @label, @kind, @guidance, @position)`,
)
