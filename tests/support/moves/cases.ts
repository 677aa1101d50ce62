import type { MediationStream, MediationTrack, MediationView } from '../../../shared/api/mediation.ts'
import type { MediationException } from '../../../shared/api/mediation-team.ts'
import { act, answers, ask, leap, MEDIATIONS, member, settle, view, yes } from '../mediation.ts'
import type { Person, TestServer } from '../server.ts'
import type { Record } from './record.ts'

/** How far a case is brought. */
export type Until = 'triage' | 'invited' | 'matching' | 'opening' | 'active' | 'signing' | 'follow_up'

/** A case that came where it is through the doors alone, with new people in it. */
export type Walked = { id: string; a: Person; b: Person; m: Person }

/** Clauses that both owe, and that each can do, take back and show. */
const clauses = [{ type: 'no_contact', owed_by: 'both', until: '2099-01-01' }]

async function does(person: Person, id: string, verb: string, form: object = {}): Promise<void> {
  const { status, text } = await act(person, id, verb, { ...form })
  if (status !== 200) throw new Error(`${verb}: ${status} ${text}`)
}

const sees = async (person: Person, id: string): Promise<MediationView> => (await view(person, id)).body

async function send(person: Person, path: string, body: object): Promise<void> {
  const { status, text } = await person.api.post(`${MEDIATIONS}/${path}`, body)
  if (status !== 200) throw new Error(`${path}: ${status} ${text}`)
}

/** Says something, and gives the id of it. */
async function says(person: Person, id: string, stream: MediationStream, text: string): Promise<string> {
  await send(person, `${id}/messages`, { stream, text })
  return (await sees(person, id)).streams.find(({ name }) => name === stream)?.messages.at(-1)?.id ?? ''
}

/** Lets both choose somebody they trust, who takes it. */
async function chooses({ id, a, b }: Walked, m: Person): Promise<void> {
  await does(a, id, 'propose_comrade', { account_id: m.id })
  for (const side of [a, b]) await does(side, id, 'vote', { acceptable: [m.id] })
  await does(m, id, 'take', { read: true })
}

async function signs(id: string, ...sides: Person[]): Promise<void> {
  for (const side of sides) {
    const { agreement } = await sees(side, id)
    await does(side, id, 'sign', { version: agreement?.version, sha256: agreement?.sha256 })
  }
}

type More = { track?: MediationTrack; publicity?: string }

/** Brings a case whose two sides said yes on from there. */
async function bringOn(walked: Walked, until: Until, publicity: string): Promise<void> {
  const { id, a, b, m } = walked
  await chooses(walked, m)
  if (until === 'opening') return
  for (const side of [a, b]) await does(side, id, 'sign_rules', { read: true })
  if (until === 'active') return
  await does(m, id, 'to_signing')
  await does(a, id, 'edit_agreement', { clauses, publicity, statement: 'We have settled it.' })
  if (until === 'follow_up') await signs(id, a, b)
}

type Two = readonly [Person, Person]

/** What takes two of the team. */
function pairsOf(coordinators: Two, admins: Two) {
  async function agrees(person: Person): Promise<void> {
    const log = (await person.api.get<MediationException[]>(`${MEDIATIONS}/exceptions`)).body
    await send(person, `exceptions/${log.find(({ can_agree }) => can_agree)?.id}/agree`, {})
  }
  return {
    /** What two admins agree to: the first asks, and the second says yes. */
    async byTwo(id: string, kind: 'break_glass' | 'legal_hold' | 'lift_hold') {
      await send(admins[0], 'exceptions', { kind, case: id, reason: 'A reason that is long enough to be one.' })
      await agrees(admins[1])
    },
    /** Two coordinators agree that moderators get the facts. */
    async passesOn() {
      for (const person of coordinators) await agrees(person)
    },
    rests: (id: string, rest: boolean) => send(coordinators[0], 'rests', { case: id, rest }),
  }
}

/** What can be done with cases of a server, each by its door; all of it throws what the door said against it. */
export type Doors = Awaited<ReturnType<typeof openDoors>>

/** Cases of a server by its doors alone, with two coordinators and two admins. */
export async function openDoors(server: TestServer, seen: Record) {
  const signUp = (role: 'coordinator' | 'admin', n: number) => member(server, `${role}_${n}`, { roles: [role] })
  const coordinators = [await signUp('coordinator', 1), await signUp('coordinator', 2)] as const
  const admins = [await signUp('admin', 1), await signUp('admin', 2)] as const
  let people = 0
  const someone = (name: string) => member(server, `${name}_${++people}`)

  /** Brings a case of three new people so far; `publicity` is what becomes of the agreement outside. */
  async function bring(until: Until, { track = 'mediation', publicity = 'none' }: More = {}): Promise<Walked> {
    const [a, b, m] = [await someone('ann'), await someone('ben'), await someone('mel')]
    const { id } = await ask(a, b, { track })
    const walked = { id, a, b, m }
    if (until === 'triage') return walked
    if (track === 'mediation') await does(coordinators[0], id, 'invite')
    await settle(server)
    if (until === 'invited') return walked
    await does(b, id, 'consent', yes())
    if (until !== 'matching') await bringOn(walked, until, publicity)
    return walked
  }

  const { byTwo, passesOn, rests } = pairsOf(coordinators, admins)
  const hands = { does, sees, says, chooses, signs, bring, byTwo, passesOn, rests, answers }
  return { server, coordinators, admins, someone, ...hands, ...timeOf(server, seen) }
}

function timeOf(server: TestServer, seen: Record) {
  return {
    /** Takes somebody out of the community. */
    loses: ({ accountId }: Person) => server.ctx.transact(() => server.ctx.emit('accountSuspended', { accountId })),
    /** A minute before its time nothing has happened; at its time it has. */
    async strikes(id: string, days: number, verb: string) {
      const before = seen.times(id, verb)
      const minute = 1 / 1440
      await leap(server, days - minute)
      if (seen.times(id, verb) !== before) throw new Error(`${verb} came before ${days} days`)
      await leap(server, minute)
      if (seen.times(id, verb) !== before + 1) throw new Error(`${verb} did not come after ${days} days`)
    },
  }
}
