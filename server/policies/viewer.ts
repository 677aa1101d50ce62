import type { Scope } from './scopes.ts'

/** Who may do what beside being a member; several may be held. */
export const roles = ['owner', 'admin', 'moderator', 'mediator', 'coordinator', 'steward'] as const
/** One of {@link roles}. */
export type Role = (typeof roles)[number]

/** The person behind a request, as resolved from a session or a token, never both. */
export type Viewer = {
  accountId: number
  /** `waiting`: the mail is confirmed, a moderator has not said yes. Such a person reads as a visitor does. */
  state: 'waiting' | 'member'
  roles: readonly Role[]
  /** What the program was allowed; undefined for our own client, which may all the person may. */
  scopes: readonly Scope[] | undefined
  /** Whether the rules were accepted in time: those in force, or earlier ones whose change still has its grace. */
  acceptedRules: boolean
  /** The app that speaks for the person, if any. */
  appId: number | undefined
}

/** Somebody for whom the server reads or acts by itself: as our own client would, with no rights beyond a member's. */
export const asMember = (accountId: number): Viewer => ({
  accountId,
  state: 'member',
  roles: [],
  scopes: undefined,
  acceptedRules: true,
  appId: undefined,
})

/** What a request brought: nobody, an app without a person, or a person. */
export type Caller = { viewer: Viewer | undefined; app: { id: number; scopes: readonly Scope[] } | undefined }

/** The id under which visibility is asked: only members see what visitors do not. */
export const memberId = (viewer: Viewer | undefined): number | undefined =>
  viewer?.state === 'member' ? viewer.accountId : undefined
