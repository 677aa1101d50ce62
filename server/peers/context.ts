import { z } from 'zod'
import type { Context } from '../context.ts'
import { limits } from '../limits.ts'
import { decisionFor } from '../policies/domains.ts'
import { askPeer, isPeerId, originOf } from './ask.ts'

const said = z.object({ descendants: z.array(z.unknown()) })
const post = z.object({ uri: z.url({ protocol: /^https?$/ }).max(2000), visibility: z.enum(['public', 'unlisted']) })

/** What a post is called by its own server's API: the end of its page's address, as Mastodon and most others have it. */
function peerIdOf(address: string): { host: string; id: string } | undefined {
  const url = URL.parse(address)
  const id = url?.pathname.split('/').at(-1) ?? ''
  return url && isPeerId(id) ? { host: url.host, id } : undefined
}

/**
 * The addresses of the public answers below a post that its own server knows of, asked by Mastodon's API: the second
 * road to a thread, beside the list that the post itself names. Only addresses: each answer is fetched from where it is.
 */
export async function answersElsewhere(ctx: Context, address: string): Promise<string[]> {
  const place = peerIdOf(address)
  if (!place || decisionFor(ctx.db, place.host).cutOff) return []
  const answer = await askPeer(ctx, { origin: originOf(ctx, place.host) }, said, (client) =>
    client.v1.statuses.$select(place.id).context.fetch(),
  )
  if (answer.kind !== 'said') return []
  return answer.value.descendants.slice(0, limits.threadPosts).flatMap((one) => {
    const read = post.safeParse(one)
    return read.success ? [read.data.uri] : []
  })
}
