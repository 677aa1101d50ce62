import { expect, test } from 'vitest'
import { mediationStates } from '../../../shared/api/mediation.ts'
import type { Actor, Case, CaseEvent, EventData } from '../../../shared/mediation/case.ts'
import { clockOf } from '../../../shared/mediation/clock.ts'
import { fold, step } from '../../../shared/mediation/fold.ts'
import { movesFor, talking } from '../../../shared/mediation/moves.ts'

const actors: readonly Actor[] = ['a', 'b', 'mediator', 'coordinator', 'system', 'support_a', 'support_b']
const routes = ['divert', 'crisis', 'moderator_help', 'triage', 'go', 'go', 'go', 'go'] as const

/** Numbers that look like chance and are the same each time. */
function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

function dataFor(verb: string, c: Case, pick: (below: number) => number): EventData {
  const route = routes[pick(routes.length)] ?? 'go'
  if (verb === 'save') return pick(8) === 0 ? { route: 'divert' } : {}
  if (verb === 'submit' || verb === 'consent')
    return { route, track: pick(4) === 0 ? 'message' : 'mediation', mode: 'joint' }
  if (verb === 'sign') return { version: c.agreementVersion }
  if (verb === 'candidates') return { count: 3 }
  if (verb === 'safety_exit') return { party: 'b' }
  return {}
}

const rare = new Set(
  'leave end escalate purge lost person_gone discard withdraw lapse end_frozen safety_exit capacity not_taken_up decline divert refuse mediator_gone replace_mediator hand_over no_agreement finish hold_by_law'.split(
    ' ',
  ),
)
const likely = new Set('submit invite deliver consent take sign_rules to_signing edit_agreement sign'.split(' '))

/** One case, by moves that the table allows, drawn by chance; ends when nothing can happen any more. */
function wander(seed: number): { events: CaseEvent[]; path: Case[] } {
  const pick = chance(seed)
  const events: CaseEvent[] = [{ at: 0, by: 'a', verb: 'create', data: {} }]
  let c = fold(events)
  const path = [c]
  for (let turn = 1; turn < 150; turn += 1) {
    const able = actors.flatMap((by) => movesFor(c, by).map((verb) => ({ by, verb })))
    // the ways out would end most stories before they began, and the ways on are few
    const calm = able.filter(({ verb }) => !rare.has(verb) || pick(12) === 0)
    const onwards = calm.filter(({ verb }) => likely.has(verb))
    const chosen = onwards[pick(onwards.length * 2)] ?? calm[pick(calm.length)] ?? able[0]
    if (!chosen) break
    const event = { at: turn * 1000, ...chosen, data: dataFor(chosen.verb, c, pick) }
    c = step(c, event)
    events.push(event)
    path.push(c)
  }
  return { events, path }
}

const walks = Array.from({ length: 600 }, (_, seed) => wander(seed * 7919 + 1))
const everywhere = walks.flatMap(({ path }) => path)

test('walks by chance come to every state', () => {
  expect(mediationStates.filter((state) => !everywhere.some((c) => c.state === state))).toEqual([])
})

test('every state has a clock, but the last and what the law demands to be kept', () => {
  for (const c of everywhere.filter(({ legalHold }) => !legalHold))
    expect([c.state, clockOf(c) !== undefined]).toEqual([c.state, c.state !== 'purged'])
})

test('what the clock does is always a move of the service', () => {
  for (const c of everywhere) {
    const tick = clockOf(c)
    if (tick)
      expect([c.state, tick.verb, movesFor(c, 'system').includes(tick.verb)]).toEqual([c.state, tick.verb, true])
  }
})

test('I4 either party can leave in every state in which both have said yes, paused and frozen ones too', () => {
  for (const c of everywhere.filter(({ state }) => (talking as readonly string[]).includes(state))) {
    for (const by of ['a', 'b'] as const) expect(movesFor(c, by)).toContain('leave')
    if (c.state !== 'matching') expect(movesFor(c, 'mediator')).toContain('end')
  }
})

test('I5 no walk leads from the safety page to an invitation, nor from B’s hard answer to a talk', () => {
  for (const { path } of walks) {
    const diverted = path.findIndex(({ state }) => state === 'diverted')
    if (diverted >= 0) {
      for (const { state } of path.slice(diverted)) expect(['diverted', 'purged']).toContain(state)
    }
    const unsafe = path.findIndex(({ answer }) => answer === 'unsafe')
    if (unsafe >= 0) {
      for (const { state } of path.slice(unsafe))
        expect(['invited', 'not_taken_up', 'closed', 'purged']).toContain(state)
    }
  }
})

test('I1 nobody is in a talk to whom no yes was said by both: every talk has A’s request and B’s consent', () => {
  for (const { events, path } of walks) {
    if (!path.some(({ state }) => (talking as readonly string[]).includes(state))) continue
    const said = events.map(({ by, verb }) => `${by} ${verb}`)
    expect(said).toContain('a submit')
    expect(said).toContain('b consent')
  }
})

test('a fold of the events gives the case again', () => {
  for (const { events, path } of walks.slice(0, 100)) expect(fold(events)).toEqual(path.at(-1))
})
