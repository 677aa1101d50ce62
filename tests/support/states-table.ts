import { type MediationState, mediationStates } from '../../shared/api/mediation.ts'
import type { Case } from '../../shared/mediation/case.ts'
import { ticksOf } from '../../shared/mediation/clock.ts'
import { fold } from '../../shared/mediation/fold.ts'
import type { Move } from '../../shared/mediation/move.ts'
import { moves } from '../../shared/mediation/moves.ts'

const HOUR = 3_600_000

const said: Record<string, string> = {
  a: 'A',
  b: 'B',
  system: 'the clock or the service',
  support_a: 'support of A',
  support_b: 'support of B',
  co_mediator: 'the second mediator',
  interpreter: 'the interpreter',
}
const list = (words: readonly string[]) => words.map((word) => said[word] ?? word).join(', ')

const first = fold([{ at: 0, by: 'a', verb: 'create', data: { texts: { screening_a: 1 } } }])

/** States as the clock sees them: the plain one, and those in which something else runs. */
const variants: [string, (c: Case) => boolean, Partial<Case>][] = [
  ['', () => true, {}],
  ['once the first nudge is out', ({ state }) => state === 'active', { nudges: 1 }],
  ['once the second is', ({ state }) => state === 'active', { nudges: 2 }],
  ['one message', ({ state }) => state === 'active', { track: 'message' }],
  ['frozen', ({ state }) => state === 'active', { frozenUntil: 30 * 24 * HOUR }],
  ['A was asked', ({ state }) => state === 'triage', { askedAt: 0 }],
  ['the third round', ({ state }) => state === 'matching', { round: 3 }],
  ['a mediator is asked', ({ state }) => state === 'matching', { pickedAt: 0 }],
  ['after the first check-in', ({ state }) => state === 'follow_up', { checkIns: 1 }],
  ['after a talk', ({ state }) => state === 'closed', { answer: 'yes' }],
  ['after an agreement', ({ state }) => state === 'closed', { answer: 'yes', signedAt: 0 }],
]

const time = (ms: number) => {
  const hours = ms / HOUR
  return hours > 96 || hours === 24 ? `${hours / 24} days` : `${hours} hours`
}

function clocksOf(state: MediationState): string[] {
  const seen = new Set<string>()
  return variants.flatMap(([name, fits, changes]) => {
    const routed = !['draft', 'triage'].includes(state)
    const c: Case = { ...first, state, submittedAt: 0, ...(routed && { routedAt: 0 }), ...changes }
    if (!fits(c)) return []
    return ticksOf(c).flatMap(({ at, verb }) => {
      const line = `after ${time(at)}: \`${verb}\``
      if (seen.has(line)) return []
      seen.add(line)
      return [`- ${name ? `${name}: ` : ''}${line}`]
    })
  })
}

function rowsOf(state: MediationState): string[] {
  const table: readonly Move[] = moves
  return table
    .filter(({ from }) => from.includes(state))
    .map(({ verb, by, leads, when }) => {
      const to = leads.length === 0 ? 'stays' : leads.map((one) => (one === state ? 'stays' : `**${one}**`)).join(', ')
      return `| \`${verb}\` | ${list(by)} | ${to} | ${when ? 'sometimes' : ''} |`
    })
}

/** The table of moves and the clocks as a page: what can happen in each state, who can do it, and what happens by itself. */
export function drawStates(): string {
  const parts = mediationStates.map((state) => {
    const rows = rowsOf(state)
    const moving =
      rows.length > 0 ? ['| verb | who | leads to | depends on what was before |', '|---|---|---|---|', ...rows] : []
    const clocks = clocksOf(state)
    return [`## ${state}`, ...moving, ...(clocks.length > 0 ? ['', 'By itself:', ...clocks] : [])].join('\n')
  })
  const head = [
    '# A mediation, state by state',
    '',
    'Drawn from `shared/mediation/moves.ts` and `clock.ts`; a test holds this page against them.',
    '`draft` is the first state, `purged` the last. What is not here cannot happen.',
  ]
  return `${[...head, '', parts.join('\n\n')].join('\n')}\n`
}
