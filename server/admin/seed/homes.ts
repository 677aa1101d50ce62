import type { Context } from '../../context.ts'
import { limits } from '../../limits.ts'
import type { Follow, SeedPerson } from './people.ts'
import type { Trace } from './posts.ts'
import { addHomeEntry } from './queries.ts'

type Home = { person: SeedPerson; follows: Set<SeedPerson>; entries: number }

/** Whether a post that somebody's people wrote belongs on their home: answers only to those they know. */
function belongs({ author, answers, onlyFor }: Trace, { person, follows }: Home): boolean {
  if (author === person) return true
  if (onlyFor && onlyFor !== person) return false
  return !answers || answers === author || answers === person || follows.has(answers)
}

/** Writes everybody's home timeline, newest posts first, each up to its most. */
export function seedHomes(
  ctx: Context,
  people: readonly SeedPerson[],
  follows: readonly Follow[],
  posts: readonly Trace[],
): void {
  const homes = new Map(
    people.map((person): [SeedPerson, Home] => [person, { person, follows: new Set(), entries: 0 }]),
  )
  const readers = new Map(people.map((person): [SeedPerson, Home[]] => [person, []]))
  for (const { person, target } of follows) homes.get(person)?.follows.add(target)
  for (const home of homes.values()) {
    for (const author of [home.person, ...home.follows]) readers.get(author)?.push(home)
  }
  for (const post of posts.toReversed()) {
    for (const home of readers.get(post.author) ?? []) {
      if (home.entries >= limits.homeEntries || !belongs(post, home)) continue
      home.entries += 1
      addHomeEntry(ctx.db, { accountId: home.person.id, statusId: post.id })
    }
  }
}
