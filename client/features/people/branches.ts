import type { InviteBranch } from '../../../shared/api/staff.ts'

/** Somebody with those who came by their invites; without `joinedAt`, how they came themselves is not known any more. */
export type Branch = { username: string; joinedAt?: string; suspended: boolean; invited: Branch[] }

/** A list of who came by whose invite as trees, in the order in which the list names people first. */
export function treesOf(list: readonly InviteBranch[]): Branch[] {
  const known = new Map<string, Branch>()
  const named = (username: string): Branch => {
    const branch = known.get(username) ?? { username, suspended: false, invited: [] }
    known.set(username, branch)
    return branch
  }
  for (const one of list) {
    const branch = named(one.username)
    branch.joinedAt = one.joined_at
    branch.suspended = one.state === 'suspended'
    named(one.invited_by).invited.push(branch)
  }
  return [...known.values()].filter(({ joinedAt }) => joinedAt === undefined)
}
