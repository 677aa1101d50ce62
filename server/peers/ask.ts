import type { mastodon } from 'masto'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import type { Heard } from '../core/fetch/bound.ts'
import { limits } from '../limits.ts'

/**
 * What came of asking another server: its word, or why there is none. `unreachable`: nothing came back in time, or its
 * failure. `incompatible`: it does not speak Mastodon's language there. `refused`: it understood and said no.
 */
export type PeerAnswer<T> =
  | { kind: 'said'; value: T }
  | { kind: 'unreachable' }
  | { kind: 'incompatible' }
  | { kind: 'refused' }

/** Whom to ask, as whom (a token of theirs), and in what shape the answer has to be. */
export type Peer = { origin: string; token?: string; deadline?: number }

/** Where a host's API is; plain http only for the loopback of trials. */
export const originOf = (ctx: Context, host: string): string =>
  ctx.config.allowLoopback && /^127(\.\d{1,3}){3}(:\d+)?$/.test(host) ? `http://${host}` : `https://${host}`

/** What another server may call one of its records: never a path, a query or something longer. */
export const isPeerId = (id: string): boolean => /^[\w-]{1,64}$/.test(id)

const refusing = [401, 402, 403, 410, 422, 429, 451]

/** Reads why nothing came; the status is the last one heard, as masto does not tell it of pages that are no JSON. */
function whyNot(thrown: unknown, status: number | undefined): 'unreachable' | 'incompatible' | 'refused' {
  if (status !== undefined && refusing.includes(status)) return 'refused'
  if (status !== undefined && status >= 500) return 'unreachable'
  if (status !== undefined) return 'incompatible'
  return thrown instanceof Error && thrown.name === 'MastoInvalidArgumentError' ? 'incompatible' : 'unreachable'
}

async function optionsFor(ctx: Context, { origin, token, deadline }: Peer, heard: Heard) {
  const dispatcher = await ctx.outbound.bind(origin, { most: limits.peerAnswer, heard })
  return {
    url: origin,
    accessToken: token,
    timeout: limits.peerPatience,
    requestInit: {
      dispatcher,
      redirect: 'error' as const,
      // where the length of an answer counts, it has to come as it is
      headers: { 'accept-encoding': 'identity', 'user-agent': `LeftCommunity/1.0 (+${ctx.config.publicUrl}/)` },
      signal: AbortSignal.timeout(deadline ?? limits.peerDeadline),
    },
  }
}

/**
 * The one way to another server's API. `call` gets a client that can reach that origin alone, and what it gives has to
 * have the shape of `form`. Never throws for what the other side does.
 */
export async function askPeer<F extends z.ZodType>(
  ctx: Context,
  peer: Peer,
  form: F,
  call: (client: mastodon.rest.Client) => PromiseLike<unknown>,
): Promise<PeerAnswer<z.infer<F>>> {
  const heard: Heard = { status: undefined }
  try {
    // masto is read with the first question: a community that looks at nobody need not hold it
    const { createRestAPIClient } = await import('masto')
    const read = form.safeParse(await call(createRestAPIClient(await optionsFor(ctx, peer, heard))))
    return read.success ? { kind: 'said', value: read.data } : { kind: 'incompatible' }
  } catch (thrown) {
    return { kind: whyNot(thrown, heard.status) }
  }
}

/** As {@link askPeer}, at the doors where programs ask for tokens. */
export async function askForToken<F extends z.ZodType>(
  ctx: Context,
  origin: string,
  form: F,
  call: (client: mastodon.oauth.Client) => PromiseLike<unknown>,
): Promise<PeerAnswer<z.infer<F>>> {
  const heard: Heard = { status: undefined }
  try {
    const { createOAuthAPIClient } = await import('masto')
    const read = form.safeParse(await call(createOAuthAPIClient(await optionsFor(ctx, { origin }, heard))))
    return read.success ? { kind: 'said', value: read.data } : { kind: 'incompatible' }
  } catch (thrown) {
    return { kind: whyNot(thrown, heard.status) }
  }
}

type Pages = AsyncIterable<readonly unknown[]>

/**
 * Reads a list of another server page by page, `pages` at most: a list that points back into itself ends there too.
 * `form` is the shape of one page. Where there is more than that, `onMore` is told, for which one page more is looked at.
 */
export async function askPages<T>(
  ctx: Context,
  peer: Peer,
  { form, pages, onMore }: { form: z.ZodType<T[]>; pages: number; onMore?: () => void },
  call: (client: mastodon.rest.Client) => Pages,
): Promise<PeerAnswer<T[]>> {
  const all: T[] = []
  const seen = new Set<string>()
  const answer = await askPeer(ctx, peer, form, async (client) => {
    let left = pages
    for await (const page of call(client)) {
      const read = form.safeParse(page)
      const look = JSON.stringify(page)
      if (!read.success) return page
      if (seen.has(look)) break
      if (left <= 0 && read.data.length > 0) onMore?.()
      if (left <= 0) break
      seen.add(look)
      all.push(...read.data)
      left -= 1
      if (left <= 0 && !onMore) break
    }
    return []
  })
  return answer.kind === 'said' ? { kind: 'said', value: all } : answer
}
