import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MediationView } from '../../shared/api/mediation.ts'
import { cast } from '../support/masto.ts'
import { openRoom, type Room, wordsIn } from '../support/room.ts'
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

describe('in shuttle', () => {
  let room: Room
  beforeAll(async () => {
    room = await openRoom(server)
  })

  test('each talks with the mediator alone, and reads nothing of the other side', async () => {
    const { a, b, m, say: tell, see } = room
    expect((await tell(a, 'caucus_a', 'I was hurt by the word.')).status).toBe(200)
    expect((await tell(b, 'caucus_b', 'I did not mean it so.')).status).toBe(200)
    const [viewA, viewB, viewM] = [await see(a), await see(b), await see(m)]
    expect(streamsOf(viewA)).toEqual(['caucus_a'])
    expect(streamsOf(viewB)).toEqual(['caucus_b'])
    expect(streamsOf(viewM)).toEqual(['caucus_a', 'caucus_b', 'notes'])
    expect(wordsIn(viewA, 'caucus_a')).toEqual(['I was hurt by the word.'])
    expect(wordsIn(viewB, 'caucus_b')).toEqual(['I did not mean it so.'])
    expect(wordsIn(viewM, 'caucus_a')).toEqual(['I was hurt by the word.'])
    expect(JSON.stringify(viewB)).not.toContain('hurt')
    expect(messagesOf(viewA, 'caucus_a')[0]).toMatchObject({ author: 'you', author_name: 'You', state: 'sent' })
    expect(messagesOf(viewM, 'caucus_a')[0]).toMatchObject({ author: 'other', author_name: a.username })
  })

  test('nobody writes where they do not belong', async () => {
    const { a, b, m, say: tell } = room
    expect((await tell(a, 'caucus_b', 'hello')).status).toBe(404)
    expect((await tell(b, 'notes', 'hello')).status).toBe(404)
    expect((await tell(a, 'joint', 'hello')).body).toMatchObject({ error_code: 'shuttle' })
    expect((await tell(m, 'joint', 'hello')).body).toMatchObject({ error_code: 'shuttle' })
    const [stranger] = await cast(server, 'stranger')
    expect((await tell(stranger, 'caucus_a', 'hello')).status).toBe(404)
    expect((await stranger.api.get(room.path)).status).toBe(404)
  })

  test('an empty message, or one over 1,500 characters, is refused in the field’s terms', async () => {
    const { a, say: tell } = room
    expect((await tell(a, 'caucus_a', '  ')).body).toMatchObject({ details: { text: [{ error: 'ERR_BLANK' }] } })
    const long = await tell(a, 'caucus_a', 'x'.repeat(1501))
    expect([long.status, long.body.error]).toEqual([422, expect.stringContaining('1500 characters')])
    expect((await tell(a, 'caucus_a', 'x'.repeat(1500))).status).toBe(200)
  })

  test('the mediator’s notes are read by the mediator alone, and move nothing', async () => {
    const { a, b, m, say: tell, see } = room
    const before = (await see(a)).actions
    expect((await tell(m, 'notes', 'B sounds tired.')).status).toBe(200)
    expect(wordsIn(await see(m), 'notes')).toEqual(['B sounds tired.'])
    for (const person of [a, b]) expect(JSON.stringify(await see(person))).not.toContain('tired')
    expect((await see(a)).actions).toEqual(before)
  })
})

