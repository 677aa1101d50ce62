import { randomBytes } from 'node:crypto'
import { isIP } from 'node:net'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { keepChallenge, type Signing, wasOurs } from './challenges.ts'
import { type PasskeyRow, passkeyByCredential, passkeysOf, touchPasskey } from './queries.ts'

/** Read when the first passkey is made or signs: with all that it reads it takes 15 MB, which a server at rest need not hold. */
const webauthn = () => import('@simplewebauthn/server')

const encoded = z.string().max(100_000)
const transport = z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'])
const common = {
  id: z.string().max(2000),
  rawId: z.string().max(2000),
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).default({}),
}

/** What a browser gives for a new passkey (WebAuthn Level 3, RegistrationResponseJSON). */
export const newPasskey = z.object({
  ...common,
  response: z.object({
    clientDataJSON: encoded,
    attestationObject: encoded,
    transports: z.array(transport.catch('hybrid')).max(10).optional(),
  }),
})

/** One of {@link newPasskey}. */
export type NewPasskey = z.infer<typeof newPasskey>

/** What a browser gives when a passkey signed (AuthenticationResponseJSON). */
export const signedByPasskey = z.object({
  ...common,
  response: z.object({
    clientDataJSON: encoded,
    authenticatorData: encoded,
    signature: encoded,
    userHandle: encoded.optional(),
  }),
})
/** One of {@link signedByPasskey}. */
export type Signed = z.infer<typeof signedByPasskey>

/** Where passkeys belong: the host of our own address, and no other. */
const siteOf = (ctx: Context) => {
  const { origin, hostname } = new URL(ctx.config.publicUrl)
  return { origin, host: hostname }
}

/** Whether passkeys can be had: browsers make none for a bare number of a machine. */
export function passkeysPossible(ctx: Context): boolean {
  const { origin, host } = siteOf(ctx)
  return isIP(host.replace(/^\[|\]$/g, '')) === 0 && (origin.startsWith('https:') || host === 'localhost')
}

/** The name under which passkeys know an account; it tells nobody else which one that is. */
const handleOf = (ctx: Context, accountId: number) => ctx.vault.fingerprint('passkey', String(accountId))

// what was stored was checked when it came
const transportsOf = (row: PasskeyRow) => JSON.parse(row.transports) as z.infer<typeof transport>[]

const made = (ctx: Context, username: string, community: string) => ({
  rpName: community,
  rpID: siteOf(ctx).host,
  userName: username,
  attestationType: 'none' as const,
  authenticatorSelection: { residentKey: 'required' as const, userVerification: 'required' as const },
})

/** What a browser needs to make a passkey for somebody. */
export async function optionsForNew(ctx: Context, accountId: number, username: string, community: string) {
  const { generateRegistrationOptions } = await webauthn()
  const options = await generateRegistrationOptions({
    ...made(ctx, username, community),
    userID: new Uint8Array(handleOf(ctx, accountId)),
    excludeCredentials: passkeysOf(ctx.db, { accountId }).map((row) => ({
      id: row.credentialId,
      transports: transportsOf(row),
    })),
  })
  keepChallenge(ctx, options.challenge, { purpose: 'register', accountId })
  return options
}

/** The name under which a passkey knows an account that is not made yet: it hangs on what the passkey was asked. */
const newcomersHandle = (ctx: Context, challenge: string) => ctx.vault.fingerprint('newcomer’s passkey', challenge)

/** What a browser needs to make a passkey for a newcomer who has no account yet. */
export async function optionsForNewcomer(ctx: Context, username: string, community: string) {
  const { generateRegistrationOptions } = await webauthn()
  const challenge = randomBytes(32)
  const options = await generateRegistrationOptions({
    ...made(ctx, username, community),
    challenge: new Uint8Array(challenge),
    userID: new Uint8Array(newcomersHandle(ctx, challenge.toString('base64url'))),
  })
  keepChallenge(ctx, options.challenge, { purpose: 'sign_up', accountId: undefined })
  return options
}

/** A newcomer's passkey as it waits for the account: what holds of it, and the name under which it knows the account. */
export async function readNewcomers(ctx: Context, response: NewPasskey) {
  let handle = ''
  const credential = await verifyNew(ctx, response, (challenge) => {
    handle = newcomersHandle(ctx, challenge).toString('base64url')
    return wasOurs(ctx, challenge, { purpose: 'sign_up', accountId: undefined })
  })
  if (!credential || passkeyByCredential(ctx.db, { credentialId: credential.id })) return undefined
  return { credential, handle }
}

/** Reads a new passkey; undefined where it does not hold: not ours, not asked for, or nobody was there to confirm it. */
export const readNew = (ctx: Context, accountId: number, response: NewPasskey) =>
  verifyNew(ctx, response, (challenge) => wasOurs(ctx, challenge, { purpose: 'register', accountId }))

async function verifyNew(ctx: Context, response: NewPasskey, isOurs: (challenge: string) => boolean) {
  const { origin, host } = siteOf(ctx)
  const { verifyRegistrationResponse } = await webauthn()
  const found = await verifyRegistrationResponse({
    response,
    expectedChallenge: isOurs,
    expectedOrigin: origin,
    expectedRPID: host,
    requireUserVerification: true,
  }).catch(() => undefined)
  return found?.verified ? found.registrationInfo.credential : undefined
}

/** What a browser needs to have a passkey sign; anybody's, where it is not known yet who. */
export async function optionsToSign(ctx: Context, signing: Signing) {
  const known = signing.accountId === undefined ? [] : passkeysOf(ctx.db, { accountId: signing.accountId })
  const { generateAuthenticationOptions } = await webauthn()
  const options = await generateAuthenticationOptions({
    rpID: siteOf(ctx).host,
    userVerification: 'required',
    allowCredentials: known.map((row) => ({ id: row.credentialId, transports: transportsOf(row) })),
  })
  keepChallenge(ctx, options.challenge, signing)
  return options
}

const isHandleOf = (ctx: Context, handle: string | undefined, row: PasskeyRow) =>
  handle === undefined || handle === (row.handle ?? handleOf(ctx, row.accountId).toString('base64url'))

/** Whose passkey signed what we asked for; undefined where anything about it does not hold. */
export async function whoSigned(ctx: Context, response: Signed, signing: Signing): Promise<number | undefined> {
  const row = passkeyByCredential(ctx.db, { credentialId: response.id })
  if (!row || (signing.accountId !== undefined && row.accountId !== signing.accountId)) return undefined
  if (!isHandleOf(ctx, response.response.userHandle, row)) return undefined
  const { origin, host } = siteOf(ctx)
  const { verifyAuthenticationResponse } = await webauthn()
  const found = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => wasOurs(ctx, challenge, signing),
    expectedOrigin: origin,
    expectedRPID: host,
    credential: { id: row.credentialId, publicKey: new Uint8Array(row.publicKey), counter: row.counter },
    requireUserVerification: true,
  }).catch(() => undefined)
  if (!found?.verified) return undefined
  touchPasskey(ctx.db, { id: row.id, counter: found.authenticationInfo.newCounter, now: ctx.now() })
  return row.accountId
}
