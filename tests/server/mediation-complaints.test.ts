import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MediationComplaint } from '../../shared/api/mediation-team.ts'
import { MEDIATIONS } from '../support/mediation.ts'
import { endedRoom, holder, openRoom } from '../support/room.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
  server.ctx.db.pragma('synchronous = OFF')
})
afterAll(() => server.stop())

const complaintsOf = async (person: Person) =>
  (await person.api.get<MediationComplaint[]>(`${MEDIATIONS}/complaints`)).body

test('a complaint is answered by a coordinator who had no part in the case, and never by the mediator', async () => {
  const [own, other] = [await holder(server, 'coordinator'), await holder(server, 'coordinator')]
  const { a, m, act } = await endedRoom(server, own)
  await act(a, 'complain', { text: 'He took sides.' })
  expect(await complaintsOf(own)).toEqual([])
  const [complaint] = await complaintsOf(other)
  expect(complaint).toMatchObject({ text: 'He took sides.', yours: false, answer: null })
  expect(Date.parse(complaint?.due_at ?? '') - Date.parse(complaint?.at ?? '')).toBe(14 * 86_400_000)
  const answer = { outcome: 'apology', text: 'We are sorry for that.' }
  expect((await own.api.post(`${MEDIATIONS}/complaints/${complaint?.id}/answer`, answer)).status).toBe(404)
  expect((await m.api.post(`${MEDIATIONS}/complaints/${complaint?.id}/answer`, answer)).status).toBe(404)
  expect((await other.api.post(`${MEDIATIONS}/complaints/${complaint?.id}/answer`, answer)).status).toBe(200)
  expect(await complaintsOf(a)).toMatchObject([{ yours: true, ...{ outcome: 'apology', answer: answer.text } }])
  expect((await other.api.post(`${MEDIATIONS}/complaints/${complaint?.id}/answer`, answer)).status).toBe(409)
})

test('a complaint goes to a steward when nobody answered it within 14 days', async () => {
  const steward = await holder(server, 'steward')
  const { a, act } = await endedRoom(server)
  await act(a, 'complain', { text: 'Nobody answers me.' })
  expect(await complaintsOf(steward)).toEqual([])
  await server.advance('P14D')
  const [late] = await complaintsOf(steward)
  expect(late).toMatchObject({ text: 'Nobody answers me.' })
  const path = `${MEDIATIONS}/complaints/${late?.id}/answer`
  expect((await steward.api.post(path, { outcome: 'none', text: 'We looked into it.' })).status).toBe(200)
})

test('a complaint is taken on to a steward by who made it, where the answer was not enough, and to nobody after that', async () => {
  const [coordinator, steward, both] = [
    await holder(server, 'coordinator'),
    await holder(server, 'steward'),
    await holder(server, 'steward'),
  ]
  const { a, b, act } = await endedRoom(server)
  await act(a, 'complain', { text: 'She laughed at me.' })
  const mine = (await complaintsOf(a))[0]
  const path = `${MEDIATIONS}/complaints/${mine?.id}`
  expect(mine).toMatchObject({ can_take_on: false, vacant: false })
  expect((await a.api.post(`${path}/steward`, { text: 'Too slow.' })).status).toBe(409)
  await coordinator.api.post(`${path}/answer`, { outcome: 'none', text: 'We see no fault.' })
  expect(await complaintsOf(steward)).toEqual([])
  for (const other of [b, coordinator, steward])
    expect((await other.api.post(`${path}/steward`, { text: 'Let me.' })).status).toBe(404)
  expect((await a.api.post(`${path}/steward`, { text: ' ' })).status).toBe(422)
  await a.api.post(`${path}/steward`, { text: 'Nobody asked me what happened.' })
  expect((await a.api.post(`${path}/steward`, { text: 'And again.' })).status).toBe(409)
  expect((await coordinator.api.get<MediationComplaint[]>(`${MEDIATIONS}/complaints`)).body).toEqual([])
  const [taken] = await complaintsOf(steward)
  expect(taken).toMatchObject({
    text: 'She laughed at me.',
    answer: 'We see no fault.',
    further: 'Nobody asked me what happened.',
  })
  expect(Date.parse(taken?.due_at ?? '') - server.ctx.now()).toBeGreaterThan(13.9 * 86_400_000)
  expect((await coordinator.api.post(`${path}/answer`, { outcome: 'none', text: 'No.' })).status).toBe(404)
  const answer = { outcome: 'apology', text: 'You were right to ask again.' }
  expect((await steward.api.post(`${path}/answer`, answer)).status).toBe(200)
  expect((await both.api.post(`${path}/answer`, answer)).status).toBe(409)
  expect((await complaintsOf(a))[0]).toMatchObject({
    outcome: 'none',
    last_outcome: 'apology',
    last_answer: answer.text,
    can_take_on: false,
  })
  expect((await a.api.post(`${path}/steward`, { text: 'Still not.' })).status).toBe(409)
})

test('who complained is told where nobody who could answer it is left', async () => {
  const { a, act } = await endedRoom(server)
  server.ctx.db.exec(`DELETE FROM roles WHERE role IN ('coordinator', 'steward')`)
  await act(a, 'complain', { text: 'Is anybody there?' })
  expect((await complaintsOf(a))[0]).toMatchObject({ vacant: true })
  const steward = await holder(server, 'steward')
  expect((await complaintsOf(a))[0]).toMatchObject({ vacant: false })
  expect((await complaintsOf(steward))[0]).toMatchObject({ text: 'Is anybody there?' })
})

test('a complaint can bring another mediator, or a rest from the pool', async () => {
  const clover = await holder(server, 'coordinator')
  const room = await openRoom(server)
  await room.act(room.a, 'complain', { text: 'Please somebody else.' })
  const mine = (await complaintsOf(clover)).find(({ text }) => text === 'Please somebody else.')
  await clover.api.post(`${MEDIATIONS}/complaints/${mine?.id}/answer`, {
    outcome: 'replacement',
    text: 'You choose anew.',
  })
  expect((await room.see(room.a)).state).toBe('matching')
  expect((await room.m.api.get(room.path)).status).toBe(404)
})
