import { z } from 'zod'
import type { ArrivalPart } from '../../../shared/api/elsewhere.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../core/errors.ts'
import type { Worker } from '../../core/queue/worker.ts'
import { findByAcct } from '../../features/accounts/find.ts'
import { type ProfileForm, updateAccount } from '../../features/accounts/update.ts'
import { block } from '../../features/relations/block.ts'
import { blockDomain } from '../../features/relations/domains/block.ts'
import { follow } from '../../features/relations/follow.ts'
import { mute } from '../../features/relations/mute.ts'
import { readStanding } from '../../features/rules/present.ts'
import { personOfAccount } from '../../features/sessions/queries.ts'
import { bookmark } from '../../features/statuses/acts/bookmark.ts'
import type { Upload } from '../../http/body.ts'
import type { Jobs } from '../../job-payloads.ts'
import { limits } from '../../limits.ts'
import { decisionFor } from '../../policies/domains.ts'
import { asMember } from '../../policies/viewer.ts'
import { originOf } from '../ask.ts'
import { plainText } from '../plain.ts'
import { endToken, nextPart } from './arrive.ts'
import { gather } from './gather.ts'
import {
  type ArrivalRow,
  arrivalById,
  deferRow,
  finishArrival,
  finishRow,
  hasDeferred,
  insertRows,
  setProblem,
  setStage,
  waitingRows,
} from './queries.ts'

/** What moving in needs of the other room: what an address or a handle of another server leads to. */
type Resolve = (ctx: Context, asked: string) => Promise<{ accountId?: number; statusId?: number; missing?: string }>

const mayFollow = (ctx: Context, id: number) => ['accepted', 'grace'].includes(readStanding(ctx, id).standing)

const profile = z.object({
  displayName: z.string(),
  note: z.string(),
  fields: z.array(z.object({ name: z.string(), value: z.string() })),
  avatar: z.string().nullable(),
  header: z.string().nullable(),
})

async function fetchPicture(ctx: Context, url: string | null): Promise<Upload | undefined> {
  // what everybody has who chose none
  if (!url || /missing\.(png|svg)$/.test(url)) return undefined
  try {
    const said = await ctx.outbound.ask(url, { most: limits.avatarBytes })
    return said.status === 200 ? { name: 'picture', type: '', bytes: said.body } : undefined
  } catch {
    return undefined
  }
}

/** Brings name, text, fields and pictures, as far as there are any; what is too long for here is cut. */
async function bringProfile(ctx: Context, accountId: number, terms: string): Promise<string | null> {
  const { displayName, note, fields, avatar, header } = profile.parse(JSON.parse(terms))
  const lines = fields.slice(0, limits.profileFields).map(({ name, value }) => ({
    name: plainText(name, limits.profileField),
    value: plainText(value, limits.profileField),
  }))
  const form: ProfileForm = {
    display_name: [...displayName].slice(0, limits.displayName).join('') || undefined,
    note: plainText(note, limits.bio) || undefined,
    fields_attributes: lines.length > 0 ? lines : undefined,
  }
  const [face, banner] = [await fetchPicture(ctx, avatar), await fetchPicture(ctx, header)]
  const pictures = { ...(face && { avatar: face }), ...(banner && { header: banner }) }
  await updateAccount(ctx, asMember(accountId), form, pictures)
  return null
}

const MISSING = 'It could not be found from here.'

type Row = { part: ArrivalPart; what: string; terms: string }

/** Whom or what a row is about, and whether it may be found another time where it is not now. */
type Target = { id: number | undefined; isPassing?: boolean }

/** {@link Target}, asked of its server where it is not known here. */
async function targetOf(ctx: Context, resolve: Resolve, { part, what }: Row): Promise<Target> {
  if (part === 'domain_blocks') return { id: 0 }
  const [name, host] = what.split('@')
  const isOurs = part !== 'bookmarks' && host === new URL(ctx.config.publicUrl).host
  const known = part === 'bookmarks' ? undefined : findByAcct(ctx, isOurs ? (name ?? '') : what)?.id
  if (isOurs || known !== undefined) return { id: known }
  const { accountId, statusId, missing } = await resolve(ctx, part === 'bookmarks' ? what : `@${what}`)
  return { id: part === 'bookmarks' ? statusId : accountId, isPassing: missing === 'unreachable' }
}

