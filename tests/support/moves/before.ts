import type { MediationView } from '../../../shared/api/mediation.ts'
import { answers, ask, leap, MEDIATIONS, request, settle, yes } from '../mediation.ts'
import type { Person } from '../server.ts'
import type { Doors } from './cases.ts'

const hard = { screening: answers({ q1: 'yes' }) }
const unclear = { screening: answers({ q6: 'unsure' }) }

/** A request that is written and not sent. */
export async function draft({ someone }: Doors): Promise<{ id: string; a: Person }> {
  const [a, b] = [await someone('ann'), await someone('ben')]
  const { body } = await a.api.post<MediationView>(MEDIATIONS, { ...request(b), draft: true })
  return { id: body.id, a }
}

/** Everything that can become of what is only written, and of a page about safety. */
export async function writing(doors: Doors): Promise<void> {
  const { does, strikes, byTwo } = doors
  const sent = await draft(doors)
  await does(sent.a, sent.id, 'save', { story: 'More of it.' })
  await does(sent.a, sent.id, 'submit')
  for (const verb of ['save', 'submit']) {
    const { a, id } = await draft(doors)
    await does(a, id, verb, hard)
    for (const next of ['report', 'keep_evidence', 'talk_privately']) await does(a, id, next, { text: 'Please help.' })
    for (const kind of ['legal_hold', 'lift_hold'] as const) await byTwo(id, kind)
    if (verb === 'save') await does(a, id, 'close')
    else {
      await strikes(id, 2, 'forget_screening')
      await strikes(id, 12, 'purge')
    }
  }
  const thrown = await draft(doors)
  await does(thrown.a, thrown.id, 'discard')
  const left = await draft(doors)
  await strikes(left.id, 7, 'purge')
}

/** Everything that can become of a request which waits for the team. */
export async function asking(doors: Doors): Promise<void> {
  const { bring, does, strikes, byTwo, loses, coordinators } = doors
  const [cora, other] = coordinators
  const asked = await bring('triage')
  await does(cora, asked.id, 'ask', { text: 'What would help?' })
  await does(asked.a, asked.id, 'answer', { text: 'A word.' })
  for (const kind of ['legal_hold', 'lift_hold'] as const) await byTwo(asked.id, kind)
  await does(other, asked.id, 'ask', { text: 'And now?' })
  await strikes(asked.id, 4, 'lapse')
  for (const reason of ['moderator_help', 'capacity', 'about_other'])
    await does(cora, (await bring('triage')).id, 'refuse', { reason })
  await does(cora, (await bring('triage')).id, 'divert')
  const taken = await bring('triage')
  await does(taken.a, taken.id, 'withdraw')
  loses((await bring('triage')).a)
  const waits = await bring('triage')
  await strikes(waits.id, 2, 'second_asked')
  await strikes(waits.id, 2, 'capacity')
}

/** B says that it is not safe, in each of the ways there are, and has the page about it then and after. */
async function unsafe(doors: Doors): Promise<void> {
  const { bring, does, strikes, byTwo, server } = doors
  const { id, b } = await bring('invited')
  await does(b, id, 'report')
  for (const verb of ['keep_evidence', 'talk_privately']) await does(b, id, verb, { text: 'Please help.' })
  for (const kind of ['legal_hold', 'lift_hold'] as const) await byTwo(id, kind)
  const late = await bring('invited')
  await strikes(late.id, 2, 'forget_screening')
  await leap(server, 4.5)
  await does(late.b, late.id, 'consent', { ...yes(), ...hard })
  await strikes(late.id, 0.5, 'not_taken_up')
  await strikes(late.id, 1.5, 'forget_screening')
  await does(late.b, late.id, 'see')
  for (const verb of ['report', 'keep_evidence', 'talk_privately'])
    await does(late.b, late.id, verb, { text: 'Please help.' })
  for (const kind of ['legal_hold', 'lift_hold'] as const) await byTwo(late.id, kind)
  await strikes(late.id, 12.5, 'purge')
}

/** Everything that can become of an invitation. */
export async function inviting(doors: Doors): Promise<void> {
  const { bring, does, loses, coordinators, server, someone } = doors
  const said = await bring('invited')
  await does(said.b, said.id, 'see')
  await does(said.b, said.id, 'decline')
  for (const verb of ['pass_check', 'fail_check']) {
    const { id, b } = await bring('invited')
    await does(b, id, 'consent', { ...yes(), ...unclear })
    await does(coordinators[1], id, verb)
  }
  const taken = await bring('invited')
  await does(taken.a, taken.id, 'withdraw')
  loses((await bring('invited')).a)
  await bring('invited', { track: 'message' })
  const first = await bring('invited')
  await ask(await someone('cas'), first.b, { track: 'message' })
  const apart = await bring('triage')
  await apart.b.api.post(`/api/v1/accounts/${apart.a.id}/block`)
  await does(coordinators[0], apart.id, 'invite')
  await settle(server)
  await unsafe(doors)
}

/** Everything that can happen while a mediator is chosen. */
export async function choosing(doors: Doors): Promise<void> {
  const { bring, does, strikes, byTwo, loses, someone, server } = doors
  const { id, a, b, m } = await bring('matching')
  const other = await someone('olive')
  await does(a, id, 'propose_comrade', { account_id: m.id })
  await does(b, id, 'propose_comrade', { account_id: other.id })
  for (const side of [a, b]) await does(side, id, 'vote', { acceptable: [m.id, other.id] })
  const asked = (await doors.sees(m, id)).id === id ? m : other
  await does(asked, id, 'pass')
  for (const side of [a, b]) await does(side, id, 'complain', { text: 'It takes long.' })
  for (const kind of ['break_glass', 'legal_hold', 'lift_hold'] as const) await byTwo(id, kind)
  await strikes(id, 2, 'mediator_silent')
  for (const side of ['a', 'b'] as const) {
    const left = await bring('matching')
    await does(left[side], left.id, 'leave')
  }
  loses((await bring('matching')).b)
  const alone = await bring('matching')
  await strikes(alone.id, 2, 'forget_screening')
  await strikes(alone.id, 1, 'candidates')
  await strikes(alone.id, 3, 'candidates')
  await strikes(alone.id, 3, 'capacity')
  const danger = await bring('active')
  await does(danger.m, danger.id, 'raise_danger', { facts: 'They may hurt themselves.', party: 'a' })
  await does(danger.m, danger.id, 'hand_over')
  await doors.passesOn()
  await settle(server)
}
