import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from '../../context.ts'
import { DAY } from '../../core/clock.ts'
import { firstIdAt } from '../../core/ids.ts'
import type { Worker } from '../../core/queue/worker.ts'
import { accountById } from '../../features/accounts/queries.ts'
import { hydrate, type Part } from '../../features/statuses/hydrate.ts'
import type { Jobs } from '../../job-payloads.ts'
import { actorUri, followersUri, PUBLIC } from '../addresses.ts'
import { actorKeys } from '../crypto/keys.ts'
import { deed, deedsWith, updateOf } from '../documents/activities.ts'
import { actorDocument } from '../documents/actor.ts'
import { noteDocuments } from '../documents/note.ts'
import { inContext } from '../documents/words.ts'
import { followersInboxes, inboxesBegun, inboxesOf, namedLately, waysOf } from './queries.ts'
import { recipientsOf, together } from './recipients.ts'
import { send } from './send.ts'

/** Whom a post named within this time hears of what its author says of themselves: their server may show it. */
const LATELY = 90 * DAY

/** Milliseconds in which the author of a post has their answer: only then is the work begun that it makes. */
const ANSWERED = 25

/** A post or boost of ours that is still there and that nobody hid: what was hidden is told to no one. */
function ownPart(ctx: Context, statusId: number): Part | undefined {
  const [part] = hydrate(ctx, undefined, [statusId]).parts
  return part?.author.domain === null && part.row.hiddenAt === null ? part : undefined
}

/** Tells others of something that happened here, once it is known who they are. */
export const federate: Worker<Context, Jobs['federate']> = {
  async run(ctx, payload) {
    await sleep(ANSWERED)
    if (payload.what === 'profile') await tellProfile(ctx, payload.accountId)
    else if (payload.what === 'posted') ctx.transact(() => tellPost(ctx, payload.statusId))
    else if (payload.what === 'named') ctx.transact(() => tellNamed(ctx, payload.statusId, payload.added))
    else ctx.transact(() => tellEdit(ctx, payload.statusId))
  },
}

function tellPost(ctx: Context, statusId: number): void {
  const part = ownPart(ctx, statusId)
  const targets = part ? recipientsOf(ctx, statusId) : []
  if (!part || targets.length === 0) return
  const [body] = deedsWith(ctx, [part])
  if (body) send(ctx, { owner: part.row.accountId, statusId, body: inContext(body) }, targets)
}

/** Who was found after a post was sent gets it; a server that has it by now hears whom it names besides. */
function tellNamed(ctx: Context, statusId: number, added: readonly number[]): void {
  const part = ownPart(ctx, statusId)
  if (!part) return
  const may = new Set(recipientsOf(ctx, statusId).map(({ inbox }) => inbox))
  const people = inboxesOf(ctx.db, { from: part.row.accountId, ids: JSON.stringify(added) })
  const targets = people.filter(({ inbox }) => may.has(inbox))
  const begun = new Set(inboxesBegun(ctx.db, { statusId }).map(({ inbox }) => inbox))
  const [body] = deedsWith(ctx, [part])
  const [note] = noteDocuments(ctx, [part])
  if (!body || !note) return
  const saying = { owner: part.row.accountId, statusId }
  const split = Map.groupBy(targets, ({ inbox }) => begun.has(inbox))
  send(ctx, { ...saying, body: inContext(body) }, split.get(false) ?? [])
  send(ctx, { ...saying, body: inContext(updateOf(note, ctx.now())) }, split.get(true) ?? [])
}

/** Whoever got the post gets its new words too, and whoever it names since then. */
function tellEdit(ctx: Context, statusId: number): void {
  const part = ownPart(ctx, statusId)
  if (!part || part.row.localOnly === 1) return
  const targets = together(recipientsOf(ctx, statusId), waysOf(ctx.db, { statusId }))
  const [note] = targets.length === 0 ? [] : noteDocuments(ctx, [part])
  if (note) send(ctx, { owner: part.row.accountId, statusId, body: inContext(updateOf(note, ctx.now())) }, targets)
}

async function tellProfile(ctx: Context, accountId: number): Promise<void> {
  const keys = await actorKeys(ctx, accountId)
  const row = accountById(ctx.db, { id: accountId })
  if (row?.domain !== null || row.joinedAt === null) return
  const { '@context': _said, ...actor } = actorDocument(ctx, row, keys)
  const uri = actorUri(ctx, accountId)
  const audience = { to: [PUBLIC], cc: [followersUri(ctx, accountId)] }
  const body = deed('Update', `${uri}#updates/${ctx.now()}`, uri, actor, audience)
  ctx.transact(() => send(ctx, { owner: accountId, body }, everybodyKnowing(ctx, accountId)))
}

/** The servers that show somebody here: of their followers, and of those whom their posts named lately. */
function everybodyKnowing(ctx: Context, accountId: number) {
  const named = namedLately(ctx.db, { accountId, after: firstIdAt(ctx.now() - LATELY) }).map(({ id }) => id)
  const people = inboxesOf(ctx.db, { from: accountId, ids: JSON.stringify(named) })
  return together(followersInboxes(ctx.db, { accountId }), people)
}
