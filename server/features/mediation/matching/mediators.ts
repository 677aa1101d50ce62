import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { limits } from '../../../limits.ts'
import { nameOf } from '../cases.ts'
import { openMediations, type ProfileRow, volunteers } from './queries.ts'

const words = z.array(z.string())
const ids = z.array(z.int())

/** A volunteer as the matching sees them. */
export type Mediator = {
  accountId: number
  languages: string[]
  hours: string[]
  maxOpen: number
  /** Says so, was not seen for long, or rests after a hard case. */
  isAway: boolean
  closeTo: number[]
  topicsNotTaken: string
  /** Would mediate together with somebody else, and still learns. */
  together: boolean
  learns: boolean
  tookAt: number
}

/** Whether somebody is away: they say so, or were not here for some days. */
const isAway = (ctx: Context, { away, seenAt, coolingUntil }: ProfileRow): boolean =>
  away === 1 || seenAt < ctx.now() - limits.mediatorIdle || coolingUntil > ctx.now()

/** A JSON list of words as stored. */
export const readWords = (text: string): string[] => words.parse(JSON.parse(text))

/** Whom a volunteer is close to. */
export const readCloseTo = (ctx: Context, sealed: Buffer): number[] => ids.parse(JSON.parse(ctx.vault.open(sealed)))

/** Everybody who volunteers now. */
export const mediatorsNow = (ctx: Context): Mediator[] =>
  volunteers(ctx.db).map((row) => ({
    accountId: row.accountId,
    languages: readWords(row.languages),
    hours: readWords(row.hours),
    maxOpen: row.maxOpen,
    isAway: isAway(ctx, row),
    closeTo: readCloseTo(ctx, row.closeTo),
    topicsNotTaken: row.topicsNotTaken,
    together: row.coMediation === 1,
    learns: row.trainee === 1,
    tookAt: row.tookAt,
  }))

/** How many cases each of several people mediates now; one query. */
export function loadOf(ctx: Context, people: readonly { accountId: number }[]): Map<number, number> {
  const byName = new Map(people.map(({ accountId }) => [nameOf(ctx, accountId).toString('hex'), accountId]))
  const rows = openMediations(ctx.db, { names: JSON.stringify([...byName.keys()]) })
  return new Map(rows.map(({ name, count }) => [byName.get(name) ?? 0, count]))
}
