import { type Actor, activity, type Peer } from './evil-peer.ts'
import type { Person, TestServer } from './server.ts'
import { eventually, find } from './servers.ts'

/** Somebody of another server: as a member here knows them, and as what they can do from there. */
export type FarAway = { id: string; username: string; actor: Actor }

/** Somebody of a peer whom a member here has looked up. */
export async function meet(peer: Peer, member: Person, name: string, about = {}): Promise<FarAway> {
  const actor = peer.actor(name, about)
  const id = await eventually(() => find(member, `@${name}@${peer.host}`).catch(() => false as const), 'finding them')
  return { id, username: name, actor }
}

/** The address from which a community invites. */
const inviter = (server: TestServer): string => `${server.url}/ap/mediation`

/** Writes privately to the address that invites. */
export function writeTo(server: TestServer, { actor }: FarAway, words: string) {
  const to = [inviter(server)]
  const note = actor.note({ content: `<p>@mediation ${words}</p>`, to, cc: [] })
  return actor.send(`${inviter(server)}/inbox`, activity(actor, 'Create', note, { to, cc: [] }))
}

/** What came to a peer from mediation, for one of its people. */
export const notesFor = ({ received }: Peer, { actor }: FarAway) =>
  received.filter(({ to }) => JSON.stringify(to ?? '').includes(actor.uri))
