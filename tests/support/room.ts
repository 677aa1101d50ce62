import { append, createCase, nameOf } from '../../server/features/mediation/cases.ts'
import { writeCast } from '../../server/features/mediation/cast.ts'
import { putMember } from '../../server/features/mediation/queries.ts'
import type { Role } from '../../server/policies/viewer.ts'
import type { MediationMode, MediationStream, MediationTrack, MediationView } from '../../shared/api/mediation.ts'
import type { Reply } from './client.ts'
import { cast as makePeople } from './masto.ts'
import type { Person, TestServer } from './server.ts'

/** A case in which two people talk with a mediator, and what can be done in it. */
export type Room = {
  id: string
  a: Person
  b: Person
  m: Person
  path: string
  see(person: Person): Promise<MediationView>
  act(
    person: Person,
    verb: string,
    form?: Record<string, unknown>,
  ): Promise<Reply<MediationView & { error: string; error_code?: string; details?: object }>>
  say(person: Person, stream: MediationStream, text: string, quotes?: string[]): ReturnType<Room['act']>
  /** The id of the newest message of a part, as this person reads it. */
  last(person: Person, stream: MediationStream): Promise<string>
}

type Wish = { mode?: MediationMode; track?: MediationTrack; until?: 'opening' | 'active'; quotes?: string[] }

/** Brings a case to its room by its events: quicker than the doors before it, which have tests of their own. */
export function beginRoom(server: TestServer, { a, b, m }: Pick<Room, 'a' | 'b' | 'm'>, wish: Wish = {}): number {
  const { ctx } = server
  const { mode = 'shuttle', track = 'mediation', until = 'active', quotes = [] } = wish
  const id = ctx.newId()
  const cast = { a: a.accountId, b: b.accountId }
  const asked = writeCast(ctx, id, cast)
  const intake = ctx.mediation.write(id, 'intake', { status_ids: quotes.map(Number) })
  const taken = writeCast(ctx, id, { ...cast, mediator: m.accountId })
  ctx.transact(() => {
    createCase(ctx, a.accountId, { texts: { cast: asked, intake }, track }, id)
    append(ctx, id, 'a', 'submit', { route: 'go', track })
    append(ctx, id, 'coordinator', 'invite')
    append(ctx, id, 'system', 'deliver')
    putMember(ctx.db, { caseId: id, role: 'b', who: nameOf(ctx, b.accountId), now: ctx.now() })
    append(ctx, id, 'b', 'consent', { route: 'go', track })
    putMember(ctx.db, { caseId: id, role: 'mediator', who: nameOf(ctx, m.accountId), now: ctx.now() })
    append(ctx, id, 'mediator', 'take', { texts: { cast: taken } })
    if (track === 'mediation') for (const side of ['a', 'b'] as const) append(ctx, id, side, 'wish_mode', { mode })
    if (until === 'opening') return
    append(ctx, id, 'a', 'sign_rules')
    append(ctx, id, 'b', 'sign_rules')
  })
  return id
}

/** A room of three new people, or of two and a mediator who is there already. */
export async function openRoom(server: TestServer, wish: Wish = {}, mediator?: Person): Promise<Room> {
  const [a, b] = await makePeople(server, 'alder', 'birch')
  const [m] = mediator ? [mediator] : await makePeople(server, 'mallow')
  const id = String(beginRoom(server, { a, b, m }, wish))
  const path = `/api/community/v1/mediations/${id}`
  const see = async (person: Person) => (await person.api.get<MediationView>(path)).body
  return {
    id,
    a,
    b,
    m,
    path,
    see,
    act: (person, verb, form = {}) => person.api.post(`${path}/actions`, { verb, ...form }),
    say: (person, stream, text, quotes = []) =>
      person.api.post(`${path}/messages`, { stream, text, quote_ids: quotes }),
    async last(person, stream) {
      const said = (await see(person)).streams.find(({ name }) => name === stream)?.messages
      return said?.at(-1)?.id ?? 'none'
    },
  }
}

/** A room that a side has left. */
export async function endedRoom(server: TestServer, mediator?: Person): Promise<Room> {
  const room = await openRoom(server, {}, mediator)
  await room.act(room.a, 'leave')
  return room
}

/** Somebody new who holds a role. */
export const holder = (server: TestServer, role: Role): Promise<Person> =>
  server.signUp(`${role}${server.ctx.newId()}`, { roles: [role] })

/** What somebody reads in a part of the talk. */
export const wordsIn = (view: MediationView, stream: MediationStream): string[] =>
  (view.streams.find(({ name }) => name === stream)?.messages ?? []).map(({ text }) => text)

/** What is put on the table, beside its clauses. */
type Terms = { publicity?: 'none' | 'marker' | 'statement'; statement?: string }

/** Puts clauses on the table of a room, to be signed. */
export async function putOnTable(room: Room, clauses: object[], terms: Terms = {}): Promise<void> {
  await room.act(room.m, 'to_signing')
  const { status, text } = await room.act(room.b, 'edit_agreement', {
    publicity: 'none',
    statement: '',
    clauses,
    ...terms,
  })
  if (status !== 200) throw new Error(text)
}

/** Signs what is on the table. */
export async function sign({ act, see }: Room, person: Person) {
  const { agreement } = await see(person)
  return act(person, 'sign', { version: agreement?.version, sha256: agreement?.sha256 })
}

/** Puts clauses on the table, and lets both sign. */
export async function agreeOn(room: Room, clauses: object[], terms: Terms = {}): Promise<Room> {
  await putOnTable(room, clauses, terms)
  for (const side of [room.a, room.b]) {
    const { status, text } = await sign(room, side)
    if (status !== 200) throw new Error(text)
  }
  return room
}
