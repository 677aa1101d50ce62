import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MediationDesk, MediationTriage } from '../../shared/api/mediation-team.ts'
import { act, ask, MEDIATIONS, mediator, member, settle, view, yes } from '../support/mediation.ts'
import { openRoom, type Room, wordsIn } from '../support/room.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const verbsOf = async (room: Room, person: Person) => (await room.see(person)).actions.map(({ verb }) => verb)
const status = async (person: Person, id: string) => (await view(person, id)).status
const good = async (reply: Promise<{ status: number; text: string }>) => {
  const { status: code, text } = await reply
  if (code !== 200) throw new Error(text)
}
let count = 0
const someone = (name: string) => member(server, `${name}_${++count}`)
const away = (person: Person) => person.api.put(`${MEDIATIONS}/desk/profile`, { away: true })
const volunteer = (trainee: boolean) =>
  mediator(server, `lea_${++count}`, { co_mediation: true, trainee, hours: [], languages: ['en', 'de'] })

/** A room into which somebody comes who still learns, or who does not. */
async function ledWith(trainee: boolean): Promise<{ room: Room; co: Person }> {
  const room = await openRoom(server)
  const co = await volunteer(trainee)
  await good(room.act(room.m, 'name_co', { account_id: co.id }))
  await away(co)
  for (const side of [room.a, room.b]) await good(room.act(side, 'agree_co', { read: true }))
  await good(room.act(co, 'accept_co'))
  return { room, co }
}

describe('a second mediator', () => {
  test('comes in only when both sides agree, and reads nothing before they say yes themselves', async () => {
    const room = await openRoom(server)
    const co = await volunteer(true)
    await room.say(room.a, 'caucus_a', 'It hurt.')
    await good(room.act(room.m, 'name_co', { account_id: co.id }))
    expect([await status(co, room.id), (await room.see(room.a)).needs_you]).toEqual([404, true])
    expect((await room.see(room.b)).co_mediator?.id).toBe(co.id)
    expect((await room.act(room.a, 'agree_co')).status).toBe(422)
    await good(room.act(room.a, 'agree_co', { read: true }))
    expect(await status(co, room.id)).toBe(404)
    await good(room.act(room.b, 'agree_co', { read: true }))
    const asked = (await view(co, room.id)).body
    expect([asked.role, asked.streams, asked.needs_you]).toEqual(['co_mediator', [], true])
    expect((await co.api.get<MediationDesk>(`${MEDIATIONS}/desk`)).body.offers.map(({ id }) => id)).toEqual([room.id])
    await good(act(co, room.id, 'accept_co'))
    expect(wordsIn((await view(co, room.id)).body, 'caucus_a')).toEqual(['It hurt.'])
    expect((await room.see(room.a)).streams[0]?.readers).toContain('learns to mediate')
    await away(co)
  })

  test('is not there where one side would rather not, and who said so is told to nobody', async () => {
    const room = await openRoom(server)
    const co = await volunteer(false)
    await good(room.act(room.m, 'name_co', { account_id: co.id }))
    await good(room.act(room.a, 'agree_co', { read: true }))
    await good(room.act(room.b, 'refuse_co'))
    expect(await status(co, room.id)).toBe(404)
    for (const person of [room.a, room.m]) {
      const seen = await room.see(person)
      expect([seen.co_mediator, JSON.stringify(seen).includes('refuse_co')]).toEqual([null, false])
    }
    await away(co)
  })

  test('who still learns writes to nobody before the mediator lets it through, and does nothing else', async () => {
    const { room, co } = await ledWith(true)
    await good(room.say(co, 'caucus_a', 'How are you?'))
    expect(wordsIn(await room.see(room.a), 'caucus_a')).toEqual([])
    const waits = await room.last(room.m, 'caucus_a')
    await good(room.act(room.m, 'release', { message_id: waits }))
    expect(wordsIn(await room.see(room.a), 'caucus_a')).toEqual(['How are you?'])
    await good(room.say(room.a, 'caucus_a', 'It hurt.'))
    const said = await room.last(room.a, 'caucus_a')
    await good(room.act(co, 'offer', { message_id: said, text: 'That was hard to read.' }))
    expect(wordsIn(await room.see(room.a), 'caucus_a')).not.toContain('That was hard to read.')
    await good(room.act(room.m, 'release', { message_id: await room.last(room.m, 'caucus_a') }))
    const offered = await room.last(room.a, 'caucus_a')
    await good(room.act(room.a, 'approve', { message_id: offered }))
    expect((await room.act(co, 'carry', { message_id: offered })).status).toBe(409)
    await good(room.act(room.m, 'carry', { message_id: offered }))
    expect(wordsIn(await room.see(room.b), 'caucus_b')).toEqual(['That was hard to read.'])
    for (const verb of ['end', 'pause', 'move_phase', 'to_signing', 'hand_over', 'safety_exit', 'raise_danger'])
      expect([verb, (await room.act(co, verb, { hours: 2, phase: 'needs' })).status]).toEqual([verb, 409])
    expect(await verbsOf(room, co)).toEqual(['step_back'])
  })

  test('keeps notes of their own, which the other mediator does not read', async () => {
    const { room, co } = await ledWith(false)
    await good(room.say(room.m, 'notes', 'A sounds tired.'))
    await good(room.say(co, 'notes', 'B sounds alone.'))
    expect(wordsIn(await room.see(room.m), 'notes')).toEqual(['A sounds tired.'])
    expect(wordsIn((await view(co, room.id)).body, 'notes')).toEqual(['B sounds alone.'])
  })

  test('steps out at any time, and reads nothing from then', async () => {
    const { room, co } = await ledWith(false)
    await good(room.act(co, 'step_back'))
    expect([await status(co, room.id), (await room.see(room.a)).co_mediator]).toEqual([404, null])
    expect((await room.see(room.a)).state).toBe('active')
  })
})

