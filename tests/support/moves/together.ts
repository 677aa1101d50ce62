import { MEDIATIONS, member } from '../mediation.ts'
import type { Person } from '../server.ts'
import type { Doors, Walked } from './cases.ts'

const clauses = [{ type: 'no_contact', owed_by: 'both', until: '2099-01-01' }]
const states = ['opening', 'active', 'signing', 'follow_up'] as const
type State = (typeof states)[number]
type Led = Walked & { co: Person }

/** On to where something is tried: what can be signed is signed. */
async function goTo({ does, signs }: Doors, { id, a, b, m }: Walked, state: State): Promise<void> {
  if (state === 'opening' || state === 'active') return
  await does(m, id, 'to_signing')
  await does(a, id, 'edit_agreement', { clauses })
  if (state === 'follow_up') await signs(id, a, b)
}

async function comeBack({ does }: Doors, { id, a, b }: Walked, state: State): Promise<void> {
  if (state === 'signing') await does(a, id, 'back')
  if (state !== 'follow_up') return
  await does(a, id, 'not_holding')
  await does(b, id, 'agree_reopen')
}

/** Each side chooses one, and both would take two. */
async function choosesTwo({ does }: Doors, { id, a, b, m }: Walked, co: Person): Promise<void> {
  await does(a, id, 'propose_comrade', { account_id: m.id })
  await does(b, id, 'propose_comrade', { account_id: co.id })
  await does(a, id, 'vote', { acceptable: [m.id], pair: true })
  await does(b, id, 'vote', { acceptable: [co.id], pair: true })
}

/** A case that two lead, one chosen by each side. */
async function pairUp(doors: Doors, state: State): Promise<Led> {
  const { bring, does, someone } = doors
  const walked = await bring('matching')
  const { id, a, b, m } = walked
  const co = await someone('con')
  await choosesTwo(doors, walked, co)
  for (const person of [m, co]) await does(person, id, 'take', { read: true })
  if (state !== 'opening') for (const side of [a, b]) await does(side, id, 'sign_rules', { read: true })
  await goTo(doors, walked, state)
  return { ...walked, co }
}

/** What whoever leads with somebody can do in every state of a talk. */
async function always({ does, passesOn }: Doors, { id, co }: Led, said: string): Promise<void> {
  await does(co, id, 'ask_words', { message_id: said })
  await does(co, id, 'raise_danger', { facts: 'They may hurt themselves.', party: 'b' })
  await passesOn()
}

/** What two who lead can do before the talk and in it, from the first word to the table. */
async function talkTogether(doors: Doors): Promise<void> {
  const { does, says, signs } = doors
  const early = await pairUp(doors, 'opening')
  await does(early.co, early.id, 'unsend', { message_id: await says(early.co, early.id, 'caucus_a', 'Hello.') })
  await always(doors, early, await says(early.a, early.id, 'caucus_a', 'Hello.'))
  const walked = await pairUp(doors, 'active')
  const { id, a, b, co } = walked
  await does(co, id, 'unsend', { message_id: await says(co, id, 'caucus_b', 'Hello.') })
  const said = await says(a, id, 'caucus_a', 'It hurt.')
  await does(co, id, 'offer', { message_id: said, text: 'That was hard to read.' })
  await does(a, id, 'approve', { message_id: said })
  await does(co, id, 'carry', { message_id: said })
  await always(doors, walked, said)
  for (const verb of ['pause', 'resume']) await does(co, id, verb, { hours: 2 })
  await meet(doors, walked)
  await does(co, id, 'move_phase', { phase: 'options' })
  await does(co, id, 'to_signing')
  await does(co, id, 'edit_agreement', { clauses })
  await does(co, id, 'back')
  await goTo(doors, walked, 'signing')
  for (const go of [async () => {}, () => signs(id, a, b)]) {
    await go()
    await does(a, id, 'give_words', { message_id: said })
    await always(doors, walked, said)
  }
}

async function meet({ does, says }: Doors, { id, a, b, co }: Led): Promise<void> {
  for (const side of [a, b]) await does(side, id, 'agree_joint')
  const shared = await says(a, id, 'joint', 'I was hurt.')
  await does(co, id, 'release', { message_id: shared })
  await does(co, id, 'hold', { message_id: shared, reason: 'Gently.' })
  await does(co, id, 'pass_turn')
  await does(co, id, 'switch_to_shuttle')
}

