import { createRestAPIClient, type mastodon } from 'masto'
import type { Status } from '../../shared/api/wire.ts'
import type { Person, TestServer } from './server.ts'

/** Another program, as most of them speak: masto with the person's token, or with none. */
export const mastoOf = (server: TestServer, person?: Person): mastodon.rest.Client =>
  createRestAPIClient({ url: server.url, accessToken: person?.token })

/** Posts, and fails where that was refused. */
export async function say(person: Person, status: string, more: Record<string, unknown> = {}): Promise<Status> {
  const reply = await person.api.post<Status>('/api/v1/statuses', { status, ...more })
  if (reply.status !== 200) throw new Error(`not posted: ${reply.status} ${reply.text}`)
  return reply.body
}

/** Follows, and fails where that was refused. */
export async function follow(person: Person, other: Person, terms: Record<string, unknown> = {}): Promise<void> {
  const reply = await person.api.post(`/api/v1/accounts/${other.id}/follow`, terms)
  if (reply.status !== 200) throw new Error(`not followed: ${reply.status} ${reply.text}`)
}

/** The words of the posts of a list, without HTML. */
export const wordsOf = (list: readonly { content: string }[]): string[] =>
  list.map(({ content }) => content.replace(/<[^>]*>/g, ''))

let casts = 0

/** New people by names that no other test has, in the order asked for. */
export async function cast<const Names extends readonly string[]>(
  server: TestServer,
  ...names: Names
): Promise<{ [Place in keyof Names]: Person }> {
  casts += 1
  const people: Person[] = []
  for (const name of names) people.push(await server.signUp(`${name}${casts}`))
  // one person was made for each name
  return people as { [Place in keyof Names]: Person }
}