describe('two mediators, one chosen by each side', () => {
  async function choose(bothWant: boolean) {
    const [a, b, one, other] = [await someone('ann'), await someone('ben'), await someone('mel'), await someone('mia')]
    const coordinator = await member(server, `cor_${++count}`, { roles: ['coordinator'] })
    const { id } = await ask(a, b)
    await good(act(coordinator, id, 'invite'))
    await settle(server)
    await good(act(b, id, 'consent', yes()))
    await good(act(a, id, 'propose_comrade', { account_id: one.id }))
    await good(act(b, id, 'propose_comrade', { account_id: other.id }))
    await good(act(a, id, 'vote', { acceptable: [one.id], pair: true }))
    await good(act(b, id, 'vote', { acceptable: [other.id], pair: bothWant }))
    return { id, a, b, one, other }
  }

  test('are asked only where both would take that, and it begins when both said yes', async () => {
    const { id, a, one, other } = await choose(true)
    await good(act(one, id, 'take', { read: true }))
    expect((await view(a, id)).body.state).toBe('matching')
    expect((await view(one, id)).body.title).toBe('You said yes')
    await good(act(other, id, 'take', { read: true }))
    const seen = (await view(a, id)).body
    expect([seen.state, seen.mediator?.id, seen.co_mediator?.id]).toEqual(['opening', one.id, other.id])
    expect((await act(a, id, 'refuse_co')).status).toBe(409)
    await good(act(other, id, 'hand_over'))
    expect((await view(a, id)).body.state).toBe('matching')
    expect([await status(one, id), await status(other, id)]).toEqual([404, 404])
  })

  test('are never asked where one side would not', async () => {
    const { id, one, other } = await choose(false)
    expect([await status(one, id), await status(other, id)]).toEqual([404, 404])
  })

  test('if one of them says no, the other one can still be chosen', async () => {
    const { id, a, b, one, other } = await choose(true)
    await good(act(one, id, 'take', { read: true }))
    await good(act(other, id, 'pass'))
    await good(act(b, id, 'propose_comrade', { account_id: one.id }))
    for (const side of [a, b]) await good(act(side, id, 'vote', { acceptable: [one.id] }))
    expect((await view(one, id)).body.title).toBe('You are asked to mediate')
  })
})

