import { z } from 'zod'
import type { DomainDraft, DomainList } from '../../../shared/api/peers.ts'
import type { Context } from '../../context.ts'
import { invalidFields, notFound } from '../../core/errors.ts'
import type { Upload } from '../../http/body.ts'
import { limits } from '../../limits.ts'
import { domainKey } from '../../policies/domains.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { type Listed, readCsv, readList } from '../decisions/csv.ts'
import { proposeServer } from '../decisions/propose.ts'
import { addDrafts, domainLists, draftOf, draftsAfter, markList, putAside, putList, removeList } from './queries.ts'

/** A list to look at. */
export const listForm = z.object({ url: z.url({ protocol: /^https?$/ }).max(500) })

const bit = (on: boolean) => (on ? 1 : 0)

/** Adds what a list would decide as drafts; gives how many are new. */
function draft(ctx: Context, listed: readonly Listed[], listId: number | null): number {
  const own = new URL(ctx.config.publicUrl).hostname
  const drafts = listed
    .filter(({ domain }) => domain !== own)
    .map((row) => ({
      domain: row.domain,
      hidden: bit(row.hidden),
      noMedia: bit(row.no_media),
      noReports: bit(row.no_reports),
      cutOff: bit(row.cut_off),
      reason: row.publicReason,
    }))
  return addDrafts(ctx.db, { drafts: JSON.stringify(drafts), listId, now: ctx.now() })
}

/** Takes a file of decisions in, as drafts: nothing is decided by a file. Throws 422. */
export function bringCsv(ctx: Context, by: number, file: Upload | undefined): { drafts: number } {
  const listed = file ? readCsv(file.bytes.toString('utf8')) : []
  if (listed.length === 0) {
    const description = 'There is no server in this file. It has to be a list as Mastodon writes them (CSV).'
    throw invalidFields({ data: [{ error: 'ERR_INVALID', description }] })
  }
  return ctx.transact(() => {
    const drafts = draft(ctx, listed, null)
    ctx.emit('staffActed', { accountId: by, action: 'peer.import', subject: 'peer', detail: { drafts } })
    return { drafts }
  })
}

/** What waits to be reviewed. */
export const readDrafts = (ctx: Context): DomainDraft[] =>
  draftsAfter(ctx.db, { after: '', most: limits.domainListRows }).map((row) => ({
    domain: row.domain,
    hidden: row.hidden === 1,
    no_media: row.noMedia === 1,
    no_reports: row.noReports === 1,
    cut_off: row.cutOff === 1,
    public_reason: row.publicReason,
    list_id: row.listId === null ? null : String(row.listId),
  }))

/** Decides as a draft says, or proposes it where that takes two. Throws 404, 409. */
export function takeDraft(ctx: Context, viewer: Viewer, typed: string): { proposed: boolean } {
  const domain = domainKey(typed)
  return ctx.transact(() => {
    const found = draftOf(ctx.db, { domain })
    if (!found) throw notFound()
    return proposeServer(ctx, viewer, {
      ...{ what: 'cut_off', domain, now: false, obscured: false, private_reason: '' },
      hidden: found.hidden === 1,
      no_media: found.noMedia === 1,
      no_reports: found.noReports === 1,
      cut_off: found.cutOff === 1,
      public_reason: found.publicReason,
    })
  })
}

/** Puts a draft aside; no list brings it again. Throws 404. */
export function dropDraft(ctx: Context, typed: string): void {
  if (putAside(ctx.db, { domain: domainKey(typed), now: ctx.now() }) === 0) throw notFound()
}

/** The lists that are looked at. */
export const readLists = (ctx: Context): DomainList[] =>
  domainLists(ctx.db, { after: 0, most: limits.domainLists }).map(({ id, url, problem, fetchedAt, drafts }) => ({
    id: String(id),
    url,
    problem,
    drafts,
    fetched_at: fetchedAt === null ? null : new Date(fetchedAt).toISOString(),
  }))

const asked = async (ctx: Context, url: string): Promise<string | undefined> => {
  try {
    const said = await ctx.outbound.ask(url, { most: limits.domainListBytes })
    return said.status === 200 ? said.body.toString('utf8') : undefined
  } catch {
    return undefined
  }
}

async function readOne(ctx: Context, { id, url }: { id: number; url: string }): Promise<void> {
  const text = await asked(ctx, url)
  const listed = text === undefined ? undefined : readList(text)
  const problem = listed === undefined ? 'unreachable' : listed.length === 0 ? 'empty' : null
  ctx.transact(() => {
    // nobody looks at it any more, if it went meanwhile
    const isLookedAt = markList(ctx.db, { id, problem, now: ctx.now() }) > 0
    if (listed && isLookedAt) draft(ctx, listed, id)
  })
}

/** Looks at a list from now on, and at once. Throws 422. */
export async function addList(ctx: Context, by: number, { url }: z.infer<typeof listForm>): Promise<DomainList[]> {
  if (readLists(ctx).length >= limits.domainLists) {
    const description = `More than ${limits.domainLists} lists are not looked at.`
    throw invalidFields({ url: [{ error: 'ERR_TOO_MANY', description }] })
  }
  ctx.transact(() => {
    putList(ctx.db, { id: ctx.newId(), url, now: ctx.now() })
    ctx.emit('staffActed', { accountId: by, action: 'peer.list', subject: 'peer', label: url })
  })
  for (const list of domainLists(ctx.db, { after: 0, most: limits.domainLists })) {
    if (list.url === url) await readOne(ctx, list)
  }
  return readLists(ctx)
}

/** Looks at it no longer. Throws 404. */
export function dropList(ctx: Context, id: number): void {
  if (removeList(ctx.db, { id }) === 0) throw notFound()
}

/** Reads every list; what is new in it is drafted, never decided. */
export async function readDomainLists(ctx: Context): Promise<void> {
  for (const list of domainLists(ctx.db, { after: 0, most: limits.domainLists })) await readOne(ctx, list)
}
