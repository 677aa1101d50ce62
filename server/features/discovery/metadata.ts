import type { Context } from '../../context.ts'
import { allScopes } from '../../policies/scopes.ts'

/** What this server's OAuth can do (RFC 8414); programs take from it that PKCE is understood. */
export function oauthMetadata({ config: { publicUrl } }: Pick<Context, 'config'>) {
  return {
    issuer: `${publicUrl}/`,
    authorization_endpoint: `${publicUrl}/oauth/authorize`,
    token_endpoint: `${publicUrl}/oauth/token`,
    app_registration_endpoint: `${publicUrl}/api/v1/apps`,
    revocation_endpoint: `${publicUrl}/oauth/revoke`,
    userinfo_endpoint: `${publicUrl}/oauth/userinfo`,
    scopes_supported: allScopes,
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: ['authorization_code', 'client_credentials'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    code_challenge_methods_supported: ['S256'],
  }
}