describe('words cross over', () => {
  test('only in the exact wording that their author said yes to, carried by the mediator', async () => {
    const { a, b, m, act, say: tell, see, last } = await openRoom(server)
    await tell(a, 'caucus_a', 'He called me a liar and I want him to say sorry.')
    const said = await last(a, 'caucus_a')
    const early = await act(m, 'carry', { message_id: said })
    expect([early.status, early.body.error_code]).toEqual([409, 'not_approved'])

    await act(m, 'offer', { message_id: said, text: 'Being called a liar hurt me.' })
    const wording = await last(a, 'caucus_a')
    const offered = messagesOf(await see(a), 'caucus_a').at(-1)
    expect(offered).toMatchObject({ state: 'offered', author: 'mediator', text: 'Being called a liar hurt me.' })
    expect(offered?.actions.map(({ verb }) => verb)).toEqual(['approve'])
    expect((await act(m, 'carry', { message_id: wording })).status).toBe(409)
    expect((await act(m, 'approve', { message_id: wording })).status).toBe(409)
    expect((await act(b, 'approve', { message_id: wording })).status).toBe(404)

    expect((await act(a, 'approve', { message_id: wording })).status).toBe(200)
    expect(JSON.stringify(await see(b))).not.toContain('liar')
    const offers = messagesOf(await see(m), 'caucus_a').find(({ id }) => id === wording)?.actions
    expect(offers?.map(({ verb }) => verb)).toContain('carry')
    expect((await act(m, 'carry', { message_id: wording })).status).toBe(200)
    const [arrived] = messagesOf(await see(b), 'caucus_b')
    expect(arrived).toMatchObject({
      author: 'other',
      carried: true,
      text: 'Being called a liar hurt me.',
      note: `carried by ${m.username}, in ${a.username}’s agreed words`,
    })
    expect((await act(m, 'carry', { message_id: wording })).status).toBe(409)
    expect(messagesOf(await see(a), 'caucus_a').at(-1)?.carried).toBe(true)
  })

  test('not once their author took the yes back', async () => {
    const { a, b, m, act, say: tell, see, last } = await openRoom(server)
    await tell(a, 'caucus_a', 'Tell him this.')
    const said = await last(a, 'caucus_a')
    await act(a, 'approve', { message_id: said })
    expect((await act(a, 'unsend', { message_id: said })).status).toBe(200)
    expect((await act(m, 'carry', { message_id: said })).status).toBe(409)
    await act(a, 'approve', { message_id: said })
    await act(m, 'carry', { message_id: said })
    expect(wordsIn(await see(b), 'caucus_b')).toEqual(['Tell him this.'])
    expect((await act(a, 'unsend', { message_id: said })).status).toBe(409)
  })

  test('a message is taken back within ten minutes, and then not', async () => {
    const { a, m, act, say: tell, see, last } = await openRoom(server)
    await tell(a, 'caucus_a', 'Too quick.')
    const first = await last(a, 'caucus_a')
    expect((await act(m, 'unsend', { message_id: first })).status).toBe(404)
    expect((await act(a, 'unsend', { message_id: first })).status).toBe(200)
    expect(messagesOf(await see(m), 'caucus_a')[0]).toMatchObject({ state: 'unsent', text: '', actions: [] })
    await tell(a, 'caucus_a', 'Slower.')
    const second = await last(a, 'caucus_a')
    await server.advance('PT10M')
    expect((await act(a, 'unsend', { message_id: second })).status).toBe(409)
  })

  test('what one told the mediator is deleted on request, at once, and not what was carried over', async () => {
    const { a, b, m, act, say: tell, see, last } = await openRoom(server)
    await tell(a, 'caucus_a', 'carried words')
    await act(a, 'approve', { message_id: await last(a, 'caucus_a') })
    await act(m, 'carry', { message_id: await last(a, 'caucus_a') })
    await tell(a, 'caucus_a', 'between us')
    await tell(m, 'caucus_a', 'an answer')
    expect((await act(a, 'erase_mine')).status).toBe(200)
    expect(wordsIn(await see(m), 'caucus_a')).toEqual(['', '', 'an answer'])
    expect(wordsIn(await see(b), 'caucus_b')).toEqual(['carried words'])
  })

  test('a case waits for whom something new was said, until they do something', async () => {
    const { a, b, m, act, say: tell, see, last } = await openRoom(server)
    const waiting = async () => Promise.all([a, b, m].map(async (person) => (await see(person)).needs_you))
    expect(await waiting()).toEqual([false, false, false])
    await tell(a, 'caucus_a', 'a question')
    expect(await waiting()).toEqual([false, false, true])
    await act(m, 'offer', { message_id: await last(a, 'caucus_a'), text: 'a better question' })
    expect(await waiting()).toEqual([true, false, false])
    await act(a, 'approve', { message_id: await last(a, 'caucus_a') })
    expect(await waiting()).toEqual([false, false, true])
    await act(m, 'carry', { message_id: await last(a, 'caucus_a') })
    expect(await waiting()).toEqual([false, true, false])
  })

  test('one message to each side where only one message was asked for', async () => {
    const { a, b, m, act, say: tell, see, last } = await openRoom(server, { track: 'message' })
    const carry = async (person: typeof a, stream: 'caucus_a' | 'caucus_b', text: string) => {
      await tell(person, stream, text)
      const id = await last(person, stream)
      await act(person, 'approve', { message_id: id })
      return act(m, 'carry', { message_id: id })
    }
    expect((await carry(a, 'caucus_a', 'I miss our talks.')).status).toBe(200)
    expect((await carry(b, 'caucus_b', 'So do I.')).status).toBe(200)
    expect(wordsIn(await see(a), 'caucus_a')).toEqual(['I miss our talks.', 'So do I.'])
    expect((await carry(a, 'caucus_a', 'And another thing.')).body.error_code).toBe('one_message')
    expect((await carry(b, 'caucus_b', 'And one more.')).body.error_code).toBe('one_message')
    await server.advance('P7D')
    expect((await see(a)).state).toBe('closed')
  })
})

