import type { Request } from 'express'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import { hashSecret, newSecret, sameBytes } from '../../core/crypto.ts'
import { accountById } from '../../features/accounts/queries.ts'
import { type Answer, answer, type Cookie } from '../../http/answer.ts'
import { readCookie } from '../../http/cookies.ts'
import { limits } from '../../limits.ts'
import { decisionFor } from '../../policies/domains.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { askForToken, askPeer, isPeerId, originOf } from '../ask.ts'
import { plainText } from '../plain.ts'
import { appFor, backAddress, type RemoteApp } from './app.ts'
import { signInCookie } from './begin.ts'
import { putGuest, removeApp, removeSignIn, signInOf } from './queries.ts'

/** What a server, by its own address, sends somebody back with (RFC 6749, 4.1.2). */
export const backForm = z.object({
  host: z.string().max(300),
  code: z.string().max(2000).optional().catch(undefined),
  state: z.string().max(200).optional().catch(undefined),
})

const text = z.string().catch('')

/** As much of who somebody is as is asked. */
export const credentials = z.object({
  id: z.string().refine(isPeerId),
  username: z.string().min(1).max(200),
  acct: z.string().min(1).max(500),
  url: z.url({ protocol: /^https?$/ }).max(2000),
  displayName: text,
  avatar: z.string().nullish().catch(null),
  header: z.string().nullish().catch(null),
  source: z
    .object({ note: text, fields: z.array(z.object({ name: text, value: text })).catch([]) })
    .nullish()
    .catch(null),
})
/** Who somebody is at their own server. */
export type Credentials = z.infer<typeof credentials>

/** Somebody whose own server said who they are. */
export type SignedIn = { host: string; token: string; who: Credentials; accountId: number }

/** What other rooms do here: finding somebody by an address, beginning to move somebody in, the door of a mediation. */
export type Ways = {
  resolve(ctx: Context, asked: string): Promise<{ accountId?: number }>
  arrive(ctx: Context, memberId: number, signedIn: Omit<SignedIn, 'accountId'>): Promise<void>
  /** Lets somebody into the mediation at whose door this browser stands; false where it is not for them. */
  admit(ctx: Context, request: Request, accountId: number): boolean
}

const token = z.object({ accessToken: z.string().min(1).max(2000) })

/** Gives a token back: it was needed once. What the server says to that changes nothing. */
export async function revokeToken(ctx: Context, host: string, app: RemoteApp, held: string): Promise<void> {
  const { clientId, clientSecret } = app
  await askForToken(ctx, originOf(ctx, host), z.unknown(), (client) =>
    client.revoke({ clientId, clientSecret, token: held }),
  )
}

/** The guest's cookie; it opens no door but the guest's own. */
export const guestCookie = (secret?: string): Cookie => ({ name: 'guest', value: secret, maxAge: limits.guestLasts })

type Begun = NonNullable<ReturnType<typeof signInOf>>

/** What began in this browser, once. */
function takeSignIn(ctx: Context, request: Request, state: string | undefined): Begun | undefined {
  if (!state) return undefined
  const stateHash = hashSecret(state)
  const begun = signInOf(ctx.db, { stateHash })
  const browser = readCookie(ctx.config, request, 'elsewhere')
  if (!begun || !browser || !sameBytes(hashSecret(browser), begun.browserHash)) return undefined
  removeSignIn(ctx.db, { stateHash })
  return begun.expiresAt > ctx.now() ? begun : undefined
}

async function exchange(ctx: Context, { host, verifier, scopes }: Begun, app: RemoteApp, code: string) {
  const given = {
    grantType: 'authorization_code' as const,
    clientId: app.clientId,
    clientSecret: app.clientSecret,
    redirectUri: backAddress(ctx, host),
    code,
    scope: scopes,
    codeVerifier: ctx.vault.open(verifier),
  }
  const answered = await askForToken(ctx, originOf(ctx, host), token, (client) => client.token.create(given))
  // a server that was set up anew no longer knows us: the next time we introduce ourselves again
  if (answered.kind === 'refused') removeApp(ctx.db, { host })
  return answered.kind === 'said' ? answered.value.accessToken : undefined
}

