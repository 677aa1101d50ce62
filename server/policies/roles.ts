import type { Role, Viewer } from './viewer.ts'

/** What the community's pages let someone do. */
export type Permission =
  | 'settings'
  | 'people'
  | 'invites'
  | 'topics'
  | 'peers'
  | 'disk'
  | 'publish_rules'
  | 'trends'
  | 'emojis'
  | 'announcements'
  | 'collections'
  | 'blocks'
  | 'panic'
  | 'roles'
  | 'documents'
  | 'metrics'
  | 'audit_read'
  | 'complaints'
  | 'mediate'
  | 'coordinate_mediation'
  | 'see_mediation_reports'
  | 'oversee_mediation'
  | 'open_mediations'
  | 'rest_mediations'
  | 'reports'
  | 'confirm_removals'

const grants: Record<Permission, readonly Role[]> = {
  settings: ['owner', 'admin'],
  people: ['owner', 'admin', 'moderator'],
  invites: ['owner', 'admin', 'moderator'],
  topics: ['owner', 'admin', 'moderator'],
  peers: ['owner', 'admin', 'moderator'],
  disk: ['owner', 'admin'],
  publish_rules: ['owner', 'admin'],
  trends: ['owner', 'admin', 'moderator'],
  emojis: ['owner', 'admin', 'moderator'],
  announcements: ['owner', 'admin', 'moderator'],
  collections: ['owner', 'admin', 'moderator'],
  blocks: ['owner', 'admin', 'moderator'],
  panic: ['owner', 'admin', 'moderator'],
  roles: ['owner', 'admin'],
  documents: ['owner', 'admin'],
  metrics: ['owner', 'admin', 'moderator', 'steward'],
  audit_read: ['owner', 'admin', 'steward'],
  complaints: ['steward'],
  mediate: ['mediator'],
  coordinate_mediation: ['coordinator'],
  see_mediation_reports: ['moderator'],
  oversee_mediation: ['steward'],
  open_mediations: ['owner', 'admin'],
  rest_mediations: ['owner', 'admin', 'coordinator'],
  reports: ['owner', 'admin', 'moderator'],
  confirm_removals: ['owner', 'admin', 'moderator'],
}

/** Whether this person may do that; only a member with the role, never a program without an admin scope. */
export function may(viewer: Viewer | undefined, permission: Permission): boolean {
  if (viewer?.state !== 'member' || viewer.scopes !== undefined) return false
  return viewer.roles.some((role) => grants[permission].includes(role))
}

/** The roles that bring a permission. */
export const rolesThatMay = (permission: Permission): readonly Role[] => grants[permission]

/** As {@link may}, for doors that ask a program for a scope of their own, by which the member let it do just that. */
export const holds = (viewer: Viewer, permission: Permission): boolean =>
  viewer.state === 'member' && viewer.roles.some((role) => grants[permission].includes(role))
