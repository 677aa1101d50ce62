import type { ImportState } from '../../../shared/api/account.ts'
import type { Context } from '../../context.ts'
import { limits } from '../../limits.ts'
import { failedRows, type ImportRow } from './queries.ts'

/** An import as its owner sees it, with what could not come and why. */
export function presentImport(ctx: Context, row: ImportRow): ImportState {
  const failures = row.failed > 0 ? failedRows(ctx.db, { importId: row.id, most: limits.importFailures }) : []
  return {
    id: String(row.id),
    type: row.type,
    mode: row.overwrite === 1 ? 'overwrite' : 'merge',
    created_at: new Date(row.createdAt).toISOString(),
    finished_at: row.finishedAt === null ? null : new Date(row.finishedAt).toISOString(),
    total: row.total,
    done: row.total - row.waiting,
    came: row.total - row.waiting - row.failed,
    failures: failures.map(({ data, problem }) => ({
      // it was written down by ourselves
      what: (JSON.parse(data) as { what: string }).what,
      why: problem ?? '',
    })),
  }
}
