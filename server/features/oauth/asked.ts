import { z } from 'zod'
import { oauth as words } from '../../../shared/locales/en/oauth.ts'
import type { Context } from '../../context.ts'
import { badRequest } from '../../core/errors.ts'
import { covers, parseScopes } from '../../policies/scopes.ts'
import { redirectUrisOf, scopesOf } from '../apps/present.ts'
import { type AppRow, appByClientId } from '../apps/queries.ts'

const text = z.string().max(4000).optional()

/** The parameters of `/oauth/authorize` (RFC 6749, 4.1.1; RFC 7636, 4.3), in the query and again in our own form. */
export const askForm = z.object({
  response_type: text,
  client_id: text,
  redirect_uri: text,
  scope: text,
  state: text,
  code_challenge: text,
  code_challenge_method: text,
  force_login: text,
})
/** One of {@link askForm}. */
export type AskForm = z.infer<typeof askForm>

/** A request that may be put before somebody: by a known program, back to one of its own addresses. */
export type Asked = {
  app: AppRow
  redirectUri: string
  scopes: readonly string[]
  state: string | undefined
  challenge: string | undefined
}

/** A request whose program and address are right and the rest is not: the program is told by a redirect. */
export type Unaskable = {
  app: AppRow
  redirectUri: string
  state: string | undefined
  error: string
  description: string
}

function findProgram(ctx: Context, form: AskForm): { app: AppRow; redirectUri: string } {
  const app = form.client_id === undefined ? undefined : appByClientId(ctx.db, { clientId: form.client_id })
  if (!app) throw badRequest(words.unknownApp)
  const known = redirectUrisOf(app)
  if (form.redirect_uri === undefined || !known.includes(form.redirect_uri)) {
    throw badRequest(words.unknownAddress(app.name))
  }
  return { app, redirectUri: form.redirect_uri }
}

const challengeOf = (form: AskForm): string | false | undefined => {
  if (form.code_challenge === undefined) return form.code_challenge_method === undefined ? undefined : false
  return form.code_challenge_method === 'S256' && /^[\w-]{43}$/.test(form.code_challenge) && form.code_challenge
}

/**
 * Reads what a program asks for. Throws 400, for the person to read, when the program or its address is wrong
 * (RFC 6749, 4.1.2.1: never redirect then).
 */
export function readAsked(ctx: Context, form: AskForm): Asked | Unaskable {
  const { app, redirectUri } = findProgram(ctx, form)
  const refuse = (error: string, description: string) => ({ app, redirectUri, state: form.state, error, description })
  if (form.response_type !== 'code') return refuse('unsupported_response_type', 'The response type has to be code.')
  const scopes = parseScopes(form.scope || 'read')
  if (!scopes?.length || !scopes.every((scope) => covers(scopesOf(app), scope))) {
    return refuse('invalid_scope', 'The requested scope is invalid, unknown, or malformed.')
  }
  const challenge = challengeOf(form)
  if (challenge === false) return refuse('invalid_request', 'The code challenge has to be of the method S256.')
  return { app, redirectUri, scopes, state: form.state, challenge }
}

/** The address where a program's request is asked anew. */
export function authorizeAddress(form: AskForm): string {
  const { force_login: _done, ...request } = form
  const pairs = Object.entries(request).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return `/oauth/authorize?${new URLSearchParams(pairs)}`
}
