import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MediationView } from '../../shared/api/mediation.ts'
import { openRoom, wordsIn } from '../support/room.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const streamsOf = (view: MediationView) => view.streams.map(({ name }) => name)
const messagesOf = (view: MediationView, stream: string) =>
  view.streams.find(({ name }) => name === stream)?.messages ?? []
const verbsOf = (view: MediationView) => view.actions.map(({ verb }) => verb)

describe('in the joint room', () => {
  const joint = () => openRoom(server, { mode: 'joint' })

  test('messages are held for the mediator in the first phase', async () => {
    const { a, b, m, act, say: tell, see, last } = await joint()
    await tell(a, 'joint', 'This is what I saw.')
    const id = await last(a, 'joint')
    expect(wordsIn(await see(b), 'joint')).toEqual([])
    expect(messagesOf(await see(a), 'joint')[0]).toMatchObject({ state: 'held', note: 'This waits for the mediator.' })
    expect(messagesOf(await see(m), 'joint')[0]?.actions.map(({ verb }) => verb)).toEqual(['release'])
    expect((await act(a, 'release', { message_id: id })).status).toBe(409)
    await act(m, 'release', { message_id: id })
    expect(wordsIn(await see(b), 'joint')).toEqual(['This is what I saw.'])
  })

  test('one speaks at a time, and the turn can be passed on', async () => {
    const { a, b, m, act, say: tell, see } = await joint()
    expect((await tell(b, 'joint', 'Me first.')).body.error_code).toBe('turn')
    expect(verbsOf(await see(b))).not.toContain('pass_turn')
    expect((await act(a, 'pass_turn')).status).toBe(200)
    expect((await tell(b, 'joint', 'Thank you.')).status).toBe(200)
    expect((await tell(b, 'joint', 'And more.')).body.error_code).toBe('turn')
    expect((await act(m, 'pass_turn')).status).toBe(200)
    expect((await tell(a, 'joint', 'Now I.')).body.error_code).toBe('turn')
  })

  test('half an hour lies between two joint messages of one person, on both sides alike', async () => {
    const { a, b, m, act, say: tell, see } = await joint()
    await act(m, 'move_phase', { phase: 'needs' })
    expect((await tell(a, 'joint', 'One.')).status).toBe(200)
    const [stream] = (await see(a)).streams.filter(({ name }) => name === 'joint')
    expect(stream).toMatchObject({ can_write: false, why_not: expect.stringContaining('Half an hour'), max: 1500 })
    expect((await tell(a, 'joint', 'Two.')).body.error_code).toBe('pacing')
    expect((await tell(b, 'joint', 'Three.')).status).toBe(200)
    expect((await tell(b, 'joint', 'Four.')).body.error_code).toBe('pacing')
    expect((await tell(m, 'joint', 'Let us breathe.')).status).toBe(200)
    expect((await tell(m, 'joint', 'Go on.')).status).toBe(200)
    await server.advance('PT29M')
    expect((await tell(a, 'joint', 'Two.')).status).toBe(409)
    await server.advance('PT1M')
    expect((await tell(a, 'joint', 'Two.')).status).toBe(200)
  })

  test('the mediator holds a message back with a reason to its author, and lets it through again', async () => {
    const { a, b, m, act, say: tell, see, last } = await joint()
    await act(m, 'move_phase', { phase: 'needs' })
    await tell(a, 'joint', 'You always do this.')
    const id = await last(a, 'joint')
    expect((await act(m, 'hold', { message_id: id, reason: 'Try “I” instead of “you”.' })).status).toBe(200)
    expect(wordsIn(await see(b), 'joint')).toEqual([])
    expect(messagesOf(await see(a), 'joint')[0]?.note).toContain('Try “I” instead of “you”.')
    await act(m, 'release', { message_id: id })
    expect(wordsIn(await see(b), 'joint')).toEqual(['You always do this.'])
  })

  test('what was heard is written back at most three times, and marked yes, partly or no', async () => {
    const { a, b, m, act, say: tell, see, last } = await joint()
    await act(m, 'move_phase', { phase: 'reflect' })
    for (let round = 1; round <= 3; round += 1) {
      expect((await tell(a, 'joint', `I heard you, ${round}.`)).status).toBe(200)
      const id = await last(b, 'joint')
      expect((await act(b, 'mark', { message_id: id, mark: 'can' })).status).toBe(422)
      expect((await act(a, 'mark', { message_id: id, mark: 'yes' })).status).toBe(422)
      expect((await act(b, 'mark', { message_id: id, mark: 'partly' })).status).toBe(200)
      await act(b, 'pass_turn')
      await server.advance('PT30M')
    }
    expect(messagesOf(await see(a), 'joint').map(({ mark }) => mark)).toEqual(['partly', 'partly', 'partly'])
    expect((await tell(a, 'joint', 'I heard you, 4.')).body.error_code).toBe('rounds')
  })

  test('proposals are marked: can live with it, cannot, a question', async () => {
    const { a, b, m, act, say: tell, see, last } = await joint()
    await act(m, 'move_phase', { phase: 'options' })
    await tell(a, 'joint', 'We ask before we quote.')
    const message = messagesOf(await see(b), 'joint')[0]
    expect(message?.actions.find(({ verb }) => verb === 'mark')?.form[0]?.options.map(({ value }) => value)).toEqual([
      'can',
      'cannot',
      'ask',
    ])
    expect((await act(b, 'mark', { message_id: await last(b, 'joint'), mark: 'ask' })).status).toBe(200)
  })

  test('needs are picked from a list, with own words', async () => {
    const { a, m, act, see } = await joint()
    expect((await act(a, 'state_needs', { needs: ['clarity'] })).status).toBe(409)
    await act(m, 'move_phase', { phase: 'needs' })
    expect((await act(a, 'state_needs', { needs: ['clarity', 'distance'], text: 'And time.' })).status).toBe(200)
    expect(wordsIn(await see(m), 'joint')).toEqual(['I need: clarity, distance.\n\nAnd time.'])
    expect((await act(a, 'state_needs', { needs: [] })).status).toBe(422)
  })

  test('it opens only when both want it, and closes when one goes back to shuttle', async () => {
    const { a, b, act, say: tell, see } = await openRoom(server)
    await act(a, 'agree_joint')
    expect((await see(b)).mode).toBe('shuttle')
    expect(JSON.stringify(await see(b))).not.toContain('"joint"')
    await act(b, 'agree_joint')
    expect([(await see(a)).mode, streamsOf(await see(a))]).toEqual(['joint', ['caucus_a', 'joint']])
    await act(b, 'switch_to_shuttle')
    expect((await see(a)).mode).toBe('shuttle')
    expect((await tell(a, 'joint', 'still there?')).status).toBe(409)
  })
})