function act(ctx: Context, accountId: number, { part, what, terms }: Row, id: number): void {
  const viewer = asMember(accountId)
  if (part === 'follows') follow(ctx, viewer, { id })
  else if (part === 'blocks') block(ctx, viewer, id)
  else if (part === 'bookmarks') bookmark(ctx, viewer, id)
  else if (part === 'domain_blocks') blockDomain(ctx, viewer, what)
  else {
    const { until } = z.object({ until: z.string().optional() }).parse(JSON.parse(terms))
    const seconds = until ? Math.max(1, Math.floor((Date.parse(until) - ctx.now()) / 1000)) : 0
    mute(ctx, viewer, { id, notifications: true, duration: Math.min(seconds, limits.muteLasts) })
  }
}

type Going = { arrival: ArrivalRow; resolve: Resolve; again: boolean }

/** Brings one thing; whose server does not answer is looked for once more, later. */
async function bring(ctx: Context, { arrival, resolve, again }: Going, row: Row) {
  const { id: arrivalId, accountId } = arrival
  const settle = (problem: string | null) =>
    void finishRow(ctx.db, { arrivalId, part: row.part, what: row.what, problem })
  try {
    if (row.part === 'profile') return settle(await bringProfile(ctx, accountId, row.terms))
    const { id, isPassing } = await targetOf(ctx, resolve, row)
    if (id === undefined && isPassing && !again)
      return void deferRow(ctx.db, { arrivalId, part: row.part, what: row.what, problem: MISSING })
    if (id === undefined) return settle(MISSING)
    if (id === accountId) return settle('That is yourself.')
    if (row.part === 'follows' && !mayFollow(ctx, accountId)) return settle('Accept the rules first.')
    // what it does and that it is done stand or fall together
    ctx.transact(() => {
      act(ctx, accountId, row, id)
      settle(null)
    })
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    settle(thrown.status === 404 ? MISSING : thrown.message)
  }
}

/** Reads the list that is next; false where the old server does not give it. */
async function readOn(ctx: Context, arrival: ArrivalRow, part: ArrivalPart): Promise<void> {
  const token = arrival.token ? ctx.vault.open(arrival.token) : undefined
  const { said, cut } = await gather(ctx, arrival, { origin: originOf(ctx, arrival.host), token }, part)
  const { id: arrivalId } = arrival
  ctx.transact(() => {
    if (said.kind === 'unreachable') return void setProblem(ctx.db, { id: arrivalId, problem: said.kind })
    const say = (what: string, problem: string) => {
      insertRows(ctx.db, { arrivalId, part, rows: JSON.stringify([{ what, terms: '{}' }]) })
      finishRow(ctx.db, { arrivalId, part, what, problem })
    }
    if (said.kind === 'said') insertRows(ctx.db, { arrivalId, part, rows: JSON.stringify(said.value) })
    else say('all', 'The old server does not give this list.')
    if (cut) say('the rest', `This list is longer than the ${limits.arrivalPages} pages that we read.`)
    setStage(ctx.db, { id: arrivalId, stage: nextPart(part) })
    ctx.queue.add('runArrival', { arrivalId })
  })
}

/** Whether the person is still let in here, and their old server spoken with. */
function mayGoOn(ctx: Context, { accountId, host }: ArrivalRow): boolean {
  const person = personOfAccount(ctx.db, { accountId, graceOver: ctx.now() - limits.rulesGrace })
  if (!person?.joinedAt || person.suspendedAt !== null || person.disabledAt !== null) return false
  return !decisionFor(ctx.db, host).cutOff
}

/**
 * Moves somebody in: reads each list of the old account, then brings what stands in them, a few at a time. Stopped in
 * the middle it goes on where it was, and nothing comes twice.
 */
export const runArrival = (resolve: Resolve): Worker<Context, Jobs['runArrival']> => ({
  async run(ctx, { arrivalId, again = false }) {
    const arrival = arrivalById(ctx.db, { id: arrivalId })
    if (!arrival || arrival.finishedAt !== null) return
    if (!mayGoOn(ctx, arrival)) return void setProblem(ctx.db, { id: arrivalId, problem: 'refused' })
    if (arrival.stage !== null) return readOn(ctx, arrival, arrival.stage)
    const rows = waitingRows(ctx.db, { arrivalId, again: again ? 1 : 0, most: limits.arrivalChunk })
    for (const row of rows) await bring(ctx, { arrival, resolve, again }, row)
    if (rows.length === limits.arrivalChunk) return ctx.queue.add('runArrival', { arrivalId, again })
    if (!again && hasDeferred(ctx.db, { arrivalId })?.found === 1) {
      const at = ctx.now() + limits.arrivalAgain
      return ctx.queue.add('runArrival', { arrivalId, again: true }, { at, once: `runArrival again ${arrivalId}` })
    }
    await endToken(ctx, arrival)
    finishArrival(ctx.db, { id: arrivalId, now: ctx.now() })
  },
})
