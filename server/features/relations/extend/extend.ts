import { furtherBlocks } from '../../../../shared/locales/en/further-blocks.ts'
import type { Context } from '../../../context.ts'
import type { Events } from '../../../events.ts'
import { limits } from '../../../limits.ts'
import { readRelations } from '../../../policies/relations.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { acctOf } from '../../accounts/present.ts'
import { accountById } from '../../accounts/queries.ts'
import { actionById } from '../../moderation/decide/queries.ts'
import { endFollow } from '../end-follow.ts'
import { notesOf, putBlock, putNote } from '../queries.ts'
import { blockersInCase, extendersOf, extendsBlocks, knownByUris, namesOf, setExtends } from './queries.ts'

/** Whether one's blocks reach further accounts of whom one blocks. */
export const readExtending = (ctx: Context, { accountId: me }: Viewer): { extend_blocks: boolean } => ({
  extend_blocks: extendsBlocks(ctx.db, { me })?.on === 1,
})

/** Chooses that. */
export function setExtending(ctx: Context, viewer: Viewer, on: boolean): { extend_blocks: boolean } {
  setExtends(ctx.db, { me: viewer.accountId, on: on ? 1 : 0 })
  return readExtending(ctx, viewer)
}

/** A further account, because of which other one where there is one, and what its blocker finds noted about it. */
type Reach = { targetId: number; because?: number; why: string }

function note(ctx: Context, me: number, { targetId, because = 0, why }: Reach): void {
  const found = new Map(
    notesOf(ctx.db, { me, ids: JSON.stringify([targetId, because]) }).map((row) => [row.targetId, row.note]),
  )
  if (found.has(targetId)) return
  const before = found.get(because)
  const text = before ? `${why}\n\n${ctx.vault.open(before)}`.slice(0, limits.accountNote) : why
  putNote(ctx.db, { accountId: me, targetId, note: ctx.vault.seal(text) })
}

/** Blocks a further account, with a note for its blocker alone; whom somebody follows is meant to be there. */
function reach(ctx: Context, me: number, further: Reach): void {
  const { targetId } = further
  const { following, blocking } = readRelations(ctx.db, me, [targetId], ctx.now())
  if (me === targetId || following.has(targetId) || blocking.has(targetId)) return
  const pair = { accountId: me, targetId }
  for (const ended of [pair, { accountId: targetId, targetId: me }]) endFollow(ctx, ended, me)
  putBlock(ctx.db, { ...pair, id: ctx.newId(), now: ctx.now() })
  note(ctx, me, further)
  ctx.emit('blocked', pair)
}

const oursOf = (ctx: Context) => `${ctx.config.publicUrl}/ap/users/`

const known = (ctx: Context, uris: readonly string[]) =>
  knownByUris(ctx.db, { uris: JSON.stringify(uris), ours: oursOf(ctx) })

function handleOf(ctx: Context, id: number): string {
  const row = accountById(ctx.db, { id })
  return row ? `@${acctOf(row)}` : ''
}

/**
 * An account says that it is also others: who blocks one of those blocks it too. Only what it says of itself counts, or
 * anybody could have others blocked by naming them.
 */
export function extendToDeclared(ctx: Context, { accountId, names }: Events['namesDeclared']): void {
  for (const { id: blockedId } of known(ctx, names)) {
    const why = furtherBlocks.declared(handleOf(ctx, blockedId))
    for (const { id: me } of extendersOf(ctx.db, { targetId: blockedId, most: limits.blocksReach })) {
      reach(ctx, me, { targetId: accountId, because: blockedId, why })
    }
  }
}

/** Somebody is blocked: so are the accounts that they declare theirs, where those say the same of themselves. */
export function extendOnBlock(ctx: Context, { accountId: me, targetId }: Events['blocked']): void {
  if (extendsBlocks(ctx.db, { me })?.on !== 1) return
  const uri = accountById(ctx.db, { id: targetId })?.uri ?? `${oursOf(ctx)}${targetId}`
  const named = namesOf(ctx.db, { id: targetId }).map((row) => row.uri)
  for (const { id } of known(ctx, named)) {
    const isSaidThereToo = namesOf(ctx.db, { id }).some((row) => row.uri === uri)
    const why = furtherBlocks.declared(handleOf(ctx, targetId))
    if (isSaidThereToo) reach(ctx, me, { targetId: id, because: targetId, why })
  }
}

/** What says that a moderator found the rule broken. */
const founded: readonly string[] = ['warning', 'delete', 'freeze', 'limit', 'suspend', 'remove']

/** A moderator found that somebody got round a block: it reaches the account that was reported for it. */
export function extendToFound(ctx: Context, { actionId }: Events['actionSettled']): void {
  const action = actionById(ctx.db, { id: actionId })
  if (!action || action.targetId === null || action.rule !== 'gr7b' || !founded.includes(action.kind)) return
  for (const { id: me } of blockersInCase(ctx.db, { caseId: action.caseId })) {
    reach(ctx, me, { targetId: action.targetId, why: furtherBlocks.found })
  }
}
