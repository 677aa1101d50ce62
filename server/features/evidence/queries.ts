import { z } from 'zod'
import { ranged } from '../../db/range.ts'
import { many, one, write } from '../../db/sql.ts'

const columns = `id AS cursor, content, kept_until AS keptUntil` as const
const row = z.object({
  cursor: z.int(),
  /** Sealed; see `Content` in seal.ts. */
  content: z.instanceof(Buffer),
  keptUntil: z.int(),
})
/** A bundle as stored. */
export type BundleRow = z.infer<typeof row>

/** Keeps a bundle. */
export const insertBundle = write(
  `INSERT INTO evidence_bundles (id, account_id, content, created_at, kept_until)
   VALUES (@id, @me, @content, @now, @keptUntil)`,
)

/** What somebody kept. */
export const bundlesOf = ranged(
  row,
  `SELECT ${columns} FROM evidence_bundles WHERE account_id = @me AND kept_until > @now`,
  'id',
)

/** One bundle of somebody. */
export const bundleOf = one(
  row,
  `SELECT ${columns} FROM evidence_bundles WHERE id = @id AND account_id = @me AND kept_until > @now`,
)

/** What somebody kept last. */
export const newestBundle = one(
  z.object({ id: z.int() }),
  `SELECT id FROM evidence_bundles WHERE account_id = @me AND kept_until > @now ORDER BY id DESC LIMIT 1`,
)

/** How many bundles somebody keeps. */
export const countBundles = one(
  z.object({ count: z.int() }),
  `SELECT count(*) AS count FROM evidence_bundles WHERE account_id = @me AND kept_until > @now`,
)

/** Keeps a bundle until another time. */
export const renewBundle = write(
  `UPDATE evidence_bundles SET kept_until = @keptUntil WHERE id = @id AND account_id = @me AND kept_until > @now`,
)

/** Deletes a bundle of somebody. */
export const removeBundle = write(`DELETE FROM evidence_bundles WHERE id = @id AND account_id = @me`)

/** Deletes bundles whose time is over. */
export const forgetBundles = write(`DELETE FROM evidence_bundles WHERE kept_until <= @now`)

/** Keeps a picture with a bundle, once. */
export const insertPicture = write(
  `INSERT OR IGNORE INTO evidence_pictures (bundle_id, sha256, content) VALUES (@bundleId, @hash, @content)`,
)

/** A picture of somebody's bundle, sealed. */
export const pictureOf = one(
  z.object({ content: z.instanceof(Buffer) }),
  `SELECT evidence_pictures.content FROM evidence_pictures JOIN evidence_bundles ON evidence_bundles.id = bundle_id
   WHERE bundle_id = @id AND sha256 = @hash AND account_id = @me AND kept_until > @now`,
)

/** Which of `ids` (a JSON list) were written to somebody by name. */
export const receivedOf = many(
  z.object({ statusId: z.int() }),
  `SELECT status_id AS statusId FROM mentions WHERE account_id = @me
     AND status_id IN (SELECT value FROM json_each(@ids))`,
)

/** What several posts said before their last edit, from their first words on; `ids` is a JSON list. */
export const earlierOf = many(
  z.object({ statusId: z.int(), text: z.string(), spoilerText: z.string(), createdAt: z.int(), media: z.string() }),
  `SELECT status_edits.status_id AS statusId, status_edits.text, status_edits.spoiler_text AS spoilerText,
     status_edits.created_at AS createdAt, status_edits.media
   FROM status_edits JOIN statuses ON statuses.id = status_edits.status_id
   WHERE status_edits.status_id IN (SELECT value FROM json_each(@ids))
     AND status_edits.created_at < statuses.edited_at
   ORDER BY status_edits.id`,
)

/** What the servers of some posts (a JSON list) said, deflated, and whether their authors' signatures were checked. */
export const documentsOf = many(
  z.object({ statusId: z.int(), document: z.instanceof(Buffer), signed: z.int(), heardAt: z.int() }),
  `SELECT status_id AS statusId, document, signed, heard_at AS heardAt FROM status_documents
   WHERE status_id IN (SELECT value FROM json_each(@ids))`,
)
