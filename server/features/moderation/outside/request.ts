import { z } from 'zod'
import type { OutsideReceipt, OutsideRequest } from '../../../../shared/api/outside-request.ts'
import type { Context } from '../../../context.ts'
import { DAY } from '../../../core/clock.ts'
import { hashSecret, newSecret } from '../../../core/crypto.ts'
import { conflict, type FieldErrors, invalidFields, notFound } from '../../../core/errors.ts'
import { flag } from '../../../http/forms.ts'
import { limits } from '../../../limits.ts'
import { presentTime } from '../../accounts/present.ts'
import { accountById } from '../../accounts/queries.ts'
import { spend } from '../../onboarding/proof.ts'
import { presentStatuses } from '../../statuses/present.ts'
import { caseById } from '../cases/queries.ts'
import { hiddenAmong } from '../decide/queries.ts'
import { take } from '../decide/take.ts'
import { gather } from '../reports/evidence.ts'
import { keepReport } from '../reports/make.ts'
import { countHid, insertRequest, requestBySecret, requestsAbout } from './queries.ts'

const line = z.string().trim().max(limits.reportLine).default('')

/** What somebody without an account says, for intimate pictures of them to be taken down. */
export const requestForm = z.object({
  /** The address of the post. */
  post: z.string().trim().max(2000).default(''),
  signature: line,
  contact: line,
  place: line,
  comment: z.string().trim().max(limits.reportComment).default(''),
  good_faith: flag.default(false),
  /** A field that no person sees. */
  website: z.string().max(2000).default(''),
  proof: z.object({ salt: z.string().max(80), number: z.int(), signature: z.string().max(80) }).optional(),
})
type RequestForm = z.infer<typeof requestForm>

/** The secret of the link that shows how a request stands. */
export const secretForm = z.object({ token: z.string().min(20).max(100) })

/** The number of the post at an address of ours; 0 for any other. */
function numberOf(ctx: Context, address: string): number {
  const { origin } = new URL(ctx.config.publicUrl)
  const url = URL.canParse(address, origin) ? new URL(address, origin) : undefined
  return url?.origin === origin ? Number(/^\/@[^/]+\/(\d{1,16})(?:\/|$)/.exec(url.pathname)?.[1] ?? 0) : 0
}

const POST_HELP = 'Give the address of one public post, as it stands in the browser when only that post is open.'

function faultsOf(form: RequestForm, known: boolean): FieldErrors {
  const blank = (description: string) => [{ error: 'ERR_BLANK', description }]
  return {
    ...(!known && { post: [{ error: 'ERR_INVALID', description: POST_HELP }] }),
    ...(form.signature === '' && { signature: blank('Sign with your name.') }),
    ...(form.contact === '' && { contact: blank('Say how we can reach you.') }),
    ...(!form.good_faith && { good_faith: blank('Say that you mean this in good faith.') }),
    ...(form.website !== '' && {
      website: [{ error: 'ERR_INVALID', description: 'A field was filled in that nobody sees. Leave it empty.' }],
    }),
  }
}

/** Which public post is meant, and what is in it; nothing that a visitor does not see is said to be there. */
function postAt(ctx: Context, address: string) {
  const id = numberOf(ctx, address)
  const [found] = id === 0 ? [] : presentStatuses(ctx, undefined, [id])
  const post = found?.reblog ?? found
  const target = post && accountById(ctx.db, { id: Number(post.account.id) })
  return post && target ? { id: Number(post.id), target, shows: post.media_attachments.length > 0 } : undefined
}

/** A request hides a post with pictures once: not again after one was found false, and few of one author's in a week. */
function mayHide(ctx: Context, { id, target, shows }: NonNullable<ReturnType<typeof postAt>>): boolean {
  if (!shows || requestsAbout(ctx.db, { statusId: id }).some(({ outcome }) => outcome === 'nothing')) return false
  const since = ctx.now() - limits.hidesAtOnceTime
  const { count = 0 } = countHid(ctx.db, { targetId: target.id, since }) ?? {}
  return count < limits.hidesAtOnce
}

function hide(ctx: Context, caseId: number, targetId: number, statusId: number): void {
  const row = caseById(ctx.db, { id: caseId })
  if (!row) return
  const at = ctx.now()
  const said = { statement: '', reason: '' }
  const taking = { row, targetId, rule: undefined, said, settlesAt: at, reviewed: true }
  const days = limits.intimateWithin / DAY
  take(ctx, taking, [{ kind: 'hide', status_ids: [statusId], words: '', topics: [], days }])
  ctx.queue.add('settleDecision', { caseId, at }, { at })
}

/** Takes a request, which is a report without a reporter, and gives the secret by which it is followed. Throws 403, 409, 422. */
export function request(ctx: Context, form: RequestForm): OutsideReceipt {
  return ctx.transact(() => {
    const found = postAt(ctx, form.post)
    const faults = faultsOf(form, found !== undefined)
    if (!found || Object.keys(faults).length > 0) throw invalidFields(faults)
    if (requestsAbout(ctx.db, { statusId: found.id }).some(({ toldAt }) => toldAt === null)) {
      throw conflict('Somebody asked for this post already, and two people of this community look at it.')
    }
    spend(ctx, form.proof)
    const hides = mayHide(ctx, found)
    const { signature, contact, place, comment } = form
    const { reportId, caseId } = keepReport(ctx, {
      ...{ target: found.target, kind: 'intimate', rules: [], aboutSelf: true, autoOpen: false, forward: false },
      found: gather(ctx, found.target.id, [found.id], []),
      said: { comment, wish: 'remove_post', additions: [], form: { signature, contact, place } },
    })
    const token = newSecret(32)
    insertRequest(ctx.db, {
      ...{ reportId, statusId: found.id, targetId: found.target.id },
      ...{ hash: hashSecret(token), hid: hides ? 1 : 0, now: ctx.now() },
    })
    if (hides) hide(ctx, caseId, found.target.id, found.id)
    return { token, ...readRequest(ctx, token) }
  })
}

const isHidden = (ctx: Context, statusId: number): boolean =>
  hiddenAmong(ctx.db, { ids: JSON.stringify([statusId]) }) !== undefined ||
  presentStatuses(ctx, undefined, [statusId]).length === 0

/** How a request stands, by its secret. Throws 404. */
export function readRequest(ctx: Context, token: string): OutsideRequest {
  const row = requestBySecret(ctx.db, { hash: hashSecret(token) })
  if (!row) throw notFound('There is no such request. Open the link exactly as you kept it.')
  return {
    outcome: row.toldAt === null ? null : row.outcome,
    hidden: isHidden(ctx, row.statusId),
    created_at: presentTime(row.madeAt),
    due_at: presentTime(row.madeAt + limits.intimateWithin),
    decided_at: row.toldAt === null ? null : presentTime(row.toldAt),
  }
}
