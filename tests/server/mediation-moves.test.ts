import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MEDIATIONS } from '../support/mediation.ts'
import { afterwards, following, leaving } from '../support/moves/after.ts'
import { asking, choosing, draft, inviting, writing } from '../support/moves/before.ts'
import { type Doors, openDoors } from '../support/moves/cases.ts'
import { quoting } from '../support/moves/quoting.ts'
import { allMoves, allWays, type Record, record } from '../support/moves/record.ts'
import { opening, tableAndPen, talking } from '../support/moves/talk.ts'
import { interpreting, leadingTogether, learning } from '../support/moves/together.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let seen: Record
let doors: Doors
/** What happened to cases on a server that lost their texts. */
const lost: string[] = []
beforeAll(async () => {
  server = await startServer()
  server.ctx.db.pragma('synchronous = OFF')
  seen = record(server)
  doors = await openDoors(server, seen)
})
afterAll(() => server.stop())

/** Every move there is, through the doors and by the clock; each clock a minute before its time, and at it. */
const journeys: [string, (doors: Doors) => Promise<void>][] = [
  ['what is written and not sent, or leads to the page about safety', writing],
  ['a request that waits for the team', asking],
  ['an invitation', inviting],
  ['choosing a mediator', choosing],
  ['the opening', opening],
  ['the talk', talking],
  ['a post that one side would show', quoting],
  ['signing', tableAndPen],
  ['two who lead, one chosen by each side', leadingTogether],
  ['one who learns to mediate', learning],
  ['one who interprets', interpreting],
  ['the time after both signed', following],
  ['every way out', leaving],
  ['the end, and what is left after it', afterwards],
]

describe('through the doors goes', () => {
  test.each(journeys)('%s', { timeout: 120_000 }, async (_what, journey) => journey(doors))
})

test('open cases whose texts are lost end, whatever state they are in', { timeout: 60_000 }, async () => {
  const home = mkdtempSync(join(tmpdir(), 'left-community-'))
  const secrets = join(home, 'secrets')
  const first = await startServer({ SECRETS_DIR: secrets }, home)
  first.ctx.db.pragma('synchronous = OFF')
  const theirs = await openDoors(first, record(first))
  const states = ['triage', 'invited', 'matching', 'opening', 'active', 'signing', 'follow_up'] as const
  const cases: { id: string; a: Person }[] = [await draft(theirs)]
  for (const state of states) cases.push(await theirs.bring(state))
  await first.stop()
  rmSync(join(secrets, 'cases'), { recursive: true })
  const second = await startServer({ SECRETS_DIR: secrets }, home)
  try {
    for (const [at, { id, a }] of cases.entries()) {
      const reply = await fetch(`${second.url}${MEDIATIONS}/${id}`, { headers: { authorization: `Bearer ${a.token}` } })
      expect([id, (await reply.json()).title]).toEqual([id, 'This mediation was lost'])
      const state = at === 0 ? 'draft' : states[at - 1]
      lost.push(`${state} system lost`)
    }
  } finally {
    await second.stop()
    rmSync(home, { recursive: true, force: true })
  }
})

/** Who is on the page about safety is one side only: A before there is an invitation, and B from then until there is a yes. */
const nobodyThere = [
  ...['report', 'keep_evidence', 'talk_privately'].flatMap((verb) => [
    `diverted b ${verb}`,
    `invited a ${verb}`,
    `not_taken_up a ${verb}`,
  ]),
]

test('every move of the table was made over HTTP by everybody who can make it, in every state', () => {
  const made = new Set([...seen.made(), ...lost])
  expect(allMoves().filter((move) => !made.has(move) && !nobodyThere.includes(move))).toEqual([])
  expect(nobodyThere.filter((move) => made.has(move) || !allMoves().includes(move))).toEqual([])
})

/** A hard answer is kept, and leads on, before anything is sent; and what is signed holds without a mediator. */
const noWay = [
  'draft submit diverted',
  ...['opening', 'active', 'signing'].map((state) => `${state} mediator_gone follow_up`),
  'follow_up mediator_gone matching',
]

test('every way from a state to another was gone', () => {
  const gone = new Set([...seen.led(), ...lost.map((move) => `${move.split(' ')[0]} lost closed`)])
  expect(allWays().filter((way) => !gone.has(way) && !noWay.includes(way))).toEqual([])
  expect(noWay.filter((way) => gone.has(way))).toEqual([])
})
