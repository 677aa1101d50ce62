import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import { hashSecret, newSecret, sameBytes } from '../../core/crypto.ts'
import { covers, parseScopes } from '../../policies/scopes.ts'
import { scopesOf } from '../apps/present.ts'
import type { AppRow } from '../apps/queries.ts'
import { oauthError } from './client.ts'
import { addToken, dropTokensOfCode, grantByCode, mayGrant, useGrant } from './queries.ts'

/** A field that is one text; anything else is as good as absent, and answered with OAuth's own errors. */
export const oauthText = z.string().max(4000).optional().catch(undefined)

/** The parameters of `/oauth/token` (RFC 6749, 4.1.3 and 4.4.2; RFC 7636, 4.5). */
export const tokenForm = z.object({
  grant_type: oauthText,
  client_id: oauthText,
  client_secret: oauthText,
  code: oauthText,
  redirect_uri: oauthText,
  code_verifier: oauthText,
  scope: oauthText,
})
type TokenForm = z.infer<typeof tokenForm>

type Holder = { app: AppRow; accountId: number | null; codeHash: Buffer | null; scopes: string }

function issueToken(ctx: Context, { app, ...holder }: Holder) {
  const token = newSecret()
  addToken(ctx.db, { tokenHash: hashSecret(token), appId: app.id, ...holder, now: ctx.now() })
  return { access_token: token, token_type: 'Bearer', scope: holder.scopes, created_at: Math.floor(ctx.now() / 1000) }
}

const badGrant = () =>
  oauthError('invalid_grant', 'The code is invalid, expired, used, or was issued to another app or address.')

/** Whether the verifier is the one that the challenge was made of; a verifier without a challenge is a downgrade. */
function isProven(challenge: string | null, verifier: string | undefined): boolean {
  if (challenge === null || verifier === undefined) return challenge === null && verifier === undefined
  if (!/^[\w.~-]{43,128}$/.test(verifier)) return false
  return sameBytes(createHash('sha256').update(verifier).digest(), Buffer.from(challenge, 'base64url'))
}

/** Exchanges a code for a token, once; a second time ends the tokens of the first (RFC 6749, 4.1.2). */
function tokenForCode(ctx: Context, app: AppRow, form: TokenForm) {
  if (!form.code) throw oauthError('invalid_request', 'Missing required parameter: code.')
  const codeHash = hashSecret(form.code)
  const grant = grantByCode(ctx.db, { codeHash })
  if (grant?.appId !== app.id) throw badGrant()
  if (useGrant(ctx.db, { codeHash, now: ctx.now() }) === 0) {
    dropTokensOfCode(ctx.db, { codeHash })
    return undefined
  }
  const holds = grant.expiresAt > ctx.now() && grant.redirectUri === form.redirect_uri
  const allowed =
    holds && isProven(grant.challenge, form.code_verifier) && mayGrant(ctx.db, { accountId: grant.accountId })
  return allowed ? issueToken(ctx, { app, accountId: grant.accountId, codeHash, scopes: grant.scopes }) : undefined
}

function tokenForApp(ctx: Context, app: AppRow, form: TokenForm) {
  const scopes = parseScopes(form.scope || 'read')
  if (!scopes?.length || !scopes.every((scope) => covers(scopesOf(app), scope))) {
    throw oauthError('invalid_scope', 'The requested scope is invalid, unknown, or malformed.')
  }
  return issueToken(ctx, { app, accountId: null, codeHash: null, scopes: scopes.join(' ') })
}

/** Gives a token to a program that has shown who it is. Throws OAuth's errors; what they change stays changed. */
export function giveToken(ctx: Context, app: AppRow, form: TokenForm) {
  if (form.grant_type === 'client_credentials') return tokenForApp(ctx, app, form)
  if (form.grant_type !== 'authorization_code') {
    throw form.grant_type
      ? oauthError('unsupported_grant_type', 'Only authorization_code and client_credentials are given here.')
      : oauthError('invalid_request', 'Missing required parameter: grant_type.')
  }
  const given = ctx.transact(() => tokenForCode(ctx, app, form))
  if (!given) throw badGrant()
  return given
}
