import { randomInt } from 'node:crypto'

const first =
  'amber autumn broad calm clear cool dappled early even far gentle green high hollow inland low mild mossy narrow northern old open pale quiet round silver slow soft southern still sunny tall upland warm western wide winding winter'.split(
    ' ',
  )
const second =
  'alder bay beach birch bridge brook cedar cliff clover coast cove creek dune fern ferry field fjord garden gate glade grove harbour heath hill island lake lane lantern lighthouse meadow mill oak orchard path pine pond reed river shore spring stream valley willow wood'.split(
    ' ',
  )

const oneOf = (words: readonly string[]) => words[randomInt(words.length)] ?? ''

const TRIES = 20

/** Two plain words that stand for a case wherever a name would say too much; not those of another one, if it can be. */
export function newCodeName(isTaken: (name: string) => boolean): string {
  const names = Array.from({ length: TRIES }, () => `${oneOf(first)} ${oneOf(second)}`)
  return names.find((name) => !isTaken(name)) ?? names[0] ?? ''
}
