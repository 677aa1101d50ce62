import type { Invite } from '../../../shared/api/community.ts'

/** Whether an invite still lets people in at `now` (epoch milliseconds), and if not, why. */
export function inviteState(invite: Invite, now: number): 'open' | 'used' | 'over' | 'withdrawn' {
  if (invite.withdrawn_at !== null) return 'withdrawn'
  if (invite.max_uses !== null && invite.uses >= invite.max_uses) return 'used'
  return invite.expires_at !== null && Date.parse(invite.expires_at) <= now ? 'over' : 'open'
}
