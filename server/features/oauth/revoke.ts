import { z } from 'zod'
import type { Context } from '../../context.ts'
import { hashSecret } from '../../core/crypto.ts'
import type { AppRow } from '../apps/queries.ts'
import { oauthError } from './client.ts'
import { dropToken, tokenByHash } from './queries.ts'
import { oauthText } from './token.ts'

/** The parameters of `/oauth/revoke` (RFC 7009, 2.1). */
export const revokeForm = z.object({ client_id: oauthText, client_secret: oauthText, token: oauthText })

/** Ends a token of this program; one that is not there is ended already. Throws 403 for another program's. */
export function revokeToken(ctx: Context, app: AppRow, form: z.infer<typeof revokeForm>) {
  if (!form.token) throw oauthError('invalid_request', 'Missing required parameter: token.')
  const tokenHash = hashSecret(form.token)
  const token = tokenByHash(ctx.db, { tokenHash })
  if (!token) return {}
  if (token.appId !== app.id)
    throw oauthError('unauthorized_client', 'You are not authorized to revoke this token', 403)
  dropToken(ctx.db, { tokenHash })
  return {}
}
