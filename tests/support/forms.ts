import { expect } from 'vitest'
import { type Actor, activity, type Doc } from './evil-peer.ts'
import type { Fed } from './federation.ts'

/** Somebody whose server has forms of its own; Alice follows them. */
export async function befriend(fed: Fed, name: string, about: Doc = {}): Promise<Actor> {
  const actor = fed.peer.actor(name, about)
  await fed.befriend(fed.alice, actor)
  return actor
}

/** Sends a post and reads it as Alice does. */
export async function readAs(fed: Fed, actor: Actor, note: Doc, more: Doc = {}) {
  expect((await actor.send(fed.inbox, activity(actor, 'Create', note, more))).status).toBe(202)
  const id = fed.postAt(note.id)?.id
  return (await fed.alice.api.get(`/api/v1/statuses/${id}`)).body
}
