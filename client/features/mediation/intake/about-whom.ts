import type { Account, Status } from '../../../../shared/api/wire.ts'
import { read } from '../../../api/http.ts'
import { session, warningWord } from '../../../session/session.ts'

/** A post that can be named in a request, as a line to pick. */
export interface PostLine {
  id: string
  mine: boolean
  text: string
  at: string
}

/** The other person, and the posts that can be named. */
export interface AboutWhom {
  account: Account
  posts: readonly PostLine[]
  /** What is picked at first. */
  picked: readonly string[]
}

/** How many posts are offered to pick from. */
const OFFERED = 30

/** Reads whom it is about from a post, with what the two wrote in its conversation. */
export async function fromPost(id: string, signal: AbortSignal): Promise<AboutWhom> {
  const [status, { ancestors, descendants }] = await Promise.all([
    read<Status>(`/api/v1/statuses/${id}`, { signal }),
    read<{ ancestors: Status[]; descendants: Status[] }>(`/api/v1/statuses/${id}/context`, { signal }),
  ])
  const own = session()?.account?.id
  const theirs = [...ancestors, status, ...descendants].filter(
    ({ account }) => account.id === status.account.id || account.id === own,
  )
  return { account: status.account, posts: theirs.slice(0, OFFERED).map(lineOf), picked: [status.id] }
}

/** Reads a person, with what they wrote last. */
export async function fromPerson(id: string, signal: AbortSignal): Promise<AboutWhom> {
  const [account, statuses] = await Promise.all([
    read<Account>(`/api/v1/accounts/${id}`, { signal }),
    read<Status[]>(`/api/v1/accounts/${id}/statuses?limit=20`, { signal }),
  ])
  return { account, posts: statuses.filter(({ reblog }) => !reblog).map(lineOf), picked: [] }
}

function lineOf(status: Status): PostLine {
  const mine = status.account.id === session()?.account?.id
  const text = status.spoiler_text ? `${warningWord()}: ${status.spoiler_text}` : plainText(status.content)
  return { id: status.id, mine, text: text.length > 140 ? `${text.slice(0, 140)}…` : text, at: status.created_at }
}

function plainText(html: string): string {
  const body = new DOMParser().parseFromString(html.replaceAll(/<\/p>|<br\s*\/?>/g, ' '), 'text/html').body
  return body.textContent?.trim() ?? ''
}
