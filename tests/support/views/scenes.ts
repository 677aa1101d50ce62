import { answers, ask, leap, yes } from '../mediation.ts'
import type { Doors, Walked } from '../moves/cases.ts'
import type { Person } from '../server.ts'

/** A case where it is looked at, by everybody who can. */
export type Scene = { id: string; viewers: Record<string, Person> }

const scene = ({ id, a, b, m }: Walked, who: string, more: Record<string, Person> = {}): Scene => {
  const all: Record<string, Person> = { A: a, B: b, mediator: m, ...more }
  return { id, viewers: Object.fromEntries(who.split(' ').map((name) => [name, all[name] ?? a])) }
}

/** Brings a case somewhere, lets something happen there, and says who looks. */
type Way = (doors: Doors) => Promise<Scene>

const trio = 'A B mediator'
type Until = Parameters<Doors['bring']>[0]
const at =
  (until: Until, who = trio, then: (doors: Doors, walked: Walked) => Promise<unknown> = async () => {}): Way =>
  async (doors) => {
    const walked = await doors.bring(until)
    await then(doors, walked)
    const [coordinator] = doors.coordinators
    return scene(walked, who, { coordinator })
  }

const chosen = async ({ does }: Doors, { id, a, b, m }: Walked) => {
  await does(a, id, 'propose_comrade', { account_id: m.id })
  for (const side of [a, b]) await does(side, id, 'vote', { acceptable: [m.id] })
}

/** The states and overlays of the table, and who stands in each. */
export const scenes: Record<string, Way> = {
  draft: async (doors) => {
    const [a, b] = [await doors.someone('ann'), await doors.someone('ben')]
    const { id } = await ask(a, b, { draft: true })
    return { id, viewers: { A: a } }
  },
  diverted: async (doors) => {
    const [a, b] = [await doors.someone('ann'), await doors.someone('ben')]
    const { id } = await ask(a, b, { screening: answers({ q1: 'yes' }) })
    return { id, viewers: { A: a } }
  },
  triage: at('triage', 'A coordinator'),
  'triage, A was asked': at('triage', 'A coordinator', (doors, { id }) =>
    doors.does(doors.coordinators[0], id, 'ask', { text: 'Since when?' }),
  ),
  invited: at('invited', 'A B'),
  'invited, B looked who it is': at('invited', 'A B', ({ does }, { id, b }) => does(b, id, 'see')),
  'invited, B said no': at('invited', 'A B', ({ does }, { id, b }) => does(b, id, 'decline', { how: 'no' })),
  'invited, B is not safe': at('invited', 'A B', ({ does }, { id, b }) =>
    does(b, id, 'consent', yes({ screening: answers({ q5: 'yes' }) })),
  ),
  'invited, B is not sure': at('invited', 'A B coordinator', ({ does }, { id, b }) =>
    does(b, id, 'consent', yes({ screening: answers({ q6: 'yes' }) })),
  ),
  'not_taken_up, B was silent': at('invited', 'A', ({ server }) => leap(server, 7)),
  'not_taken_up, B said no': at('invited', 'A B', async ({ server, does }, { id, b }) => {
    await does(b, id, 'decline', { how: 'no' })
    await leap(server, 7)
  }),
  matching: at('matching', 'A B'),
  'matching, A has chosen': at('matching', 'A B', async ({ does }, { id, a, m }) => {
    await does(a, id, 'propose_comrade', { account_id: m.id })
    await does(a, id, 'vote', { acceptable: [m.id] })
  }),
  'matching, a mediator is asked': at('matching', trio, chosen),
  opening: at('opening'),
  'opening, A has agreed': at('opening', trio, ({ does }, { id, a }) => does(a, id, 'sign_rules', { read: true })),
  active: at('active'),
  'active, cooldown by A': at('active', trio, ({ does }, { id, a }) => does(a, id, 'pause', { hours: 24 })),
  'active, frozen by A who reported B': at('active', trio, async (doors, walked) => {
    const { id, a, b, m } = walked
    const said = await doors.says(b, id, 'caucus_b', 'It hurt.')
    await doors.does(b, id, 'approve', { message_id: said })
    await doors.does(m, id, 'carry', { message_id: said })
    const got = (await doors.sees(a, id)).streams[0]?.messages.at(-1)?.id
    await doors.does(a, id, 'report_breach', { message_id: got, afterwards: 'pause' })
  }),
  signing: at('signing'),
  follow_up: at('follow_up'),
  'follow_up, after 14 days': at('follow_up', trio, ({ server }) => leap(server, 14)),
  'follow_up, B says that it is not holding': at('follow_up', trio, ({ does }, { id, b }) =>
    does(b, id, 'not_holding'),
  ),
  'closed:agreed': at('follow_up', trio, ({ server }) => leap(server, 74)),
  'closed:no_agreement': at('signing', trio, ({ server }) => leap(server, 7)),
  'closed:withdrawn by B': at('active', trio, ({ does }, { id, b }) => does(b, id, 'leave')),
  'closed:ended by the mediator': at('active', trio, ({ does }, { id, m }) => does(m, id, 'end')),
  'closed:lapsed': at('opening', trio, ({ server }) => leap(server, 10)),
  'closed:capacity': at('triage', 'A', ({ server }) => leap(server, 4)),
  'closed:escalated by B': at('active', trio, ({ does }, { id, b }) =>
    does(b, id, 'escalate', { statement: 'Enough.' }),
  ),
}
