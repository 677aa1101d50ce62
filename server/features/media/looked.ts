import { z } from 'zod'
import type { Context } from '../../context.ts'
import { openIfOurs } from '../../core/crypto.ts'
import { limits } from '../../limits.ts'

/** A picture of a post that is looked at on another server, and not kept here. */
export type Looked = { url: string; host: string }

/** Where such a picture is shown here: an address that only we can make, and that holds for a while. */
export function lookedUrl(ctx: Context, { url, host }: Looked): string {
  const sealed = ctx.vault.seal(JSON.stringify({ looked: url, host, until: ctx.now() + limits.peerLooked }))
  return `${ctx.config.publicUrl}/proxy/looked/${sealed.toString('base64url')}`
}

const looked = z.object({ looked: z.string(), host: z.string(), until: z.int() })

/** The picture behind such an address; undefined for one that is not ours, or too old. */
export function readLooked(ctx: Context, sealed: string): Looked | undefined {
  const plain = openIfOurs(ctx.vault, Buffer.from(sealed, 'base64url'))
  // what is ours was made by `lookedUrl`, or sealed for something else
  const said = plain?.startsWith('{') ? looked.safeParse(JSON.parse(plain)) : undefined
  return said?.success && said.data.until > ctx.now() ? { url: said.data.looked, host: said.data.host } : undefined
}
