import { z } from 'zod'
import { many, one, write } from '../../../db/sql.ts'

const columns = `id, kind, subject, content, sha256, by_id AS byId, state, created_at AS createdAt` as const
const row = z.object({
  id: z.int(),
  kind: z.string(),
  subject: z.string(),
  content: z.instanceof(Buffer),
  sha256: z.string(),
  byId: z.int().nullable(),
  state: z.string(),
  createdAt: z.int(),
})
/** A proposal about servers as stored. */
export type ServerProposalRow = z.infer<typeof row>

/** What waits for a second person, the oldest first. */
export const openServerProposals = many(
  row,
  `SELECT ${columns} FROM moderation_proposals WHERE subject IS NOT NULL AND state = 'open' AND created_at > 0
   ORDER BY created_at LIMIT @most`,
)

/** What was proposed since a time, however it ended. */
export const serverProposalsSince = many(
  row,
  `SELECT ${columns} FROM moderation_proposals WHERE subject IS NOT NULL AND created_at > @since
   ORDER BY created_at LIMIT @most`,
)

/** One of them that waits. */
export const openServerProposal = one(
  row,
  `SELECT ${columns} FROM moderation_proposals WHERE id = @id AND subject IS NOT NULL AND state = 'open'`,
)

/** Ends one whose words are these; changes nothing where somebody was faster. */
export const endServerProposal = write(
  `UPDATE moderation_proposals SET state = @state, decided_by = @by, decided_at = @now, answer = @answer
   WHERE id = @id AND state = 'open' AND sha256 = @sha`,
)

/** It holds no longer while it waits. */
export const setKept = write(
  `UPDATE moderation_proposals SET content = @content, sha256 = @sha, changed_at = @now WHERE id = @id AND state = 'open'`,
)