/** The page on which a sign-in began. */
const pageOf = (begun: Begun | undefined): string => (begun?.purpose === 'mediation' ? '/guest' : '/elsewhere')

const failed = (why: string, begun?: Begun): Answer =>
  answer('', {
    status: 303,
    headers: { Location: `${pageOf(begun)}?problem=${why}` },
    cookies: [signInCookie()],
  })

const leads = (to: string, cookies: Cookie[] = []): Answer =>
  answer('', { status: 303, headers: { Location: to }, cookies: [signInCookie(), ...cookies] })

/** Somebody of another server as they are known here. */
type Known = { uri: string; accountId: number }

/** Whom the address of a profile leads to; only where that server itself stands behind both. */
async function actorOf(ctx: Context, ways: Ways, host: string, who: Credentials): Promise<Known | undefined> {
  if (new URL(who.url).host !== host) return undefined
  const { accountId } = await ways.resolve(ctx, who.url)
  const found = accountId === undefined ? undefined : accountById(ctx.db, { id: accountId })
  const same =
    found?.uri && new URL(found.uri).host === host && found.username.toLowerCase() === who.username.toLowerCase()
  return same && found.uri !== null ? { uri: found.uri, accountId: found.id } : undefined
}

function welcome(ctx: Context, begun: Begun, { uri, who }: { uri: string; who: Credentials }): Answer {
  const secret = newSecret()
  putGuest(ctx.db, {
    tokenHash: hashSecret(secret),
    uri,
    acct: `${who.username}@${begun.host}`,
    name: plainText(who.displayName, 100) || who.username,
    purpose: 'visit',
    ref: null,
    now: ctx.now(),
    expiresAt: ctx.now() + limits.guestLasts,
  })
  return leads('/elsewhere', [guestCookie(secret)])
}

type Back = { request: Request; viewer: Viewer | undefined; form: z.infer<typeof backForm> }

/** Moving in is for who began it, and only while they are logged in and let in here. */
const isStill = ({ purpose, accountId }: Begun, viewer: Viewer | undefined) =>
  purpose !== 'move_in' || (viewer?.state === 'member' && viewer.accountId === accountId)

/**
 * Takes somebody back from their own server: the code becomes a token, the token says who they are and is given back
 * at once, unless it is needed for moving in. What does not hold leads to a page that says why.
 */
export const comeBack =
  (ways: Ways) =>
  async (ctx: Context, { request, viewer, form }: Back): Promise<Answer> => {
    const begun = takeSignIn(ctx, request, form.state)
    if (!begun || begun.host !== form.host || !isStill(begun, viewer)) return failed('expired', begun)
    if (!form.code) return failed('denied', begun)
    if (decisionFor(ctx.db, begun.host).cutOff) return failed('refused', begun)
    const app = await appFor(ctx, begun.host)
    const held = app && (await exchange(ctx, begun, app, form.code))
    if (!app || !held) return failed('refused', begun)
    const peer = { origin: originOf(ctx, begun.host), token: held }
    const who = await askPeer(ctx, peer, credentials, (client) => client.v1.accounts.verifyCredentials())
    if (begun.purpose === 'move_in' && begun.accountId !== null && who.kind === 'said') {
      await ways.arrive(ctx, begun.accountId, { host: begun.host, token: held, who: who.value })
      return leads('/settings/moving')
    }
    await revokeToken(ctx, begun.host, app, held)
    const known = who.kind === 'said' ? await actorOf(ctx, ways, begun.host, who.value) : undefined
    if (who.kind !== 'said' || !known) return failed('unknown', begun)
    if (begun.purpose !== 'mediation') return welcome(ctx, begun, { uri: known.uri, who: who.value })
    return ways.admit(ctx, request, known.accountId) ? leads('/guest') : failed('other', begun)
  }
