import { createHash, randomBytes } from 'node:crypto'
import type { Person, TestServer } from './server.ts'

/** A registered program, as it knows itself. */
export type Program = { id: string; client_id: string; client_secret: string; redirectUri: string }

const REDIRECT = 'lantern://back'

/** Registers a program that may ask for everything. */
export async function register(
  server: TestServer,
  redirectUri = REDIRECT,
  scopes = 'read write follow push profile',
): Promise<Program> {
  const form = { client_name: 'Lantern', redirect_uris: redirectUri, scopes }
  const { body } = await server.visitor.post('/api/v1/apps', form)
  return { id: body.id, client_id: body.client_id, client_secret: body.client_secret, redirectUri }
}

/** A PKCE verifier and its S256 challenge. */
export function newProof() {
  const verifier = randomBytes(32).toString('base64url')
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') }
}

/** The parameters with which a program sends somebody to `/oauth/authorize`. */
export const request = (program: Program, more: Record<string, string> = {}): Record<string, string> => ({
  response_type: 'code',
  client_id: program.client_id,
  redirect_uri: program.redirectUri,
  scope: 'read write',
  ...more,
})

/** What stands in the query of the address that an answer redirects to. */
export const sentBack = (headers: Headers): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(headers.get('location')?.split('?')[1]))

/** Answers the question as the page's own form does. */
export const answer = (person: Person, asked: Record<string, string>, choice: 'allow' | 'deny' = 'allow') =>
  person.browser.post('/oauth/authorize', new URLSearchParams({ ...asked, account: person.id, answer: choice }))

/** Lets a program have a code of somebody's. */
export async function allowed(person: Person, program: Program, more: Record<string, string> = {}): Promise<string> {
  const { headers } = await answer(person, request(program, more))
  return sentBack(headers).code ?? ''
}

/** Fetches a token with a code. */
export const exchange = (server: TestServer, program: Program, code: string, more: Record<string, string> = {}) =>
  server.visitor.post('/oauth/token', {
    grant_type: 'authorization_code',
    code,
    client_id: program.client_id,
    client_secret: program.client_secret,
    redirect_uri: program.redirectUri,
    ...more,
  })
