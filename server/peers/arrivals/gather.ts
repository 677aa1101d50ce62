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

async function readPeople(
  ctx: Context,
  peer: Peer,
  home: string,
  call: Parameters<typeof askPages>[3],
): Promise<PeerAnswer<Bringing[]>> {
  const said = await askPages(ctx, peer, { form: people, pages: limits.arrivalPages }, call)
  if (said.kind !== 'said') return said
  const value = said.value.map(({ acct, muteExpiresAt }) => ({
    what: whole(acct, home),
    terms: JSON.stringify(muteExpiresAt ? { until: muteExpiresAt } : {}),
  }))
  return { kind: 'said', value }
}

const named = (said: PeerAnswer<string[]>): PeerAnswer<Bringing[]> =>
  said.kind === 'said' ? { kind: 'said', value: said.value.map((what) => ({ what, terms: '{}' })) } : said

/** Reads one of the lists of an old account, whole. */
export async function gather(ctx: Context, arrival: ArrivalRow, peer: Peer, part: ArrivalPart) {
  const [asked, home] = [{ ...peer, deadline: limits.arrivalDeadline }, arrival.acct.split('@').at(-1) ?? '']
  const most = { limit: 80 }
  switch (part) {
    case 'follows':
      return readPeople(ctx, asked, home, (client) => client.v1.accounts.$select(arrival.remoteId).following.list(most))
    case 'mutes':
      return readPeople(ctx, asked, home, (client) => client.v1.mutes.list(most))
    case 'blocks':
      return readPeople(ctx, asked, home, (client) => client.v1.blocks.list(most))
    case 'domain_blocks': {
      const form = { form: names, pages: limits.arrivalPages }
      return named(await askPages(ctx, asked, form, (client) => client.v1.domainBlocks.list({ limit: 200 })))
    }
    case 'bookmarks': {
      const form = { form: posts, pages: limits.arrivalPages }
      const said = await askPages(ctx, asked, form, (client) => client.v1.bookmarks.list({ limit: 40 }))
      if (said.kind !== 'said') return said
      return named({ kind: 'said', value: said.value.map(({ uri, url }) => url || uri) })
    }
    case 'profile':
      return { kind: 'said', value: [] } satisfies PeerAnswer<Bringing[]>
    default:
      return part satisfies never
  }
}
