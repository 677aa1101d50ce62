import type { Program } from '../../../shared/api/account.ts'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { dropGrantsOfProgram, dropTokensOfProgram, type ProgramRow, tokensOfPrograms } from './queries.ts'

const iso = (time: number) => new Date(time).toISOString()

/** What one program holds, from all its tokens together. */
function presentProgram(id: number, tokens: readonly ProgramRow[]): Program {
  const [newest] = tokens
  const used = tokens.flatMap(({ usedAt }) => usedAt ?? [])
  return {
    id: String(id),
    name: newest?.name ?? '',
    website: newest?.website ?? null,
    scopes: [...new Set(tokens.flatMap(({ scopes }) => scopes.split(' ')))],
    created_at: iso(newest?.createdAt ?? 0),
    used_at: used.length > 0 ? iso(Math.max(...used)) : null,
  }
}

/** The programs that somebody has let in, the one of last first. */
export const presentPrograms = (ctx: Context, { accountId }: Viewer): Program[] =>
  [...Map.groupBy(tokensOfPrograms(ctx.db, { accountId }), ({ id }) => id)].map(([id, tokens]) =>
    presentProgram(id, tokens),
  )

/** Shuts a program out: its tokens, and codes that it has not used. Throws 404 for one that was not let in. */
export function shutOut(ctx: Context, { accountId }: Viewer, appId: number): void {
  ctx.transact(() => {
    dropGrantsOfProgram(ctx.db, { accountId, appId })
    if (dropTokensOfProgram(ctx.db, { accountId, appId }) === 0) throw notFound('This program is not let in any more.')
  })
}
