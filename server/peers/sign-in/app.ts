import { z } from 'zod'
import type { Context } from '../../context.ts'
import { askPeer, originOf } from '../ask.ts'
import { appAt, putApp } from './queries.ts'

/** What is asked for when somebody brings their old account along, beside who they are. */
export const MOVING = ['read:accounts', 'read:follows', 'read:blocks', 'read:mutes', 'read:bookmarks'] as const

/**
 * Where a server sends people back to: each to an address of its own, so that no server can have a code of another one
 * brought to itself (RFC 9700, 4.4.2).
 */
export const backAddress = (ctx: Context, host: string): string =>
  `${ctx.config.publicUrl}/elsewhere/back/${encodeURIComponent(host)}`

/** This community as a program at a server; the secret in the clear. */
export type RemoteApp = { clientId: string; clientSecret: string; scopes: string[] }

const made = z.object({ clientId: z.string().min(1).max(500), clientSecret: z.string().min(1).max(500) })

/** Makes this community known at a server as a program that may at most read these. */
const register = (ctx: Context, host: string, scopes: readonly string[]) =>
  askPeer(ctx, { origin: originOf(ctx, host) }, made, (client) =>
    client.v1.apps.create({
      clientName: new URL(ctx.config.publicUrl).host,
      // one address as a text: not every server takes a list
      redirectUris: backAddress(ctx, host),
      scopes: scopes.join(' '),
      website: ctx.config.publicUrl,
    }),
  )

/**
 * The program that this community is at a server, made once and kept. `profile`, which shows nothing but who somebody
 * is, is unknown to older servers: there it is left out. Undefined where a server takes no programs.
 */
export async function appFor(ctx: Context, host: string): Promise<RemoteApp | undefined> {
  const known = appAt(ctx.db, { host })
  if (known) {
    return { ...known, clientSecret: ctx.vault.open(known.clientSecret), scopes: known.scopes.split(' ') }
  }
  for (const scopes of [['profile', ...MOVING], MOVING]) {
    const answer = await register(ctx, host, scopes)
    if (answer.kind !== 'said') continue
    const { clientId, clientSecret } = answer.value
    const sealed = ctx.vault.seal(clientSecret)
    putApp(ctx.db, { host, clientId, clientSecret: sealed, scopes: scopes.join(' '), now: ctx.now() })
    return { clientId, clientSecret, scopes: [...scopes] }
  }
  return undefined
}
