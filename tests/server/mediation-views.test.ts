import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { standings } from '../../shared/locales/en/mediation.ts'
import { view } from '../support/mediation.ts'
import { type Doors, openDoors } from '../support/moves/cases.ts'
import { record } from '../support/moves/record.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { scenes } from '../support/views/scenes.ts'
import { table } from '../support/views/table.ts'

let server: TestServer
let doors: Doors
beforeAll(async () => {
  server = await startServer()
  server.ctx.db.pragma('synchronous = OFF')
  doors = await openDoors(server, record(server))
})
afterAll(() => server.stop())

const DAY = 86_400_000
const daysUntil = (at: string | null) =>
  at === null ? null : Math.round((24 * (Date.parse(at) - server.ctx.now())) / DAY) / 24

/** The team's own question stands in place of the words that are there for everybody. */
const QUESTION = 'Since when?'

describe('what each sees of a case, and can do in it, is what the table says', () => {
  test.each(Object.entries(scenes))('%s', { timeout: 60_000 }, async (name, go) => {
    const { id, viewers } = await go(doors)
    expect(Object.keys(viewers)).toEqual(Object.keys(table[name] ?? {}))
    for (const [who, person] of Object.entries(viewers)) {
      const { body } = await view(person, id)
      const [state, standing, due, verbs, rest = null] = table[name]?.[who] ?? []
      const said = standings[standing ?? 'draft']
      const text = standing === 'asked' ? QUESTION : said.text
      expect({
        who,
        state: body.state,
        said: [body.title, body.text, body.next],
        due: daysUntil(body.due_at),
        rests: daysUntil(body.paused_until),
        actions: body.actions.map(({ verb }) => verb).join(' '),
      }).toEqual({ who, state, said: [said.title, text, said.next], due, rests: rest, actions: verbs })
    }
  })
})

test('and the table has every one of them', () => {
  expect(Object.keys(table)).toEqual(Object.keys(scenes))
})
