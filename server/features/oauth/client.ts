import type { Request } from 'express'
import type { Context } from '../../context.ts'
import { hashSecret, sameBytes } from '../../core/crypto.ts'
import { Refusal, unauthorized } from '../../core/errors.ts'
import { type AppRow, appByClientId } from '../apps/queries.ts'

type Credentials = { client_id?: string; client_secret?: string }

/** An error of OAuth's (RFC 6749, 5.2); apps read its code. */
export const oauthError = (code: string, description: string, status = 400) =>
  new Refusal(status, description, { oauth: code })

const decode = (text: string) => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

/** The credentials of HTTP Basic, each part form-encoded (RFC 6749, 2.3.1). */
function readBasic(request: Request): Credentials {
  const encoded = /^Basic +([\w+/=-]+)$/i.exec(request.get('authorization') ?? '')?.[1]
  if (!encoded) return {}
  const [, id = '', secret = ''] = /^([^:]*):(.*)$/.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? []
  return { client_id: decode(id), client_secret: decode(secret) }
}

/**
 * The program that knocks, by its name and secret in the body or by HTTP Basic. Throws 401 `invalid_client`, on which
 * apps register anew, so it stands for nothing else.
 */
export function authenticateClient(ctx: Context, request: Request, form: Credentials): AppRow {
  const basic = readBasic(request)
  const clientId = basic.client_id ?? form.client_id
  const secret = basic.client_secret ?? form.client_secret
  const app = clientId === undefined ? undefined : appByClientId(ctx.db, { clientId })
  if (app && secret !== undefined && sameBytes(app.secretHash, hashSecret(secret))) return app
  throw unauthorized('Client authentication failed: the app is not known here, or its secret is wrong.', {
    oauth: 'invalid_client',
    headers: { 'WWW-Authenticate': 'Basic realm="oauth"' },
  })
}
