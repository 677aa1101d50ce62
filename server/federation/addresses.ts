import type { Context } from '../context.ts'

type Place = Pick<Context, 'config'>

/** Everybody, as an audience. */
export const PUBLIC = 'https://www.w3.org/ns/activitystreams#Public'

/** The owner of what mediation says to somebody of another server: it speaks for nobody, and has no account. */
export const MEDIATION = -1

/** The name of one of our people for other servers; 0 is the server itself, {@link MEDIATION} who invites for it. */
export function actorUri({ config }: Place, accountId: number): string {
  if (accountId === MEDIATION) return `${config.publicUrl}/ap/mediation`
  return accountId === 0 ? `${config.publicUrl}/actor` : `${config.publicUrl}/ap/users/${accountId}`
}

/** The name of the key with which one of our people, or (0) the server itself, signs. */
export const keyIdOf = (ctx: Place, owner: number): string => `${actorUri(ctx, owner)}#main-key`

/** The name of all who follow one of our people, as an audience. */
export const followersUri = (ctx: Place, accountId: number): string => `${actorUri(ctx, accountId)}/followers`

/** A post or boost, wherever it came from; `uri` is null for one of ours. */
export type PostPlace = { id: number; accountId: number; uri: string | null; reblogOfId: number | null }

/** The name of a post, or of a boost as what somebody did. */
export const postUri = (ctx: Place, { id, accountId, uri, reblogOfId }: PostPlace): string =>
  uri ?? `${actorUri(ctx, accountId)}/statuses/${id}${reblogOfId === null ? '' : '/activity'}`

/** The name of somebody, wherever they are. */
export const uriOf = (ctx: Place, { id, uri }: { id: number; uri: string | null }): string => uri ?? actorUri(ctx, id)

/** The name of the question whether a post of ours may quote what it quotes. */
export const quoteRequestUri = (ctx: Place, { id, accountId }: { id: number; accountId: number }): string =>
  `${actorUri(ctx, accountId)}#quote_requests/${id}`

/** Where it says that a post may stand in another one (FEP-044f). */
export const approvalUri = (ctx: Place, quoted: { accountId: number }, quotingId: number): string =>
  `${actorUri(ctx, quoted.accountId)}/quote_authorizations/${quotingId}`

/** The same for a post that is not here: who holds this address was told by us that it may. */
export function approvalOf(
  ctx: Pick<Context, 'config' | 'vault'>,
  quoted: { id: number; accountId: number },
  quoting: string,
): string {
  const mark = approvalMark(ctx, quoted.id, quoting)
  const base = `${actorUri(ctx, quoted.accountId)}/quote_authorizations/${quoted.id}`
  return `${base}?of=${encodeURIComponent(quoting)}&mark=${mark}`
}

/** What makes {@link approvalOf} impossible to guess. */
export const approvalMark = ({ vault }: Pick<Context, 'vault'>, quotedId: number, quoting: string): string =>
  vault.fingerprint('quote', `${quotedId} ${quoting}`).toString('base64url').slice(0, 22)
