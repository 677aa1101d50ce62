import { afterAll, beforeAll, beforeEach } from 'vitest'
import { cast } from './masto.ts'
import { startWithTeam } from './moderation.ts'
import type { Person, TestServer } from './server.ts'

/** The server of a file of tests that called {@link withTeam}. */
export let server: TestServer
/** Three who decide on reports there. */
export let mo: Person
export let max: Person
export let mia: Person
/** Two whom each test finds new: one who reports, and one who is reported. */
export let ann: Person
export let ben: Person

/** Starts all that for a file of tests, and ends it after the last one. */
export function withTeam(): void {
  beforeAll(async () => {
    ;({ server, mo, max, mia } = await startWithTeam())
  })
  beforeEach(async () => {
    ;[ann, ben] = await cast(server, 'ann', 'ben')
  })
  afterAll(() => server.stop())
}
