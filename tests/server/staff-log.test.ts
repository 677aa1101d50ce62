import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { houseLog } from '../../client/locales/en/house-staff.ts'
import type { LogEntry } from '../../shared/api/staff.ts'
import { staffActs } from '../../shared/api/staff-acts.ts'
import { caseAbout, deciding, inCase, reportTo, settle } from '../support/moderation.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let mia: Person
let sten: Person
let alice: Person
let ben: Person
beforeAll(async () => {
  server = await startServer()
  mia = await server.signUp('mia', { roles: ['moderator'] })
  sten = await server.signUp('sten', { roles: ['steward'] })
  alice = await server.signUp('alice')
  ben = await server.signUp('ben')
})
afterAll(() => server.stop())

describe('the log of those who run the community', () => {
  test('says what moderators did, in which case, and neither about whom nor in whose words', async () => {
    await reportTo(ben, alice, { comment: 'She was cruel to the baker.' })
    const { id } = await caseAbout(mia, alice)
    await inCase(mia, id, 'claim')
    const decided = await inCase(mia, id, 'decide', deciding([{ kind: 'warning' }], { reason: 'It was cruel.' }))
    expect(decided.status, decided.text).toBe(200)
    await settle(server)
    const { body, text } = await sten.browser.get<LogEntry[]>('/api/community/v1/admin/log')
    const here = body.filter(({ label }) => label === id)
    expect(here.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['case.case_claimed', 'case.taken_warning', 'case.case_decided']),
    )
    expect(here.every(({ by }) => by === 'mia')).toBe(true)
    expect(here.find(({ action }) => action === 'case.taken_warning')?.detail).toMatchObject({ rule: 'gr1' })
    expect(text).not.toMatch(/cruel|baker|belong|alice|ben"/)
  })

  test('has a sentence for everything that can stand in it', () => {
    expect(staffActs.filter((act) => !houseLog.actions[act])).toEqual([])
    expect(Object.keys(houseLog.actions).toSorted()).toEqual(staffActs.toSorted())
    expect(new Set(Object.values(houseLog.actions)).size).toBe(staffActs.length)
  })
})
