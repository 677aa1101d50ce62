import type { Account, Status } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { composed } from '../../http/ready-json.ts'
import { limits } from '../../limits.ts'
import type { Relations } from '../../policies/relations.ts'
import { memberId, type Viewer } from '../../policies/viewer.ts'
import { presentAccountRows, presentTime } from '../accounts/present.ts'
import { createFinder } from '../filters/present.ts'
import { presentPolls } from '../polls/present.ts'
import { type Deeds, readDeeds } from './deeds.ts'
import { filteredBy } from './filterable.ts'
import { hydrate, isVisible, type Part } from './hydrate.ts'
import { presentCore, statusUri, statusUrl } from './present-core.ts'
import { appsOf } from './queries.ts'
import { presentApproval, presentQuote } from './quotes/present.ts'
import { readQuotes } from './quotes/read.ts'

/** What a list leaves out beside what may not be seen at all: true keeps a post. It is asked of what a boost boosts too. */
export type Rule = (part: Part, relations: Relations) => boolean

/**
 * The posts `ids` as JSON in that order, without those that the viewer may not see, that `rule` leaves out, or that
 * are gone. Every list, thread and page of posts goes through here.
 */
export function presentStatuses(
  ctx: Context,
  viewer: Viewer | undefined,
  ids: readonly number[],
  rule?: Rule,
): Status[] {
  const me = memberId(viewer)
  const { parts, relations } = hydrate(ctx, me, ids)
  const keeps = (part: Part | undefined) => !part || !rule || rule(part, relations)
  const shown = parts.filter((part) => isVisible(part, me, relations) && keeps(part) && keeps(part.boosted))
  return presentParts(ctx, me, shown, { relations, isQuoted: false })
}

/** How the reader stands to the people in posts, and whether these stand within others. */
type Place = { relations: Relations; isQuoted: boolean }

function presentParts(ctx: Context, me: number | undefined, parts: readonly Part[], place: Place): Status[] {
  if (parts.length === 0) return []
  const written = parts.map((part) => part.boosted ?? part)
  const accounts = presentAccountRows(ctx, [...new Set([...parts, ...written].map((part) => part.author))])
  const apps = appsBehind(ctx, me, written)
  const own = new Set(written.filter(({ row }) => row.accountId === me).map(({ row }) => row.id))
  const asking = written.filter(({ current }) => current.hasPoll === 1).map(({ row }) => row.id)
  const polls = presentPolls(ctx, me, [...new Set(asking)], own)
  const quotes = quotedIn(ctx, me, written, place)
  const deeds = me === undefined ? undefined : readDeeds(ctx, me, written)
  const find = me === undefined ? undefined : createFinder(ctx, me)
  const present = (part: Part): Status | undefined => {
    const account = accounts.get(part.row.accountId)
    const inner = part.boosted && present(part.boosted)
    if (!account) return undefined
    if (inner) return presentBoost(ctx, part, account, inner)
    const application = part.row.accountId === me ? (apps.get(part.row.appId ?? 0) ?? null) : undefined
    return presentOne(ctx, part, account, {
      deeds: deeds?.get(part.row.id),
      application,
      poll: polls.get(part.row.id) ?? null,
      ...(me !== undefined && { filtered: filteredBy(find, part, polls.get(part.row.id)) }),
      quote: quotes.get(part.row.id) ?? null,
      quote_approval: presentApproval(part, me, place.relations),
    })
  }
  return parts.map(present).filter((status) => status !== undefined)
}

/** What posts quote, as JSON by the quoting post's id; a quoted post shows no more than that it quotes itself. */
function quotedIn(ctx: Context, me: number | undefined, parts: readonly Part[], { isQuoted }: Place) {
  const quoting = parts.filter(({ current }) => current.hasQuote === 1).map(({ row }) => row.id)
  const { quotes, relations } = readQuotes(ctx, me, [...new Set(quoting)])
  const within = [...quotes.values()].map(({ part }) => part).filter((part) => part !== undefined)
  const shown = isQuoted ? [] : presentParts(ctx, me, [...new Set(within)], { relations, isQuoted: true })
  const nested = isQuoted ? undefined : new Map(shown.map((status) => [status.id, status]))
  return new Map([...quotes].map(([id, quoted]) => [id, presentQuote(quoted, nested)]))
}

function appsBehind(ctx: Context, me: number | undefined, parts: readonly Part[]) {
  const own = parts.filter(({ row }) => row.accountId === me && row.appId !== null).map(({ row }) => row.appId ?? 0)
  const rows = own.length === 0 ? [] : appsOf(ctx.db, { ids: JSON.stringify(own) })
  return new Map(rows.map(({ id, name, website }) => [id, { name, website }]))
}

type Looked = Pick<Status, 'application' | 'filtered' | 'poll' | 'quote' | 'quote_approval'> & {
  deeds: Deeds | undefined
}

const isKnownHidden = (ctx: Context, { row }: Part) =>
  row.hiddenAt !== null && row.hiddenAt + limits.decisionUndo <= ctx.now()

function presentOne(ctx: Context, part: Part, account: Account, { deeds, application, ...hung }: Looked): Status {
  const { inReplyToId, repliesCount, reblogsCount, favouritesCount, quotesCount } = part.current
  const core = presentCore(ctx, part)
  const now = {
    in_reply_to_id: inReplyToId === null ? null : String(inReplyToId),
    replies_count: repliesCount,
    reblogs_count: reblogsCount,
    favourites_count: favouritesCount,
    quotes_count: quotesCount,
    ...hung,
    // only its author still gets it; within the first minutes, in which it can be undone, they do not hear of it
    ...(isKnownHidden(ctx, part) && { hidden_by_moderators: true as const }),
    // which program somebody posts with is theirs to know
    ...(application !== undefined && { application }),
  }
  const lasting = deeds ? [core, ['account', account] as const, deeds] : [core, ['account', account] as const]
  return composed({ ...core, account, ...deeds, ...now }, lasting, now)
}

/** A boost says what the boosted post says, but who boosted it, when, and for whom. */
function presentBoost(ctx: Context, { row, author }: Part, account: Account, boosted: Status): Status {
  const { pinned: _pinned, application: _application, ...said } = boosted
  return {
    ...said,
    id: String(row.id),
    uri: row.uri ?? `${statusUri(ctx, row)}/activity`,
    url: row.uri ?? statusUrl(ctx, author, row.id),
    created_at: presentTime(row.createdAt),
    account,
    visibility: row.visibility,
    in_reply_to_id: null,
    in_reply_to_account_id: null,
    reblog: boosted,
  }
}
