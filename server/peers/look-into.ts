import { z } from 'zod'
import type { PeerPost, PeerTimeline } from '../../shared/api/peers.ts'
import type { Context } from '../context.ts'
import { forbidden } from '../core/errors.ts'
import { lookedUrl } from '../features/media/looked.ts'
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
  sensitive: z.boolean().catch(false),
  content: text,
  visibility: z.literal('public'),
  account: z.object({ acct: z.string().max(500), displayName: text, url: webAddress }),
  mediaAttachments: z
    .array(
      z.object({
        type: text,
        description: z.string().nullish().catch(null),
        previewUrl: webAddress.nullish().catch(null),
      }),
    )
    .max(100)
    .catch([]),
  poll: z
    .unknown()
    .optional()
    .transform((poll) => typeof poll === 'object' && poll !== null),
})

const named = z.object({ id: z.string().refine(isPeerId) })

/** One page; what is no post of the public is left out, rather than all of it refused. `id` says where it stands. */
const page = z.array(z.unknown()).transform((items) =>
  items.map((item) => {
    const said = status.safeParse(item)
    const where = named.safeParse(item)
    return { id: where.success ? where.data.id : undefined, said: said.success ? said.data : undefined }
  }),
)

/** Where a small picture is shown here; not for what is no picture, nor where pictures of that server are refused. */
function previewOf(
  ctx: Context,
  { type, previewUrl }: z.infer<typeof status>['mediaAttachments'][number],
  domain: string,
) {
  if (!previewUrl || !['image', 'gifv', 'video'].includes(type)) return null
  return decisionFor(ctx.db, domain).refusesMedia ? null : lookedUrl(ctx, { url: previewUrl, host: domain })
}

const present = (ctx: Context, said: z.infer<typeof status>, domain: string): PeerPost => ({
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
  sensitive: said.sensitive,
  media: said.mediaAttachments.map((media) => ({
    kind: plainText(media.type, 20),
    description: plainText(media.description ?? '', 1500),
    preview: previewOf(ctx, media, domain),
  })),
  poll: said.poll,
})

/**
 * The newest public posts of a server's own people, looked at as they are there: nobody is followed and nothing is
 * kept; pictures come through this server, and are not kept either. Throws 404, 403 where it is cut off.
 */
export async function lookInto(ctx: Context, { domain, max_id: maxId }: { domain: string; max_id?: string }) {
  const peer = findPeer(ctx, domain)
  if (decisionFor(ctx.db, peer.domain).cutOff) throw forbidden('This community speaks with that server no more.')
  const origin = originOf(ctx, apiHostOf(ctx.db, peer.domain))
  const asked = await askPages(ctx, { origin }, { form: page, pages: 1 }, (client) =>
    client.v1.timelines.public.list({ local: true, limit: 20, ...(maxId && { maxId }) }),
  )
  if (asked.kind !== 'said') return { problem: asked.kind, posts: [], next: null } satisfies PeerTimeline
  const posts = asked.value.flatMap(({ said }) => (said ? [present(ctx, said, peer.domain)] : []))
  const last = asked.value.at(-1)?.id
  return { problem: null, posts, next: last === undefined || last === maxId ? null : last } satisfies PeerTimeline
}
