import { describe, expect, test } from 'vitest'
import { cast } from '../support/masto.ts'
import {
  caseAbout,
  deciding,
  inCase,
  noticesOf,
  queueOf,
  queuePage,
  reportTo,
  takeTurn,
} from '../support/moderation.ts'
import { ann, ben, max, mia, mo, server, withTeam } from '../support/moderation-team.ts'
import type { Person } from '../support/server.ts'

const API = '/api/community/v1/moderation'

withTeam()

const names = (entries: { about_name: string }[]) => entries.map(({ about_name }) => about_name)

describe('the queue is read a page at a time', () => {
  test('each case once, the most pressing first, and what was decided with the latest first', async () => {
    const many = await cast(server, ...Array.from({ length: 13 }, (_, n) => `many${n}`))
    for (const [n, about] of many.entries()) await reportTo(ann, about, n === 12 ? { kind: 'private' } : {})
    const first = await queuePage(mo)
    expect(first.entries).toHaveLength(10)
    expect(first.entries[0]?.about_name).toBe(many[12]?.username)
    const all = names((await queueOf(mo)).entries)
    expect(new Set(all).size).toBe(all.length)
    for (const { username } of many) expect(all).toContain(username)
    for (const about of many) {
      await inCase(mo, (await caseAbout(mo, about)).id, 'decide', {})
      await server.advance('PT1S')
    }
    const decided = names((await queueOf(mo, 'decided')).entries)
    expect(decided.slice(0, 13)).toEqual(many.map(({ username }) => username).toReversed())
    expect((await mo.browser.get(`${API}?after=soon`)).status).toBe(400)
  })

  test('what I have taken stands by itself, appeals and second looks among it', async () => {
    await reportTo(ann, ben)
    const { id } = await caseAbout(mo, ben)
    await inCase(mo, id, 'decide', deciding([{ kind: 'freeze' }], { keep_open: true }))
    await inCase(max, id, 'claim')
    const mine = (await queueOf(max, 'mine')).entries.filter(({ case_id }) => case_id === id)
    expect(mine.map(({ what }) => what).toSorted()).toEqual(['case', 'review'])
    expect((await queueOf(mo, 'mine')).entries.filter(({ case_id }) => case_id === id)).toEqual([])
  })
})

describe('somebody’s private information', () => {
  const minutes = async (about: Person) =>
    Math.round((Date.parse((await caseAbout(mo, about)).due_at) - server.ctx.now()) / 60_000)

  test('is decided on within four hours while nobody is on duty, and within one of somebody who comes', async () => {
    await reportTo(ann, ben, { kind: 'private' })
    expect(await minutes(ben)).toBe(240)
    await takeTurn(mia, server.ctx.now() + 90 * 60_000, 2)
    expect(await minutes(ben)).toBe(150)
    const [cat] = await cast(server, 'cat')
    await reportTo(ann, cat, { kind: 'private' })
    expect(await minutes(cat)).toBe(150)
    await takeTurn(max, server.ctx.now(), 1)
    expect([await minutes(ben), await minutes(cat)]).toEqual([60, 60])
  })
})

describe('what I cannot bear', () => {
  const leave = (person: Person, kinds: string[]) => person.browser.put(`${API}/skips`, { kinds })

  test('the queue does not give me, and I am not told of it, while somebody else takes it', async () => {
    expect((await leave(mo, ['doxxing'])).body).toEqual({ kinds: ['doxxing'], taken_by_nobody: [] })
    await reportTo(ann, ben, { kind: 'private' })
    const { id } = await caseAbout(max, ben)
    const given = async (person: Person) => (await queueOf(person)).entries.some(({ case_id }) => case_id === id)
    const told = async (person: Person) => (await noticesOf(person)).some(({ link }) => link.endsWith(id))
    expect([await given(mo), await given(max)]).toEqual([false, true])
    expect([await told(mo), await told(max)]).toEqual([false, true])
    expect((await mo.browser.get(`${API}/cases/${id}`)).status).toBe(200)
  })

  test('comes back to everybody where nobody takes it, for it must not lie there unseen', async () => {
    await leave(mo, ['doxxing'])
    await leave(max, ['doxxing'])
    const { body } = await leave(mia, ['doxxing', 'children'])
    expect(body).toEqual({ kinds: ['children', 'doxxing'], taken_by_nobody: ['doxxing'] })
    await reportTo(ann, ben, { kind: 'private' })
    expect((await queueOf(mo)).entries.map(({ about }) => about?.id)).toContain(ben.id)
    for (const person of [mo, max, mia]) expect((await leave(person, [])).body.kinds).toEqual([])
  })
})

describe('the sentences that a statement begins with', () => {
  const read = async (person: Person) => (await person.browser.get(`${API}/openings`)).body

  test('are kept by the team for each rule, changed and taken away by any of it, and by nobody else', async () => {
    const add = (person: Person, rule = 'gr1') =>
      person.browser.post(`${API}/openings`, { rule, text: 'You wrote about people of one kind: ' })
    expect((await add(ann)).status).toBe(403)
    expect((await add(mo, 'gr99')).status).toBe(422)
    expect((await add(mo)).body).toEqual([
      { id: expect.any(String), rule: 'gr1', text: 'You wrote about people of one kind:' },
    ])
    const [{ id }] = await read(max)
    await max.browser.put(`${API}/openings/${id}`, { text: 'Other words.' })
    expect((await read(mo))[0].text).toBe('Other words.')
    expect((await ann.browser.delete(`${API}/openings/${id}`)).status).toBe(403)
    for (let n = 0; n < 9; n += 1) await add(mo)
    expect((await add(mo)).body.error_code).toBe('too_many')
    for (const one of await read(mo)) await mia.browser.delete(`${API}/openings/${one.id}`)
    expect(await read(mo)).toEqual([])
  })
})
