import type { Account, Status } from './wire.ts'

/** Somebody as Mastodon's API for staff has them. */
export type AdminAccount = {
  id: string
  username: string
  domain: string | null
  created_at: string
  email: string
  ip: string | null
  ips: { ip: string; used_at: string }[]
  locale: string | null
  invite_request: string | null
  role: { id: string; name: string; color: string; permissions: string; highlighted: boolean }
  confirmed: boolean
  approved: boolean
  disabled: boolean
  silenced: boolean
  suspended: boolean
  sensitized: boolean
  account: Account
  created_by_application_id: string | null
  invited_by_account_id: string | null
}

/** A report as Mastodon's API for staff has it. */
export type AdminReport = {
  id: string
  action_taken: boolean
  action_taken_at: string | null
  category: 'spam' | 'legal' | 'violation' | 'other'
  comment: string
  forwarded: boolean
  created_at: string
  updated_at: string
  account: AdminAccount | null
  target_account: AdminAccount | null
  assigned_account: AdminAccount | null
  action_taken_by_account: AdminAccount | null
  statuses: Status[]
  rules: { id: string; text: string; hint: string }[]
  collections: []
}
