import { z } from 'zod'
import type { ImportState } from '../../../shared/api/account.ts'
import type { Context } from '../../context.ts'
import { conflict, forbidden, invalidFields, notFound } from '../../core/errors.ts'
import type { Upload } from '../../http/body.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentImport } from './present.ts'
import {
  deleteImport,
  deleteOldImports,
  importById,
  importsOf,
  insertImport,
  insertRows,
  unfinishedOf,
} from './queries.ts'
import { importTypes, readFile } from './read.ts'

/** A list to bring along; `overwrite` also takes away what is not in it. */
export const importForm = z.object({ type: z.enum(importTypes), mode: z.enum(['merge', 'overwrite']).default('merge') })

/** Takes a list in, to be worked off by a job. Throws 409 while another one runs, 403, 422. */
export function beginImport(
  ctx: Context,
  viewer: Viewer,
  { type, mode }: z.infer<typeof importForm>,
  file: Upload | undefined,
): ImportState {
  const { accountId } = viewer
  if (type === 'following' && !viewer.acceptedRules) {
    const url = `${ctx.config.publicUrl}/rules/accept`
    throw forbidden(`Please accept the updated rules: ${url}`, { code: 'rules_not_accepted' })
  }
  if (!file) throw invalidFields({ data: [{ error: 'ERR_BLANK', description: 'Choose a file.' }] })
  const rows = readFile(type, file.bytes)
  return ctx.transact(() => {
    if (unfinishedOf(ctx.db, { accountId })) throw conflict('Another list is still on its way. Wait until it is here.')
    const id = ctx.newId()
    insertImport(ctx.db, { id, accountId, type, overwrite: mode === 'overwrite' ? 1 : 0, now: ctx.now() })
    insertRows(ctx.db, { importId: id, rows: JSON.stringify(rows.map((row) => JSON.stringify(row))) })
    ctx.queue.add('runImport', { importId: id })
    return readImport(ctx, viewer, id)
  })
}

/** One of one's own imports, with what could not come. Throws 404. */
export function readImport(ctx: Context, { accountId }: Viewer, id: number): ImportState {
  const row = importById(ctx.db, { id })
  if (row?.accountId !== accountId) throw notFound()
  return presentImport(ctx, row)
}

/** One's own imports, the newest first. */
export const readImports = (ctx: Context, { accountId }: Viewer): ImportState[] =>
  importsOf(ctx.db, { accountId }).map((row) => presentImport(ctx, row))

/** Stops and forgets an import; what came already stays. Throws 404. */
export function forgetImport(ctx: Context, { accountId }: Viewer, id: number): void {
  if (deleteImport(ctx.db, { id, accountId }) === 0) throw notFound()
}

/** Forgets imports of long ago. */
export const sweepImports = (ctx: Context) => deleteOldImports(ctx.db, { until: ctx.now() - limits.importKept })
