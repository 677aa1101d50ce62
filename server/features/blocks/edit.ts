import { z } from 'zod'
import type { StaffAct } from '../../../shared/api/staff-acts.ts'
import type { Context } from '../../context.ts'
import { SECOND } from '../../core/clock.ts'
import { invalidFields, notFound } from '../../core/errors.ts'
import { readNetwork } from '../../core/networks.ts'
import { blankIsAbsent, id, whole } from '../../http/forms.ts'
import { limits } from '../../limits.ts'
import { ipBlocksOn } from '../../policies/blocks.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { deleteIpBlock, type IpBlockRow, insertIpBlock, ipBlockById, updateIpBlock } from './queries.ts'

const severity = z.enum(['sign_up_requires_approval', 'sign_up_block', 'no_access'])
const lasts = blankIsAbsent(whole.min(60).max(limits.blockLasts))

/** A network to shut out, how, why, and for how many seconds (without: for good), as Mastodon has it. */
export const ipBlockForm = z.object({
  ip: z.string().max(100).default(''),
  severity,
  comment: z.string().trim().max(limits.blockComment).default(''),
  expires_in: lasts,
})
/** What can be changed of one. */
export const changedIpForm = z.object({
  id,
  ip: z.string().max(100).optional(),
  severity: severity.optional(),
  comment: z.string().trim().max(limits.blockComment).optional(),
  expires_in: lasts,
})
const refuse = (error: string, description: string) => invalidFields({ ip: [{ error, description }] })

/** Narrower than this, in bits, a network may be: wider ones shut out whole countries by a slip of the hand. */
const WIDEST = { 32: 8, 128: 19 } as const

function checkNetwork(ctx: Context, text: string, own?: number): string {
  if (text.trim() === '') throw refuse('ERR_BLANK', 'Give an IP address, or a network such as 192.0.2.0/24.')
  const read = readNetwork(text)
  if (!read) throw refuse('ERR_INVALID', 'This is no IP address or network. One looks like 192.0.2.0/24.')
  if (read.length < WIDEST[read.bits]) {
    throw refuse('ERR_INVALID', `This network is too wide. /${WIDEST[read.bits]} is the widest.`)
  }
  const there = ipBlocksOn(ctx.db, { networks: JSON.stringify([read.network]), now: 0 })
  if (there.every(({ cursor }) => cursor === own)) return read.network
  throw refuse('ERR_TAKEN', 'This network is in the list already.')
}

/** One of the networks that are shut out. Throws 404. */
export function findIpBlock(ctx: Context, blockId: number): IpBlockRow {
  const row = ipBlockById(ctx.db, { id: blockId })
  if (!row) throw notFound()
  return row
}

const until = (ctx: Context, seconds: number | undefined) =>
  seconds === undefined ? null : ctx.now() + seconds * SECOND

function told(ctx: Context, { accountId }: Viewer, action: StaffAct, { cursor, severity: how }: IpBlockRow): void {
  ctx.emit('networksChanged', {})
  // the network itself is personal data: the log says only what was done
  ctx.emit('staffActed', { accountId, action, subject: 'block', subjectId: cursor, detail: { severity: how } })
}

/** Shuts a network out. Throws 422. */
export function blockNetwork(ctx: Context, viewer: Viewer, form: z.infer<typeof ipBlockForm>): IpBlockRow {
  return ctx.transact(() => {
    const blockId = ctx.newId()
    const { severity: how, comment } = form
    insertIpBlock(ctx.db, {
      id: blockId,
      network: checkNetwork(ctx, form.ip),
      severity: how,
      comment,
      now: ctx.now(),
      expiresAt: until(ctx, form.expires_in),
    })
    const row = findIpBlock(ctx, blockId)
    told(ctx, viewer, 'block.network', row)
    return row
  })
}

/** Changes how a network is shut out; what is not given stays. Throws 404, 422. */
export function changeNetwork(ctx: Context, viewer: Viewer, form: z.infer<typeof changedIpForm>): IpBlockRow {
  return ctx.transact(() => {
    const before = findIpBlock(ctx, form.id)
    updateIpBlock(ctx.db, {
      id: before.cursor,
      network: form.ip === undefined ? before.network : checkNetwork(ctx, form.ip, before.cursor),
      severity: form.severity ?? before.severity,
      comment: form.comment ?? before.comment,
      expiresAt: form.expires_in === undefined ? before.expiresAt : until(ctx, form.expires_in),
    })
    const row = findIpBlock(ctx, before.cursor)
    told(ctx, viewer, 'block.network_change', row)
    return row
  })
}

/** Lets a network in again. Throws 404. */
export function unblockNetwork(ctx: Context, viewer: Viewer, blockId: number): object {
  return ctx.transact(() => {
    const row = findIpBlock(ctx, blockId)
    deleteIpBlock(ctx.db, { id: row.cursor })
    told(ctx, viewer, 'block.network_end', row)
    return {}
  })
}
