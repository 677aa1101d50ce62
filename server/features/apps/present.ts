import type { Context } from '../../context.ts'
import { readPublicKey } from '../push/key.ts'
import type { AppRow } from './queries.ts'

/** The addresses that a program may be sent back to. */
export const redirectUrisOf = (app: Pick<AppRow, 'redirectUris'>): string[] => app.redirectUris.split('\n')

/** What a program may ask for at most. */
export const scopesOf = (app: Pick<AppRow, 'scopes'>): string[] => app.scopes.split(' ')

/** An Application as others see it: everything but its secret. */
export function presentApp(ctx: Context, app: Omit<AppRow, 'secretHash'>) {
  return {
    id: String(app.id),
    name: app.name,
    website: app.website,
    scopes: scopesOf(app),
    redirect_uri: app.redirectUris,
    redirect_uris: redirectUrisOf(app),
    vapid_key: readPublicKey(ctx),
  }
}

/** A CredentialApplication: given once, to the program that registered, since only a hash of the secret is kept. */
export function presentNewApp(ctx: Context, app: Omit<AppRow, 'secretHash'>, clientSecret: string) {
  return { ...presentApp(ctx, app), client_id: app.clientId, client_secret: clientSecret, client_secret_expires_at: 0 }
}
