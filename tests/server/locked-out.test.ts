import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseAbout, deciding, inCase, reportTo, settle } from '../support/moderation.ts'
import { newBrowser } from '../support/newcomer.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

const links = '/api/community/v1/appeals/link'

let server: TestServer
let mia: Person
let alice: Person
let ben: Person
beforeAll(async () => {
  server = await startServer()
  mia = await server.signUp('mia', { roles: ['moderator'] })
  alice = await server.signUp('alice')
  ben = await server.signUp('ben')
})
afterAll(() => server.stop())

const logIn = (password: string, who = alice) =>
  newBrowser(server).post('/auth/session', { login: who.username, password })
const RIGHT = 'a lantern in the reading room'

describe('who is locked out and has no mail', () => {
  test('finds the way to object at the log-in, after the right password and never after a wrong one', async () => {
    await reportTo(ben, alice)
    const { id } = await caseAbout(mia, alice)
    const decided = await inCase(mia, id, 'decide', deciding([{ kind: 'freeze' }]))
    expect(decided.status, decided.text).toBe(200)
    // within the first minutes nothing is told, since it can be undone
    const early = await logIn(RIGHT)
    expect(early.status).toBe(403)
    expect(early.body.appeal).toBeUndefined()
    await settle(server)
    const wrong = await logIn('a lamp in the reading room')
    expect(wrong.status).toBe(401)
    expect(wrong.text).not.toContain('appeal')
    const right = await logIn(RIGHT)
    expect(right.status).toBe(403)
    expect(right.body).toMatchObject({ error_code: 'disabled', appeal: expect.stringMatching(/^\/appeal#.{20,}$/) })
    const token = right.body.appeal.split('#')[1]
    const visitor = newBrowser(server)
    expect((await visitor.post(`${links}/read`, { token })).body).toMatchObject({ kind: 'freeze' })
    expect((await visitor.post(links, { token, wrong: 'It was not me.' })).status).toBe(200)
    await server.advance('P2D')
    expect((await visitor.post(`${links}/read`, { token })).status).toBe(404)
  })
})
