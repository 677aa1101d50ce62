import type { Person } from '../server.ts'
import type { Doors, Walked } from './cases.ts'

type Said = { mine: string; got: string }
/** What each side said to the mediator, and what of the other side's was carried to it. */
export type Words = { a: Said; b: Said }

/** Each side says something that is carried to the other. */
export async function exchange({ does, says, sees }: Doors, { id, a, b, m }: Walked): Promise<Words> {
  const carried = async (from: Person, to: Person, side: 'a' | 'b'): Promise<[string, string]> => {
    const mine = await says(from, id, `caucus_${side}`, 'It hurt.')
    await does(m, id, 'offer', { message_id: mine, text: 'That was hard to read.' })
    await does(from, id, 'approve', { message_id: mine })
    await does(m, id, 'carry', { message_id: mine })
    const other = side === 'a' ? 'caucus_b' : 'caucus_a'
    const got = (await sees(to, id)).streams.find(({ name }) => name === other)?.messages.at(-1)?.id ?? ''
    return [mine, got]
  }
  const [mineA, gotB] = await carried(a, b, 'a')
  const [mineB, gotA] = await carried(b, a, 'b')
  return { a: { mine: mineA, got: gotA }, b: { mine: mineB, got: gotB } }
}

/** Somebody beside each side: named and refused, then named, agreed to, there, and gone again. */
async function beside({ does, someone }: Doors, { id, a, b }: Walked): Promise<void> {
  for (const [side, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const friend = await someone('sue')
    for (const answer of ['refuse_support', 'agree_support']) {
      await does(side, id, 'name_support', { account_id: friend.id })
      await does(other, id, answer, { read: true })
    }
    await does(friend, id, 'accept_support')
    await does(friend, id, 'step_back')
  }
}

/** What can be done with words in every state of a talk: to the moderators, or nowhere. */
async function handing({ does }: Doors, { id, a, b, m }: Walked, words: Words): Promise<void> {
  for (const verb of ['give_words', 'keep_words']) {
    for (const [side, said] of [
      [a, words.a],
      [b, words.b],
    ] as const) {
      await does(m, id, 'ask_words', { message_id: said.mine })
      await does(side, id, verb, { message_id: said.mine })
    }
  }
}

const breaches = async ({ does }: Doors, { id, a, b }: Walked, words: Words, afterwards = 'keep'): Promise<void> => {
  await does(a, id, 'report_breach', { message_id: words.a.got, afterwards })
  await does(b, id, 'report_breach', { message_id: words.b.got, afterwards })
}

/** All that can be done in each state of a talk and leaves it where it is. */
export async function always(doors: Doors, walked: Walked, words: Words): Promise<void> {
  const { does, byTwo, passesOn } = doors
  const { id, a, b, m } = walked
  await beside(doors, walked)
  await handing(doors, walked, words)
  await breaches(doors, walked, words)
  for (const side of [a, b]) await does(side, id, 'complain', { text: 'It goes slowly.' })
  await does(m, id, 'raise_danger', { facts: 'They may hurt themselves.', party: 'b', tell: true })
  await passesOn()
  for (const kind of ['break_glass', 'legal_hold', 'lift_hold'] as const) await byTwo(id, kind)
}

/** The opening, also one that comes again after a talk began. */
export async function opening(doors: Doors): Promise<void> {
  const { bring, does, says, chooses, someone, answers, strikes } = doors
  const walked = await bring('active')
  const { id, a, b } = walked
  const words = await exchange(doors, walked)
  await does(a, id, 'replace_mediator')
  const next = await someone('nan')
  await chooses(walked, next)
  const again = { ...walked, m: next }
  await always(doors, again, words)
  for (const side of [a, b]) {
    await does(side, id, 'wish_mode', { mode: 'joint' })
    await does(side, id, 'check_in', { screening: answers() })
  }
  for (const [person, stream] of [
    [a, 'caucus_a'],
    [b, 'caucus_b'],
    [next, 'caucus_a'],
  ] as const) {
    const said = await says(person, id, stream, 'Hello.')
    await does(person, id, 'unsend', { message_id: said })
  }
  for (const side of [a, b]) await does(side, id, 'erase_mine')
  await does(b, id, 'replace_mediator')
  const first = await bring('opening')
  await does(first.a, first.id, 'replace_mediator')
  const slow = await bring('opening')
  await strikes(slow.id, 2, 'forget_screening')
  await strikes(slow.id, 3, 'nudge')
  await strikes(slow.id, 5, 'lapse')
}

/** Both talk in one room. */
async function joint(doors: Doors): Promise<void> {
  const { bring, does, says, server } = doors
  const { id, a, b, m } = await bring('active')
  const meet = async () => {
    for (const side of [a, b]) await does(side, id, 'agree_joint')
  }
  for (const person of [a, b, m]) {
    await meet()
    await does(person, id, 'switch_to_shuttle')
  }
  await meet()
  for (const person of [a, b, m]) await does(person, id, 'pass_turn')
  const turn = async (person: Person, text: string) => says(person, id, 'joint', text)
  await does(b, id, 'pass_turn')
  const said = await turn(a, 'I was hurt.')
  await does(m, id, 'release', { message_id: said })
  await does(m, id, 'hold', { message_id: said, reason: 'Gently.' })
  await does(m, id, 'move_phase', { phase: 'reflect' })
  await server.advance('PT31M')
  const ofA = await turn(a, 'You were tired.')
  await does(b, id, 'mark', { message_id: ofA, mark: 'yes' })
  const ofB = await turn(b, 'You were alone.')
  await does(a, id, 'mark', { message_id: ofB, mark: 'partly' })
  await does(m, id, 'move_phase', { phase: 'needs' })
  await server.advance('PT31M')
  for (const side of [a, b]) await does(side, id, 'state_needs', { needs: ['clarity'] })
}

/** How fast a talk goes, and that it rests. */
async function pace(doors: Doors): Promise<void> {
  const { bring, does, rests, strikes } = doors
  const walked = await bring('active')
  const { id, a, b, m } = walked
  for (const person of [a, b, m]) {
    await does(person, id, 'pause', { hours: 2 })
    await does(person, id, 'resume')
    await does(person, id, 'extend')
  }
  for (const side of [a, b]) await does(side, id, 'more_time')
  const words = await exchange(doors, walked)
  for (const [side, said] of [
    [a, words.a],
    [b, words.b],
  ] as const) {
    await does(side, id, 'report_breach', { message_id: said.got, afterwards: 'pause' })
    await does(side, id, 'unfreeze')
  }
  await rests(id, true)
  await rests(id, false)
  await does(a, id, 'pause', { hours: 12 })
  await strikes(id, 0.5, 'resume')
  await rests(id, true)
  await strikes(id, 30, 'end_frozen')
}

/** The talk itself. */
export async function talking(doors: Doors): Promise<void> {
  const { bring, does, says, strikes } = doors
  await joint(doors)
  await pace(doors)
  const walked = await bring('active')
  const { id, a, b, m } = walked
  await always(doors, walked, await exchange(doors, walked))
  for (const [person, stream] of [
    [a, 'caucus_a'],
    [b, 'caucus_b'],
    [m, 'caucus_a'],
  ] as const)
    await does(person, id, 'unsend', { message_id: await says(person, id, stream, 'Never mind.') })
  await does(m, id, 'move_phase', { phase: 'options' })
  const clause = { type: 'free', owed_by: 'both', text: 'We ask first.' }
  for (const side of [a, b]) {
    await does(side, id, 'propose_clause', { clauses: [clause] })
    await does(side, id, 'erase_mine')
  }
  const one = await bring('active', { track: 'message' })
  for (const side of [one.a, one.b]) await does(side, one.id, 'move_up')
  const message = await bring('active', { track: 'message' })
  await strikes(message.id, 7, 'no_agreement')
  const still = await bring('active')
  await strikes(still.id, 2, 'forget_screening')
  await strikes(still.id, 2, 'nudge')
  await strikes(still.id, 3, 'must_act')
  await strikes(still.id, 35, 'lapse')
}

/** Signing what lies on the table. */
export async function tableAndPen(doors: Doors): Promise<void> {
  const { bring, does, signs, rests, strikes } = doors
  const walked = await bring('active')
  const { id, a, b, m } = walked
  const words = await exchange(doors, walked)
  await does(m, id, 'to_signing')
  await always(doors, walked, words)
  const clauses = [{ type: 'free', owed_by: 'both', text: 'We ask first.' }]
  for (const person of [a, b, m]) {
    await does(person, id, 'edit_agreement', { clauses })
    await does(person, id, 'back')
    await does(m, id, 'to_signing')
  }
  for (const [side, said] of [
    [a, words.a],
    [b, words.b],
  ] as const) {
    await does(side, id, 'report_breach', { message_id: said.got, afterwards: 'pause' })
    await does(side, id, 'unfreeze')
  }
  await rests(id, true)
  await rests(id, false)
  for (const side of [a, b]) await does(side, id, 'erase_mine')
  await signs(id, a)
  await rests(id, true)
  await strikes(id, 30, 'end_frozen')
  const left = await bring('signing')
  await strikes(left.id, 2, 'forget_screening')
  await strikes(left.id, 5, 'no_agreement')
}
