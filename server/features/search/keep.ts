import { setImmediate as turn } from 'node:timers/promises'
import { findEntities } from '../../../shared/text/entities.ts'
import type { Context } from '../../context.ts'
import { SECOND } from '../../core/clock.ts'
import type { Worker } from '../../core/queue/worker.ts'
import type { Events } from '../../events.ts'
import type { Jobs } from '../../job-payloads.ts'
import { marks } from './marks.ts'
import { pairsIn } from './pairs.ts'
import {
  anyChanged,
  indexed,
  markChanged,
  markChangedOf,
  nextChanged,
  type PostToIndex,
  peopleAround,
  postsToIndex,
  putIntoIndex,
  settleChanged,
  takeFromIndex,
  wordsBeside,
} from './queries.ts'
import { spaced } from './words.ts'

/** Posts are gathered for so long, since one alone costs the index as much as twenty. */
const GATHERED = SECOND
/** Posts at a time: taking one out costs some two ms, and requests are to be answered in between. */
const AT_ONCE = 20

/** Brings the index up to what has changed, a second later. */
export const indexSoon = (ctx: Context) =>
  ctx.queue.add('indexPosts', {}, { at: ctx.now() + GATHERED, once: 'indexPosts' })

/** What a post is found by has changed beside its words: a poll, a picture, who did something with it. */
export function indexAgain(ctx: Context, { statusId }: { statusId: number }): void {
  markChanged(ctx.db, { statusId })
  indexSoon(ctx)
}

/** What somebody lets be found has changed: each of their public posts is put into the index anew. */
export function indexAnew(ctx: Context, { accountId }: Events['indexableChanged']): void {
  markChangedOf(ctx.db, { accountId })
  indexSoon(ctx)
}

/** Goes on where the server stopped before it was done, and after a start with posts from before there was an index. */
export function indexLeftOver(ctx: Context): void {
  if (anyChanged(ctx.db)) indexSoon(ctx)
}

/** Brings the index up to every change so far. */
export const indexPosts: Worker<Context, Jobs['indexPosts']> = {
  async run(ctx) {
    while (indexNext(ctx, AT_ONCE) === AT_ONCE) await turn()
  },
}

/** Brings the index up to the next `most` changes; gives how many there were. */
export function indexNext(ctx: Context, most: number): number {
  return ctx.transact(() => {
    const changed = nextChanged(ctx.db, { after: 0, most }).map(({ id }) => id)
    if (changed.length === 0) return 0
    const ids = JSON.stringify(changed)
    const before = new Map(indexed(ctx.db, { ids }).map((row) => [row.id, row]))
    const after = new Map(documentsOf(ctx, ids).map((row) => [row.id, row]))
    for (const id of changed) {
      const [was, is] = [before.get(id), after.get(id)]
      if (is && (is.words !== was?.words || is.marks !== was.marks)) putIntoIndex(ctx.db, is)
      if (was && !is) takeFromIndex(ctx.db, { id })
    }
    settleChanged(ctx.db, { ids })
    return changed.length
  })
}

function documentsOf(ctx: Context, ids: string) {
  const beside = Map.groupBy(wordsBeside(ctx.db, { ids }), ({ statusId }) => statusId)
  const around = Map.groupBy(peopleAround(ctx.db, { ids }), ({ statusId }) => statusId)
  return postsToIndex(ctx.db, { ids }).map((post) => {
    const said = [post.spoilerText, post.text, ...(beside.get(post.id) ?? []).map(({ words }) => words)]
    const words = spaced(said.join('\n').trim())
    const people = around.get(post.id)?.map(({ accountId }) => accountId) ?? []
    return { id: post.id, words, marks: [...marksOf(post, people), ...pairsIn(words)].join(' ') }
  })
}

function marksOf(post: PostToIndex, around: readonly number[]): string[] {
  const topics: string[] = JSON.parse(post.warningTopics)
  const people = [...new Set([post.accountId, ...around])].sort((a, b) => a - b)
  const given: [boolean, string][] = [
    [post.visibility === 'public' && post.indexable === 1, marks.open],
    [post.isReply === 1, marks.reply],
    [post.sensitive === 1, marks.sensitive],
    [post.spoilerText !== '', marks.has('cw')],
    [post.hasPoll === 1, marks.has('poll')],
    [post.mediaCount > 0, marks.has('media')],
    [findEntities(post.text).some(({ kind }) => kind === 'link'), marks.has('link')],
    [post.language !== null, marks.language(post.language ?? '')],
  ]
  return [
    marks.from(post.accountId),
    ...people.map(marks.library),
    ...topics.map(marks.topic),
    ...given.filter(([holds]) => holds).map(([, mark]) => mark),
  ]
}
