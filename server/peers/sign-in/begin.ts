import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import { hashSecret, newSecret } from '../../core/crypto.ts'
import { forbidden, invalidFields } from '../../core/errors.ts'
import { type Answer, answer, type Cookie } from '../../http/answer.ts'
import { limits } from '../../limits.ts'
import { decisionFor, domainKey } from '../../policies/domains.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { originOf } from '../ask.ts'
import { apiHostOf } from '../queries.ts'
import { appFor, backAddress, MOVING } from './app.ts'
import { putSignIn } from './queries.ts'

/** Where somebody is at home, as a server's name, an address or a whole handle, and what they sign in for. */
export const beginForm = z.object({
  server: z.string().max(500),
  purpose: z.enum(['visit', 'move_in', 'mediation']).default('visit'),
})

/** The cookie that ties what comes back to the browser in which it began. */
export const signInCookie = (secret?: string): Cookie => ({
  name: 'elsewhere',
  value: secret,
  maxAge: limits.remoteSignInLasts,
})

const refuse = (description: string) => invalidFields({ server: [{ error: 'ERR_INVALID', description }] })

function readServer(ctx: Context, typed: string): string {
  const text = typed
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\/.*$/, '')
  const host = domainKey(text.slice(text.lastIndexOf('@') + 1))
  if (host === '' || !/[.:]/.test(host)) throw refuse('This is not the name of a server, such as server.example.')
  if (host === new URL(ctx.config.publicUrl).host) throw refuse('This is the server you are on. Log in here instead.')
  if (decisionFor(ctx.db, host).cutOff) throw refuse('This community speaks with that server no more.')
  return apiHostOf(ctx.db, host)
}

/**
 * Begins a sign-in at somebody's own server: gives the address where they allow it (PKCE, with a state that only this
 * browser can bring back). Throws 422 for a server that takes no programs, 403 for moving in as nobody.
 */
export async function beginSignIn(
  ctx: Context,
  viewer: Viewer | undefined,
  { server, purpose }: z.infer<typeof beginForm>,
): Promise<Answer> {
  if (purpose === 'move_in' && viewer?.state !== 'member') throw forbidden()
  const host = readServer(ctx, server)
  const app = await appFor(ctx, host)
  if (!app) throw refuse('That server could not be asked. Is its name right, and does it speak Mastodon’s language?')
  const known = app.scopes.includes('profile') ? 'profile' : 'read:accounts'
  const scopes = purpose === 'move_in' ? MOVING.join(' ') : known
  const [state, verifier, browser] = [newSecret(), newSecret(48), newSecret()]
  putSignIn(ctx.db, {
    stateHash: hashSecret(state),
    host,
    verifier: ctx.vault.seal(verifier),
    browserHash: hashSecret(browser),
    scopes,
    purpose,
    ref: null,
    accountId: purpose === 'move_in' ? (viewer?.accountId ?? null) : null,
    expiresAt: ctx.now() + limits.remoteSignInLasts,
  })
  const url = new URL('/oauth/authorize', originOf(ctx, host))
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: app.clientId,
    redirect_uri: backAddress(ctx, host),
    scope: scopes,
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString()
  return answer({ url: url.href }, { cookies: [signInCookie(browser)] })
}
