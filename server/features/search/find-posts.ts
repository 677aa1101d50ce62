import type { Status } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { PAST_ALL_IDS } from '../../db/range.ts'
import { memberId, type Viewer } from '../../policies/viewer.ts'
import { ourHost } from '../accounts/present.ts'
import { localAccountByName, remoteAccountByName } from '../accounts/queries.ts'
import { presentStatuses, type Rule } from '../statuses/present.ts'
import { heard, unhidden } from '../timelines/rules.ts'
import { marks } from './marks.ts'
import { matchPosts } from './match.ts'
import { betweenCommon, pairsIn } from './pairs.ts'
import { nextChanged, postsMatching } from './queries.ts'
import { isEmpty, type Query } from './query.ts'
import { spaced } from './words.ts'

/** Which of the posts that were found are asked for. */
export type Stretch = { offset: number; limit: number; max_id?: number; min_id?: number; account_id?: number }

/** Posts are looked at this many at a time, so often at most: what is left out by then was hidden on purpose. */
const AT_ONCE = 60
const ROUNDS = 8

/**
 * The newest posts that a search means and the member may find: their library (what they wrote, were named in or did
 * something with), and public posts of people who let theirs be found. Whatever the index says, a post comes out only
 * where the one policy shows it, and without the people and warnings that the member keeps out of lists.
 */
export function findPosts(ctx: Context, viewer: Viewer | undefined, query: Query, stretch: Stretch): Status[] {
  const me = memberId(viewer)
  const asked =
    me === undefined || isEmpty(query) || isContrary(query) ? undefined : askedOf(ctx, me, query, stretch.account_id)
  if (!asked) return []
  const end = stretch.offset + stretch.limit
  const statuses: Status[] = []
  const above = Math.max(query.above, stretch.min_id ?? 0)
  let below = Math.min(query.below, stretch.max_id ?? PAST_ALL_IDS)
  for (let round = 0; round < ROUNDS && statuses.length < end; round += 1) {
    const { ids, isOwn } = candidates(ctx, asked, { below, above, most: AT_ONCE })
    statuses.push(...presentStatuses(ctx, viewer, ids, unhidden(ctx, me, findable(isOwn))))
    const last = ids.at(-1)
    if (ids.length < AT_ONCE || last === undefined) break
    below = last
  }
  return statuses.slice(stretch.offset, end)
}

/** The two searches that make one: of the library, and of what everybody may find. */
type Both = { library: string | undefined; open: string | undefined }

function askedOf(ctx: Context, me: number, query: Query, author: number | undefined): Both | undefined {
  const from = peopleOf(ctx, me, query.yes.people)
  // somebody whom nobody knows wrote nothing
  if (from.includes(undefined)) return undefined
  const authors = [...from, author].filter((id) => id !== undefined)
  const without = peopleOf(ctx, me, query.no.people).filter((id) => id !== undefined)
  const yes = phrasesOf(ctx, query.yes.words)
  const no = phrasesOf(ctx, query.no.words)
  const asked = (mark: string) =>
    matchPosts({
      words: yes.flatMap(({ words }) => words),
      marks: [mark, ...query.yes.marks, ...yes.flatMap((one) => one.marks), ...authors.map(marks.from)],
      no: {
        words: no.filter((one) => one.marks.length === 0).flatMap(({ words }) => words),
        marks: [...query.no.marks, ...without.map(marks.from)],
        sets: no.filter((one) => one.marks.length > 0),
      },
    })
  return {
    library: query.place === 'public' ? undefined : asked(marks.library(me)),
    open: query.place === 'library' ? undefined : asked(marks.open),
  }
}

/** Whether what is sought is left out as well: the index would look at every post with it, and find none. */
const isContrary = ({ yes, no }: Query) => {
  const left = new Set(no.words.map((text) => text.toLowerCase()))
  return yes.words.some((text) => left.has(text.toLowerCase()))
}

/** How each text is asked: one with pairs of words by their marks and what stands between its common words. */
function phrasesOf(ctx: Context, texts: readonly string[]) {
  const pairs = texts.map((text) => pairsIn(spaced(text)))
  const plain = pairs.every((found) => found.length === 0) || isBehind(ctx)
  return texts.map((text, at) => {
    const found = plain ? [] : (pairs[at] ?? [])
    return { marks: found, words: found.length === 0 ? [text] : betweenCommon(spaced(text)) }
  })
}

/** So many posts may wait for the index before it is taken to be behind. */
const BEHIND = 500

/** While many posts are still to be put into the index anew, not every post that has a pair of words has its mark. */
const isBehind = (ctx: Context) => nextChanged(ctx.db, { after: 0, most: BEHIND }).length === BEHIND

const peopleOf = (ctx: Context, me: number, handles: readonly string[]) =>
  handles.map((handle) => (handle === 'me' ? me : accountNamed(ctx, handle)?.id))

function accountNamed(ctx: Context, handle: string) {
  const [key = '', domain] = handle.split('@')
  const isHere = domain === undefined || domain === ourHost(ctx)
  return isHere ? localAccountByName(ctx.db, { key }) : remoteAccountByName(ctx.db, { key, domain })
}

type Between = { below: number; above: number; most: number }

function candidates(ctx: Context, { library, open }: Both, between: Between) {
  const idsOf = (match: string | undefined) =>
    match === undefined ? [] : postsMatching(ctx.db, { match, ...between }).map(({ id }) => id)
  const own = new Set(idsOf(library))
  const ids = [...new Set([...own, ...idsOf(open)])].sort((a, b) => b - a)
  return { ids: ids.slice(0, between.most), isOwn: (id: number) => own.has(id) }
}

/** Asked again of the author as they are now: who lets nothing be found any more is obeyed before the index is. */
function findable(isOwn: (id: number) => boolean): Rule {
  return (part, relations) =>
    heard(part, relations) && (isOwn(part.row.id) || (part.row.visibility === 'public' && part.author.indexable === 1))
}
