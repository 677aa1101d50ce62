import { leap } from '../mediation.ts'
import type { Doors, Until, Walked } from './cases.ts'
import { always, exchange } from './talk.ts'

const sides = ['a', 'b'] as const
const first = 0

/** What each side does with what both signed, in the time after it and when that is over. */
async function keeping({ does }: Doors, { id, a, b }: Walked): Promise<void> {
  for (const side of [a, b]) {
    await does(side, id, 'done', { index: first })
    await does(side, id, 'take_back', { index: first })
    await does(side, id, 'report_clause', { index: first, statement: 'They wrote to me.' })
  }
}

/** The time after both signed. */
export async function following(doors: Doors): Promise<void> {
  const { bring, does, signs, strikes, loses, chooses, someone } = doors
  const walked = await bring('active')
  const { id, a, b, m } = walked
  const words = await exchange(doors, walked)
  const clauses = [{ type: 'no_contact', owed_by: 'both', until: '2099-01-01' }]
  const sign = async (publicity: string) => {
    await does(m, id, 'to_signing')
    await does(a, id, 'edit_agreement', { clauses, publicity, statement: 'We have settled it.' })
    await signs(id, a, b)
  }
  await sign('statement')
  await always(doors, walked, words)
  await keeping(doors, walked)
  for (const side of [a, b]) await does(side, id, 'post_statement')
  await does(a, id, 'not_holding')
  await does(b, id, 'agree_reopen')
  await sign('marker')
  for (const side of [a, b]) await does(side, id, 'take_mark_off')
  await does(b, id, 'not_holding')
  await does(a, id, 'agree_reopen')
  await sign('none')
  for (const side of [a, b]) await does(side, id, 'erase_mine')
  await strikes(id, 14, 'ask_how_it_holds')
  for (const side of [a, b]) await does(side, id, 'check_in_agreement', { holding: 'partly' })
  await strikes(id, 46, 'ask_how_it_holds')
  for (const side of [a, b]) await does(side, id, 'check_in_agreement', { holding: 'yes' })
  await strikes(id, 14, 'finish')
  await strikes((await bring('follow_up')).id, 2, 'forget_screening')
  const unled = await bring('follow_up')
  loses(unled.m)
  await does(unled.a, unled.id, 'not_holding')
  await does(unled.b, unled.id, 'agree_reopen')
  await chooses(unled, await someone('nan'))
}

const ends: [string, 'a' | 'b' | 'm', readonly Until[], object?][] = [
  ...sides.flatMap((side): typeof ends => [
    ['leave', side, ['opening', 'active', 'signing', 'follow_up']],
    ['escalate', side, ['opening', 'active', 'signing', 'follow_up'], { statement: 'Enough.' }],
    ['replace_mediator', side, ['active']],
  ]),
  ['end', 'm', ['opening', 'active', 'signing', 'follow_up']],
  ['safety_exit', 'm', ['opening', 'active', 'signing'], { party: 'b' }],
  ['hand_over', 'm', ['opening', 'active']],
]

/** Every way out of a talk, from every state in which it is one. */
export async function leaving({ bring, does, loses }: Doors): Promise<void> {
  for (const [verb, who, states, form] of ends) {
    for (const state of states) {
      const walked = await bring(state)
      await does(walked[who], walked.id, verb, form)
    }
  }
  for (const state of ['opening', 'active', 'signing', 'follow_up'] as const) {
    loses((await bring(state)).a)
    loses((await bring(state)).m)
  }
}

/** What both signed, after it is over. */
async function vault(doors: Doors): Promise<void> {
  const { bring, does, strikes } = doors
  for (const publicity of ['statement', 'marker']) {
    const walked = await bring('follow_up', { publicity })
    const { id, a, b } = walked
    await does(a, id, 'leave')
    if (publicity === 'statement') await keeping(doors, walked)
    for (const side of [a, b]) await does(side, id, publicity === 'statement' ? 'post_statement' : 'take_mark_off')
    if (publicity === 'marker') {
      for (const side of [a, b]) await does(side, id, 'drop_agreement')
      continue
    }
    await leap(doors.server, 7.1)
    await strikes(id, 22.9, 'forget_room')
    await strikes(id, 150, 'purge')
  }
}

/** When it is over. */
export async function afterwards(doors: Doors): Promise<void> {
  const { bring, does, byTwo, passesOn, strikes } = doors
  const walked = await bring('active')
  const { id, a, b, m } = walked
  const words = await exchange(doors, walked)
  const other = { a: await exchange(doors, walked) }.a
  for (const side of sides)
    for (const said of [words, other]) await does(m, id, 'ask_words', { message_id: said[side].mine })
  await does(m, id, 'raise_danger', { facts: 'They may hurt themselves.', party: 'b' })
  await does(m, id, 'end')
  await passesOn()
  for (const side of sides) {
    const person = walked[side]
    await does(person, id, 'give_words', { message_id: words[side].mine })
    await does(person, id, 'keep_words', { message_id: other[side].mine })
    await does(person, id, 'report_breach', { message_id: words[side].got })
    await does(person, id, 'complain', { text: 'He took sides.' })
    await does(person, id, 'erase_mine')
    await does(person, id, 'keep', { days: 30 })
  }
  await does(a, id, 'feedback', { heard: 5, safe: 5, again: 5 })
  for (const kind of ['break_glass', 'legal_hold', 'lift_hold'] as const) await byTwo(id, kind)
  await strikes(id, 2, 'forget_screening')
  await strikes(id, 5, 'forget_notes')
  await strikes(id, 7, 'ask_feedback')
  await does(b, id, 'feedback', { heard: 4, safe: 4, again: 4 })
  await strikes(id, 16, 'purge')
  for (const side of sides) {
    const harmed = await bring('opening')
    await does(harmed.m, harmed.id, 'safety_exit', { party: side })
    for (const verb of ['report', 'keep_evidence', 'talk_privately'])
      await does(harmed[side], harmed.id, verb, { text: 'Please help.' })
  }
  await vault(doors)
}
