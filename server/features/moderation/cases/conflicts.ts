import type { Conflict } from '../../../../shared/api/moderation-team.ts'
import type { Context } from '../../../context.ts'
import { forbidden } from '../../../core/errors.ts'
import { limits } from '../../../limits.ts'
import { readRelations } from '../../../policies/relations.ts'
import type { Role } from '../../../policies/viewer.ts'
import { rolesOf } from '../../accounts/queries.ts'
import { mediatedBefore } from '../../mediation/matching/queries.ts'
import { type CaseRow, reportedSince, reportersOf } from './queries.ts'

/** Whom a case is between: whom it is about, and who reported. */
export type Parties = { targetId: number | null; reporterIds: readonly number[] }

/** The name under which somebody has a part in mediations; nobody reads it without the server's key. */
const nameOf = (ctx: Context, accountId: number) => ctx.vault.fingerprint('mediation', String(accountId))

function mediatedFor(ctx: Context, me: number, people: readonly number[]): boolean {
  const names = JSON.stringify([nameOf(ctx, me).toString('hex')])
  return people.some((id) => mediatedBefore(ctx.db, { names, who: nameOf(ctx, id), caseId: 0 }).length > 0)
}

const ranks: readonly Role[] = ['owner', 'admin', 'moderator']

function rankOf(ctx: Context, accountId: number): number {
  const held = rolesOf(ctx.db, { ids: JSON.stringify([accountId]) }).map(({ role }) => role)
  const best = ranks.findIndex((rank) => held.includes(rank))
  return best < 0 ? ranks.length : best
}

/** What stands between somebody and a case: `hard` is what the server refuses, the rest is for them to weigh. */
export function conflictsOf(ctx: Context, me: number, { targetId, reporterIds }: Parties): Conflict[] {
  const found: Conflict[] = []
  const people = [...(targetId === null ? [] : [targetId]), ...reporterIds].filter((id) => id !== me)
  const relations = readRelations(ctx.db, me, people, ctx.now())
  if (targetId === me) found.push({ kind: 'self', hard: true })
  if (reporterIds.includes(me)) found.push({ kind: 'reporter', hard: true })
  if (people.some((id) => relations.blocking.has(id) || relations.muting.has(id))) {
    found.push({ kind: 'block', hard: true })
  }
  if (mediatedFor(ctx, me, people)) found.push({ kind: 'mediated', hard: true })
  if (targetId !== null && targetId !== me && rankOf(ctx, targetId) < rankOf(ctx, me)) {
    found.push({ kind: 'higher', hard: true })
  }
  const since = ctx.now() - limits.mediationConflict
  if (targetId !== null && targetId !== me) {
    if (reportedSince(ctx.db, { by: me, about: targetId, since })) found.push({ kind: 'reporter', hard: true })
    // whoever could rule moderators out by reporting or blocking them would report and block them all
    if (reportedSince(ctx.db, { by: targetId, about: me, since })) found.push({ kind: 'reported', hard: false })
  }
  if (people.some((id) => relations.following.has(id))) found.push({ kind: 'follows', hard: false })
  return found.filter((one, n) => found.findIndex(({ kind }) => kind === one.kind) === n)
}

/** What a conflict means for somebody who would decide. */
const sentences: Record<Conflict['kind'], string> = {
  self: 'This is about you.',
  reporter: 'You reported this person.',
  reported: '',
  block: 'You block or mute somebody in it.',
  mediated: 'You mediated for somebody in it, and who mediates never decides.',
  higher: 'They hold a role above yours.',
  follows: '',
}

/** Refuses (403) who may not decide here. */
export function checkConflicts(ctx: Context, me: number, parties: Parties): void {
  const hard = conflictsOf(ctx, me, parties).find((one) => one.hard)
  if (hard) {
    throw forbidden(`${sentences[hard.kind]} Somebody else has to decide.`, { code: 'conflict' })
  }
}

/** Whom a case is between. */
export const partiesOf = (ctx: Context, { id, targetId }: Pick<CaseRow, 'id' | 'targetId'>): Parties => ({
  targetId,
  reporterIds: reportersOf(ctx.db, { caseId: id }).map(({ id: reporterId }) => reporterId),
})
