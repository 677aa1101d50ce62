import { z } from 'zod'
import type { Context } from '../../context.ts'
import { hashSecret, newSecret } from '../../core/crypto.ts'
import { invalidFields } from '../../core/errors.ts'
import { limits } from '../../limits.ts'
import { mayRedirectTo, splitAddresses } from '../../policies/redirects.ts'
import { parseScopes } from '../../policies/scopes.ts'
import { presentNewApp } from './present.ts'
import { addApp } from './queries.ts'

const asList = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.values(value) : value

/** A name is shown in a question that people answer, so nothing in it may hide or turn round what stands beside it. */
const clean = (name: string) =>
  name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Bidi_Control}]/gu, ' ')
    .trim()

/** What a program tells of itself; an empty `website` is none. */
export const appForm = z.object({
  client_name: z.string().max(limits.body).transform(clean).pipe(z.string().min(1).max(limits.appName)),
  redirect_uris: z.preprocess(
    asList,
    z.union([z.string().max(limits.redirectUris), z.array(z.string()).max(50)]).default(''),
  ),
  scopes: z.string().max(2000).default('read'),
  website: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(2000)]).optional(),
})

/** Registers a program (RFC 6749, 2): all are confidential. Throws 422 for unknown scopes and dangerous addresses. */
export function registerApp(ctx: Context, form: z.infer<typeof appForm>) {
  const scopes = parseScopes(form.scopes.trim() === '' ? 'read' : form.scopes)
  if (!scopes) {
    throw invalidFields({ scopes: [{ error: 'ERR_INVALID', description: 'Scopes: one of them is not known here.' }] })
  }
  const addresses = splitAddresses(form.redirect_uris)
  const redirectUris = addresses.join('\n')
  if (addresses.length === 0) {
    throw invalidFields({ redirect_uris: [{ error: 'ERR_BLANK', description: 'Redirect URIs can’t be blank.' }] })
  }
  if (!addresses.every(mayRedirectTo) || redirectUris.length > limits.redirectUris) {
    const description = 'Redirect URIs: each has to be an absolute address of a kind that runs no script.'
    throw invalidFields({ redirect_uris: [{ error: 'ERR_INVALID', description }] })
  }
  const secret = newSecret()
  const app = {
    id: ctx.newId(),
    clientId: newSecret(),
    name: form.client_name,
    website: form.website || null,
    redirectUris,
    scopes: scopes.join(' '),
  }
  addApp(ctx.db, { ...app, secretHash: hashSecret(secret), now: ctx.now() })
  return presentNewApp(ctx, app, secret)
}
