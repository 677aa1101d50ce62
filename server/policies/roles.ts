import type { Role, Viewer } from './viewer.ts'

/** What the community's pages let someone do. */
export type Permission = 'settings' | 'people' | 'invites' | 'topics' | 'publish_rules'

const grants: Record<Permission, readonly Role[]> = {
  settings: ['owner', 'admin'],
  people: ['owner', 'admin', 'moderator'],
  invites: ['owner', 'admin', 'moderator'],
  topics: ['owner', 'admin', 'moderator'],
  publish_rules: ['owner', 'admin'],
}

/** Whether this person may do that; only a member with the role, never a program without an admin scope. */
export function may(viewer: Viewer | undefined, permission: Permission): boolean {
  if (viewer?.state !== 'member' || viewer.scopes !== undefined) return false
  return viewer.roles.some((role) => grants[permission].includes(role))
}

/** The roles that bring a permission. */
export const rolesThatMay = (permission: Permission): readonly Role[] => grants[permission]