describe('an interpreter', () => {
  async function interpreted() {
    const room = await openRoom(server)
    const ivo = await someone('ivo')
    await good(room.act(room.a, 'name_interpreter', { account_id: ivo.id }))
    expect(await status(ivo, room.id)).toBe(404)
    await good(room.act(room.b, 'agree_interpreter', { read: true }))
    await good(room.act(ivo, 'accept_interpreter'))
    return { room, ivo }
  }

  test('sees only what they interpret', async () => {
    const { room, ivo } = await interpreted()
    await good(room.say(room.a, 'caucus_a', 'Kimseye söyleme.'))
    await good(room.say(room.a, 'caucus_a', 'Bana kırıldı.'))
    const given = await room.last(room.a, 'caucus_a')
    expect((await room.act(room.m, 'ask_interpreter', { message_id: given })).status).toBe(404)
    await good(room.act(room.a, 'ask_interpreter', { message_id: given }))
    const seen = await room.see(ivo)
    expect(seen.streams.flatMap(({ messages }) => messages.map(({ text }) => text))).toEqual(['Bana kırıldı.'])
    expect(seen.streams[0]?.messages[0]?.author_name).toBe('one of them')
    expect([seen.intake, seen.agreement, seen.quotes, seen.hopes, seen.prompts]).toEqual([null, null, [], [], []])
    expect(JSON.stringify(seen)).not.toContain('Kimseye')
    expect((await room.say(ivo, 'caucus_a', 'Hello.')).status).toBe(404)
    await good(room.act(ivo, 'interpret', { message_id: given, text: 'They were hurt by me.' }))
    expect((await room.see(ivo)).streams[0]?.messages).toEqual([])
    const said = (await room.see(room.a)).streams[0]?.messages.at(-1)
    expect([said?.text, said?.interpreted]).toEqual([
      'Bana kırıldı.',
      { text: 'They were hurt by me.', by: ivo.username },
    ])
    expect((await room.see(room.b)).streams[0]?.messages).toEqual([])
  })

  test('consent is per step and re-asked: at the next step both are asked again', async () => {
    const { room, ivo } = await interpreted()
    await good(room.say(room.a, 'caucus_a', 'Bana kırıldı.'))
    await good(room.act(room.a, 'ask_interpreter', { message_id: await room.last(room.a, 'caucus_a') }))
    await good(room.act(room.m, 'move_phase', { phase: 'needs' }))
    expect([(await room.see(ivo)).streams, (await room.see(ivo)).title]).toEqual([[], 'Nothing to interpret now'])
    expect((await room.act(room.a, 'ask_interpreter', { message_id: '1' })).status).toBe(409)
    await good(room.act(room.a, 'agree_interpreter', { read: true }))
    expect((await room.see(ivo)).streams).toEqual([])
    await good(room.act(room.b, 'agree_interpreter', { read: true }))
    await good(room.act(room.a, 'ask_interpreter', { message_id: await room.last(room.a, 'caucus_a') }))
    expect((await room.see(ivo)).streams[0]?.messages.map(({ text }) => text)).toEqual(['Bana kırıldı.'])
    await good(room.act(room.b, 'refuse_interpreter'))
    expect(await status(ivo, room.id)).toBe(404)
  })

  test('is nobody whom one of the two blocks, and why is not said', async () => {
    const room = await openRoom(server)
    const ivo = await someone('ivo')
    await room.b.api.post(`/api/v1/accounts/${ivo.id}/block`)
    const refused = await room.act(room.a, 'name_interpreter', { account_id: ivo.id })
    const stranger = await room.act(room.a, 'name_interpreter', { account_id: room.m.id })
    expect([refused.status, refused.text]).toEqual([422, stranger.text])
  })

  test('what they wrote is gone with what they interpreted', async () => {
    const { room, ivo } = await interpreted()
    await good(room.say(room.a, 'caucus_a', 'Bana kırıldı.'))
    const given = await room.last(room.a, 'caucus_a')
    await good(room.act(room.a, 'ask_interpreter', { message_id: given }))
    await good(room.act(ivo, 'interpret', { message_id: given, text: 'They were hurt by me.' }))
    await good(room.act(room.a, 'erase_mine'))
    for (const person of [room.a, room.m]) expect(JSON.stringify(await room.see(person))).not.toContain('hurt by me')
  })
})

describe('after a hard case', () => {
  test('a mediator talks it over with one coordinator, and has a quiet week if they want', async () => {
    const tired = await mediator(server, 'tired')
    const [cora, cody] = [
      await member(server, 'cora', { roles: ['coordinator'] }),
      await member(server, 'cody', { roles: ['coordinator'] }),
    ]
    const read = async (person: Person) => (await person.api.get<MediationTriage>(`${MEDIATIONS}/triage`)).body.debriefs
    const desk = async () => (await tired.api.get<MediationDesk>(`${MEDIATIONS}/desk`)).body
    const wish = () => tired.api.post(`${MEDIATIONS}/desk/debriefs`, { text: 'I sleep badly.', rest: true })
    await good(wish())
    expect((await wish()).status).toBe(409)
    const until = new Date((await desk()).cooling_off_until ?? 0).getTime()
    expect(until - server.ctx.now()).toBeGreaterThan(7 * 86_400_000 - 1)
    const [waiting] = await read(cora)
    expect(waiting).toMatchObject({ text: 'I sleep badly.', yours: false, from: { id: tired.id } })
    await good(cora.api.post(`${MEDIATIONS}/triage/debriefs/${waiting?.id}/take`))
    expect((await cody.api.post(`${MEDIATIONS}/triage/debriefs/${waiting?.id}/take`)).status).toBe(404)
    expect([(await read(cora)).map(({ yours }) => yours), await read(cody)]).toEqual([[true], []])
    expect((await desk()).debrief?.with?.id).toBe(cora.id)
  })

  test('whoever hands a case over for it is asked for nothing in the week after', async () => {
    const room = await openRoom(server, {}, await mediator(server, 'worn'))
    await good(room.act(room.m, 'hand_over'))
    expect((await room.m.api.get<MediationDesk>(`${MEDIATIONS}/desk`)).body.cooling_off_until).not.toBeNull()
  })
})
