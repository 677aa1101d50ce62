import type { Context } from '../../context.ts'
import { createIds } from '../../core/ids.ts'
import { groundRuleIds, readRulesInForce, rulesDigest } from '../../features/rules/present.ts'
import { putAcceptance } from '../../features/rules/queries.ts'
import { sayBio, sayName } from './phrases.ts'
import { addFollow, addPerson, addPrivateSide } from './queries.ts'
import { createRandom, type Random } from './random.ts'

/** A made-up member, who joined at `at`. */
export type SeedPerson = { id: number; username: string; at: number }

/** The time from which and until which the made-up life lasts, in ms. */
export type Span = { from: number; until: number }

/** Who follows whom. */
export type Follow = { person: SeedPerson; target: SeedPerson; at: number }

/** Whom one person follows at most, however many there are. */
const FOLLOWS = 40

/** Mints ids of given times, which have to come in order. */
export function createPastIds(): (time: number) => number {
  let at = 0
  const mint = createIds(() => at)
  return (time) => {
    at = time
    return mint()
  }
}

function acceptRules(ctx: Context, people: readonly SeedPerson[]): void {
  const set = readRulesInForce(ctx.db)
  const agreed = { version: set.version, locale: set.locale, digest: rulesDigest(set), via: 'admin' }
  for (const { id, at } of people) {
    const acks = JSON.stringify(Object.fromEntries(groundRuleIds(set).map((rule) => [rule, at])))
    putAcceptance(ctx.db, { ...agreed, accountId: id, acks, now: at })
  }
}

/** Makes `count` members who joined one after another, many of them early, and who accepted the rules. */
export function seedPeople(ctx: Context, count: number, span: Span, passwordHash: string): SeedPerson[] {
  const random = createRandom(1912)
  const idAt = createPastIds()
  const digits = Math.max(3, String(count).length)
  const people = Array.from({ length: count }, (_, index): SeedPerson => {
    const at = Math.floor(span.from + (span.until - span.from) * 0.9 * (index / count) ** 2)
    return { id: idAt(at), username: `seed${String(index + 1).padStart(digits, '0')}`, at }
  })
  for (const { id, username, at } of people) {
    const bio = random.chance(0.8) ? sayBio(random) : ''
    addPerson(ctx.db, { id, username, name: sayName(random), bio, locked: random.chance(0.1) ? 1 : 0, at })
    addPrivateSide(ctx.db, { id, passwordHash, at })
  }
  acceptRules(ctx, people)
  return people
}

/** Somebody's place among those who joined: the earlier, the better known. */
const wellKnown = (random: Random, count: number) => Math.floor(count * random.next() ** 1.7)

function imagineFollows(random: Random, person: SeedPerson, people: readonly SeedPerson[], until: number): Follow[] {
  const targets = new Set<SeedPerson>()
  const most = Math.min(people.length - 1, 8 + random.below(FOLLOWS - 8))
  for (let tries = 0; targets.size < most && tries < most * 4; tries++) {
    const target = people[wellKnown(random, people.length)]
    if (target && target !== person) targets.add(target)
  }
  return [...targets].map((target) => {
    const since = Math.max(person.at, target.at)
    return { person, target, at: Math.floor(since + (until - since) * random.next()) }
  })
}

/** Lets everyone follow some of the others. */
export function seedFollows(ctx: Context, people: readonly SeedPerson[], span: Span): Follow[] {
  const random = createRandom(1936)
  const follows = people.flatMap((person) => imagineFollows(random, person, people, span.until))
  const idAt = createPastIds()
  for (const { person, target, at } of follows.sort((a, b) => a.at - b.at)) {
    addFollow(ctx.db, { id: idAt(at), accountId: person.id, targetId: target.id, at })
  }
  return follows
}
