import { z } from 'zod'
import { many, one, write } from '../../db/sql.ts'

const columns = `slug, title, draft, published, published_at AS publishedAt, reviewed_at AS reviewedAt,
  review_due AS reviewDue, public, updated_at AS updatedAt` as const

const paperRow = z.object({
  slug: z.string(),
  title: z.string(),
  draft: z.string(),
  published: z.string().nullable(),
  publishedAt: z.int().nullable(),
  reviewedAt: z.int().nullable(),
  reviewDue: z.int().nullable(),
  public: z.int(),
  updatedAt: z.int(),
})
/** A paper as stored, times in ms. */
export type PaperRow = z.infer<typeof paperRow>

/** All papers. */
export const allPapers = many(paperRow, `SELECT ${columns} FROM documents ORDER BY slug`)
/** One paper. */
export const paperBySlug = one(paperRow, `SELECT ${columns} FROM documents WHERE slug = @slug`)
/** Keeps the words of a paper. */
export const putPaper = write(
  `INSERT INTO documents (slug, title, draft, public, updated_at, updated_by)
   VALUES (@slug, @title, @draft, @public, @now, @accountId)
   ON CONFLICT (slug) DO UPDATE SET title = excluded.title, draft = excluded.draft, public = excluded.public,
     updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
)
/** Makes the draft what is read. */
export const publishPaper = write(
  `UPDATE documents SET published = draft, published_at = @now, reviewed_at = @now, review_due = @due,
     updated_by = @accountId WHERE slug = @slug`,
)
/** Notes that somebody looked at it, and when somebody looks again. */
export const reviewPaper = write(
  `UPDATE documents SET reviewed_at = @now, review_due = @due, updated_by = @accountId WHERE slug = @slug`,
)
/** Papers that somebody has to look at again by now, and nobody was told. */
export const papersDue = many(
  z.object({ slug: z.string() }),
  `SELECT slug FROM documents WHERE published IS NOT NULL AND review_due <= @now
     AND coalesce(told_due, 0) <> review_due`,
)
/** Published papers that somebody had to look at again by now, the longest overdue first. */
export const overduePapers = many(
  paperRow.pick({ slug: true, title: true, reviewedAt: true }).extend({ reviewDue: z.int() }),
  `SELECT slug, title, reviewed_at AS reviewedAt, coalesce(review_due, 0) AS reviewDue FROM documents
   WHERE published IS NOT NULL AND review_due <= @now ORDER BY review_due LIMIT @most`,
)
/** Notes that it was told. */
export const noteTold = write(`UPDATE documents SET told_due = review_due WHERE slug = @slug`)
/** Takes a paper away. */
export const deletePaper = write(`DELETE FROM documents WHERE slug = @slug`)