test('one message grows into a mediation only where both want it', async () => {
  const { a, b, act, see } = await openRoom(server, { track: 'message' })
  await act(b, 'move_up')
  expect((await see(a)).track).toBe('message')
  expect(JSON.stringify((await see(a)).actions)).toContain('move_up')
  expect((await act(b, 'move_up')).status).toBe(409)
  await act(a, 'move_up')
  expect([(await see(b)).track, (await see(b)).state]).toEqual(['mediation', 'active'])
  await server.advance('P8D')
  expect((await see(a)).state).toBe('active')
})

describe('pausing', () => {
  test('2, 12, 24 or 72 hours, by anybody, told to nobody by whom; the parties have three each', async () => {
    const { a, b, m, act, say: tell, see } = await openRoom(server)
    expect((await act(a, 'pause', { hours: 3 })).status).toBe(422)
    for (const hours of [2, 12, 24]) {
      expect((await act(a, 'pause', { hours })).status).toBe(200)
      const [viewA, viewB] = [await see(a), await see(b)]
      const rest = new Date(viewB.paused_until ?? 0).getTime() - server.ctx.now()
      expect([rest <= hours * 3_600_000, rest > hours * 3_600_000 - 5000]).toEqual([true, true])
      expect([viewA.title, viewA.text, viewA.paused_until]).toEqual([viewB.title, viewB.text, viewB.paused_until])
      expect((await tell(b, 'caucus_b', 'still here')).body.error_code).toBe('paused')
      await server.advance(`PT${hours}H`)
      expect((await see(b)).paused_until).toBeNull()
      expect((await tell(b, 'caucus_b', `after ${hours}`)).status).toBe(200)
    }
    expect((await act(a, 'pause', { hours: 2 })).status).toBe(409)
    expect((await act(b, 'pause', { hours: 2 })).status).toBe(200)
    await server.advance('PT2H')
    for (let n = 0; n < 4; n += 1) {
      expect((await act(m, 'pause', { hours: 2 })).status).toBe(200)
      await server.advance('PT2H')
    }
  })
})

test('who set a pause can end it early, and nobody else can or sees by whom', async () => {
  const { a, b, m, act, see } = await openRoom(server)
  await act(b, 'pause', { hours: 72 })
  expect([verbsOf(await see(a)), verbsOf(await see(m))].flat()).not.toContain('resume')
  for (const other of [a, m]) expect((await act(other, 'resume')).status).toBe(409)
  expect((await act(b, 'resume')).status).toBe(200)
  expect((await see(a)).paused_until).toBeNull()
})

describe('I4: either party or the mediator ends it in one tap, without a reason', () => {
  test.each(['opening', 'active', 'signing', 'follow_up'] as const)('in %s', async (state) => {
    for (const who of ['a', 'b', 'm'] as const) {
      const room = await openRoom(server, state === 'opening' ? { until: 'opening' } : {})
      if (state === 'signing' || state === 'follow_up') await signedRoom(room, state === 'follow_up')
      expect((await room.see(room[who])).state).toBe(state)
      const verb = who === 'm' ? 'end' : 'leave'
      const exit = (await room.see(room[who])).actions.filter(({ weight }) => weight === 'exit')
      expect(exit).toMatchObject([{ verb, form: [] }])
      expect((await room.act(room[who], verb)).status).toBe(200)
      const others = (['a', 'b', 'm'] as const).filter((one) => one !== who)
      for (const other of others) {
        const { state: after, text, title } = await room.see(room[other])
        expect(after).toBe('closed')
        expect(`${title} ${text}`).toContain('The mediation has ended. This is a normal way for it to end.')
      }
    }
  })
})

test('I4: also while a mediator is chosen, and without the other side learning who went', async () => {
  for (const who of ['a', 'b'] as const) {
    const { act, see, ...room } = await openRoom(server)
    await act(room.a, 'replace_mediator')
    expect((await see(room[who])).state).toBe('matching')
    expect((await act(room[who], 'leave')).status).toBe(200)
    const { state, title, text } = await see(room[who === 'a' ? 'b' : 'a'])
    expect([state, `${title} ${text}`]).toEqual(['closed', expect.stringContaining('normal way for it to end')])
  }
})

async function signedRoom({ a, b, m, act, see }: Room, sign: boolean): Promise<void> {
  await act(m, 'to_signing')
  const clauses = [{ type: 'free', owed_by: 'both', text: 'We ask before we quote.' }]
  await act(m, 'edit_agreement', { clauses, publicity: 'none', statement: '' })
  const { agreement } = await see(a)
  if (!sign) return
  for (const person of [a, b]) await act(person, 'sign', { version: agreement?.version, sha256: agreement?.sha256 })
}