/** Two who lead, one chosen by each side: each can do what one alone can, and go. */
export async function leadingTogether(doors: Doors): Promise<void> {
  const { does, someone, bring } = doors
  await talkTogether(doors)
  for (const state of states) {
    const one = await pairUp(doors, state)
    await does(one.co, one.id, 'end')
    if (state === 'follow_up') continue
    const other = await pairUp(doors, state)
    await does(other.co, other.id, 'safety_exit', { party: 'b' })
  }
  for (const state of ['opening', 'active'] as const) {
    const one = await pairUp(doors, state)
    await does(one.co, one.id, 'hand_over')
  }
  const none = await bring('matching')
  const shy = await someone('con')
  await choosesTwo(doors, none, shy)
  await does(shy, none.id, 'pass')
}

/** Somebody who mediates together with others, and can be brought in. */
async function volunteer({ server }: Doors, name: string, trainee: boolean): Promise<Person> {
  const person = await member(server, name, { roles: ['mediator'] })
  const profile = { volunteering: true, accepted_code: true, languages: ['en'], co_mediation: true, trainee }
  await person.api.put(`${MEDIATIONS}/desk/profile`, profile)
  return person
}

let learners = 0
async function brings(doors: Doors, { id, a, b, m }: Walked, until: 'named' | 'in'): Promise<Person> {
  const co = await volunteer(doors, `lea_${++learners}`, true)
  await doors.does(m, id, 'name_co', { account_id: co.id })
  // nobody else is offered them
  await co.api.put(`${MEDIATIONS}/desk/profile`, { away: true })
  if (until === 'named') return co
  for (const side of [a, b]) await doors.does(side, id, 'agree_co', { read: true })
  await doors.does(co, id, 'accept_co')
  return co
}

const startOf = (state: State) => (state === 'opening' ? 'opening' : 'active')

/** One who learns: named, refused, agreed to, there, and gone again. */
export async function learning(doors: Doors): Promise<void> {
  const { bring, does, says, loses } = doors
  for (const state of states) {
    const walked = await bring(startOf(state))
    const { id, a, b, m } = walked
    for (const person of [a, b, m]) {
      await brings(doors, walked, 'named')
      await goTo(doors, walked, state)
      await does(person, id, 'refuse_co')
      await comeBack(doors, walked, state)
    }
    const co = await brings(doors, walked, 'in')
    if (state === 'active') {
      const said = await says(a, id, 'caucus_a', 'It hurt.')
      await does(co, id, 'offer', { message_id: said, text: 'That was hard.' })
      await does(co, id, 'unsend', { message_id: await says(co, id, 'caucus_a', 'Hello.') })
    }
    await goTo(doors, walked, state)
    await does(co, id, 'step_back')
    await comeBack(doors, walked, state)
    const gone = await brings(doors, walked, 'in')
    await goTo(doors, walked, state)
    loses(gone)
  }
}

/** Somebody who interprets: named by each, refused by each, asked again at each step, there, and gone again. */
export async function interpreting(doors: Doors): Promise<void> {
  const { bring, does, says, someone, loses } = doors
  for (const state of states) {
    const walked = await bring(startOf(state))
    const { id, a, b, m } = walked
    const comes = async (by: Person) => {
      const person = await someone('ivo')
      await does(by, id, 'name_interpreter', { account_id: person.id })
      for (const side of [a, b]) if (side !== by) await does(side, id, 'agree_interpreter', { read: true })
      await does(person, id, 'accept_interpreter')
      return person
    }
    for (const by of [a, b, m]) {
      const ivo = await comes(by)
      const mine = await says(by, id, by === b ? 'caucus_b' : 'caucus_a', 'Merhaba.')
      await does(by, id, 'ask_interpreter', { message_id: mine })
      await does(ivo, id, 'interpret', { message_id: mine, text: 'Hello.' })
      await goTo(doors, walked, state)
      await does(by, id, 'refuse_interpreter')
      await comeBack(doors, walked, state)
    }
    const tired = await comes(a)
    await goTo(doors, walked, state)
    await does(tired, id, 'step_back')
    await comeBack(doors, walked, state)
    const gone = await comes(b)
    await goTo(doors, walked, state)
    loses(gone)
  }
}
