import { z } from 'zod'
import type { PeerPost, PeerTimeline } from '../../shared/api/peers.ts'
import type { Context } from '../context.ts'
import { forbidden } from '../core/errors.ts'
import { limits } from '../limits.ts'
import { decisionFor } from '../policies/domains.ts'
import { askPages, isPeerId, originOf } from './ask.ts'
import { plainText } from './plain.ts'
import { apiHostOf } from './queries.ts'
import { findPeer } from './read.ts'

const text = z.string().catch('')
const webAddress = z.url({ protocol: /^https?$/ }).max(2000)

const status = z.object({
  id: z.string().refine(isPeerId),
  uri: z.string(),
  url: webAddress.nullish().catch(null),
  createdAt: z.iso.datetime({ offset: true }),
  spoilerText: text,
  content: text,
  visibility: z.literal('public'),
  account: z.object({ acct: z.string().max(500), displayName: text, url: webAddress }),
  mediaAttachments: z
    .array(z.object({ type: text, description: z.string().nullish().catch(null) }))
    .max(100)
    .catch([]),
  poll: z.unknown().transform((poll) => typeof poll === 'object' && poll !== null),
})

/** One page; what is no post of the public is left out, rather than all of it refused. */
const page = z.array(z.unknown()).transform((items) =>
  items.flatMap((item): z.infer<typeof status>[] => {
    const read = status.safeParse(item)
    return read.success ? [read.data] : []
  }),
)

const present = (said: z.infer<typeof status>, domain: string): PeerPost => ({
  id: said.id,
  url: said.url ?? said.uri,
  author: {
    acct: said.account.acct.includes('@') ? said.account.acct : `${said.account.acct}@${domain}`,
    name: plainText(said.account.displayName, 100),
    url: said.account.url,
  },
  created_at: said.createdAt,
  spoiler_text: plainText(said.spoilerText, 500),
  text: plainText(said.content, limits.peerText),
  media: said.mediaAttachments.map(({ type, description }) => ({
    kind: plainText(type, 20),
    description: plainText(description ?? '', 1500),
  })),
  poll: said.poll,
})

/**
 * The newest public posts of a server's own people, looked at as they are there: nobody is followed, nothing is kept,
 * and no picture is fetched. Throws 404, 403 where it is cut off.
 */
export async function lookInto(ctx: Context, { domain, max_id: maxId }: { domain: string; max_id?: string }) {
  const peer = findPeer(ctx, domain)
  if (decisionFor(ctx.db, peer.domain).cutOff) throw forbidden('This community speaks with that server no more.')
  const origin = originOf(ctx, apiHostOf(ctx.db, peer.domain))
  const asked = await askPages(ctx, { origin }, { form: page, pages: 1 }, (client) =>
    client.v1.timelines.public.list({ local: true, limit: 20, ...(maxId && { maxId }) }),
  )
  const posts = asked.kind === 'said' ? asked.value.map((said) => present(said, peer.domain)) : []
  return { problem: asked.kind === 'said' ? null : asked.kind, posts } satisfies PeerTimeline
}
