import type { Context } from '../context.ts'
import { DAY } from '../core/clock.ts'
import { conflict } from '../core/errors.ts'
import { indexNext } from '../features/search/keep.ts'
import { seedHomes } from './seed/homes.ts'
import { type Span, seedFollows, seedPeople } from './seed/people.ts'
import { peerDomain } from './seed/phrases.ts'
import { seedPosts } from './seed/posts.ts'
import { addPeer, anyMember } from './seed/queries.ts'

/** How much to make up. `passwordHash` lets everybody log in; without it nobody can. */
export type SeedSize = { users: number; statuses: number; peers: number; passwordHash: string }

/** Posts that are brought into the index together. */
const POSTS_AT_ONCE = 1000

function refuseUsedFolder(ctx: Context): void {
  const found = anyMember(ctx.db)
  if (!found) return
  throw conflict(
    found.madeUp === 0
      ? 'Real people have accounts here, so nothing was made up. Use an empty data folder.'
      : 'This data folder holds made-up members already. Use an empty one.',
  )
}

function seedPeers(ctx: Context, count: number, { from, until }: Span): void {
  for (let index = 0; index < count; index++) {
    addPeer(ctx.db, { domain: peerDomain(index), at: Math.floor(from + ((until - from) * index) / count) })
  }
}

/**
 * Makes up a community of the last year: exactly so many members, posts and peers, the same with every run but for
 * the dates, which end now. All or nothing. Throws 409 where anybody has an account already.
 */
export function seed(ctx: Context, size: SeedSize): void {
  const span = { from: ctx.now() - 365 * DAY, until: ctx.now() }
  // a transaction larger than the cache would be written out again and again
  ctx.db.pragma('cache_size = -400000')
  try {
    ctx.transact(() => makeUp(ctx, size, span))
  } finally {
    ctx.db.pragma('cache_size = -8000')
  }
}

function makeUp(ctx: Context, { users, statuses, peers, passwordHash }: SeedSize, span: Span): void {
  refuseUsedFolder(ctx)
  const people = seedPeople(ctx, users, span, passwordHash)
  const follows = seedFollows(ctx, people, span)
  const posts = seedPosts(ctx, people.length > 0 ? statuses : 0, span, people)
  while (indexNext(ctx, POSTS_AT_ONCE) > 0);
  seedHomes(ctx, people, follows, posts)
  seedPeers(ctx, peers, span)
}
