import { forbidden, Refusal, unauthorized } from '../core/errors.ts'
import { holds, may } from '../policies/roles.ts'
import { covers } from '../policies/scopes.ts'
import type { Caller, Viewer } from '../policies/viewer.ts'
import type { Route } from './route.ts'

const needsUser = 'This method requires an authenticated user'

function checkScope(granted: readonly string[], needed: string | undefined): void {
  if (needed === undefined || !covers(granted, needed)) throw forbidden('This action is outside the authorized scopes')
}

/** Refuses who has not accepted the rules at a door that waits for them, and says where to go. */
export function checkRules({ options: { access } }: Route, { viewer }: Caller, rulesUrl: string): void {
  if (access !== 'poster' || viewer?.acceptedRules) return
  throw forbidden(`Please accept the updated rules: ${rulesUrl}`, { code: 'rules_not_accepted' })
}

function checkMember(viewer: Viewer, rulesUrl: string, route: Route): void {
  if (viewer.state === 'waiting') throw forbidden('Your login is currently pending approval', { code: 'waiting' })
  // where it depends on what is sent, that is read first
  if (!route.options.unless) checkRules(route, { viewer, app: undefined }, rulesUrl)
}

/** Decides in one place whether a caller may use a route at all; throws the refusal that Mastodon's clients know. */
export function checkAccess(route: Route, { viewer, app }: Caller, rulesUrl: string): void {
  const { access, scope, may: permission, held } = route.options
  if (access === 'public') {
    const scopes = viewer?.scopes ?? (viewer ? undefined : app?.scopes)
    if (scopes && scope) checkScope(scopes, scope)
    return
  }
  if (access === 'app') {
    if (!app && !viewer) throw unauthorized()
    return
  }
  if (!viewer) throw app ? new Refusal(422, needsUser) : unauthorized(needsUser)
  if (viewer.scopes) checkScope(viewer.scopes, scope)
  if (access !== 'account') checkMember(viewer, rulesUrl, route)
  if (permission && !may(viewer, permission)) throw forbidden()
  if (held && !holds(viewer, held)) throw forbidden()
}
