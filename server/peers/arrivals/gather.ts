import { z } from 'zod'
import type { ArrivalPart } from '../../../shared/api/elsewhere.ts'
import type { Context } from '../../context.ts'
import { limits } from '../../limits.ts'
import { askPages, type Peer, type PeerAnswer } from '../ask.ts'
import type { ArrivalRow } from './queries.ts'

/** One thing to bring: whom or what, and how. */
export type Bringing = { what: string; terms: string }

const person = z.object({ acct: z.string().min(1).max(500), muteExpiresAt: z.string().nullish().catch(null) })
const people = z.array(person)
const names = z.array(z.string().min(1).max(260))
const posts = z.array(z.object({ uri: z.string().max(2000), url: z.string().max(2000).nullish().catch(null) }))

/** A handle as it is known from everywhere: people of the old server have none of its name in theirs. */
const whole = (acct: string, home: string) => (acct.includes('@') ? acct : `${acct}@${home}`)

type Call = Parameters<typeof askPages>[3]
/** Whose list it is, and who is told that it is longer than what is read. */
type Asked = { ctx: Context; peer: Peer; onMore: () => void }

const readList = <T>({ ctx, peer, onMore }: Asked, form: z.ZodType<T[]>, call: Call) =>
  askPages(ctx, peer, { form, pages: limits.arrivalPages, onMore }, call)

async function readPeople(asked: Asked, home: string, call: Call): Promise<PeerAnswer<Bringing[]>> {
  const said = await readList(asked, people, call)
  if (said.kind !== 'said') return said
  const value = said.value.map(({ acct, muteExpiresAt }) => ({
    what: whole(acct, home),
    terms: JSON.stringify(muteExpiresAt ? { until: muteExpiresAt } : {}),
  }))
  return { kind: 'said', value }
}

const named = (said: PeerAnswer<string[]>): PeerAnswer<Bringing[]> =>
  said.kind === 'said' ? { kind: 'said', value: said.value.map((what) => ({ what, terms: '{}' })) } : said

/** Reads one of the lists of an old account; one that is longer than `limits.arrivalPages` is `cut`. */
export async function gather(ctx: Context, arrival: ArrivalRow, peer: Peer, part: ArrivalPart) {
  let cut = false
  const onMore = () => {
    cut = true
  }
  const asked = { ctx, peer: { ...peer, deadline: limits.arrivalDeadline }, onMore }
  const said = await readPart(asked, arrival, part)
  return { said, cut }
}

async function readPart(asked: Asked, arrival: ArrivalRow, part: ArrivalPart): Promise<PeerAnswer<Bringing[]>> {
  const home = arrival.acct.split('@').at(-1) ?? ''
  const most = { limit: 80 }
  switch (part) {
    case 'follows':
      return readPeople(asked, home, (client) => client.v1.accounts.$select(arrival.remoteId).following.list(most))
    case 'mutes':
      return readPeople(asked, home, (client) => client.v1.mutes.list(most))
    case 'blocks':
      return readPeople(asked, home, (client) => client.v1.blocks.list(most))
    case 'domain_blocks':
      return named(await readList(asked, names, (client) => client.v1.domainBlocks.list({ limit: 200 })))
    case 'bookmarks': {
      const said = await readList(asked, posts, (client) => client.v1.bookmarks.list({ limit: 40 }))
      if (said.kind !== 'said') return said
      return named({ kind: 'said', value: said.value.map(({ uri, url }) => url || uri) })
    }
    case 'profile':
      return { kind: 'said', value: [] }
    default:
      return part satisfies never
  }
}
