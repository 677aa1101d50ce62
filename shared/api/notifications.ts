import type { Account, Status } from './wire.ts'

/** Something a person is told. */
export type Notification = {
  id: string
  type:
    | 'mention'
    | 'follow'
    | 'follow_request'
    | 'update'
    | 'poll'
    | 'quote'
    | 'quoted_update'
    | 'favourite'
    | 'reblog'
    | 'status'
    | 'moderation_warning'
  group_key: string
  created_at: string
  account: Account
  status?: Status
  /** It waits as a stranger's request. */
  filtered?: true
  moderation_warning?: AccountWarning
}

/** What moderators decided about somebody, as Mastodon's programs know it. */
export type AccountWarning = {
  id: string
  action: 'none' | 'disable' | 'mark_statuses_as_sensitive' | 'delete_statuses' | 'silence' | 'suspend'
  text: string
  status_ids: string[] | null
  target_account: Account
  appeal: { text: string; state: 'pending' | 'approved' | 'rejected' } | null
  created_at: string
}

/** What belongs together of what a person is told, as the second version of the API has it. */
export type NotificationGroup = {
  group_key: string
  notifications_count: number
  type: Notification['type']
  most_recent_notification_id: string
  page_min_id?: string
  page_max_id?: string
  latest_page_notification_at?: string
  sample_account_ids: string[]
  status_id?: string
  moderation_warning?: AccountWarning
}

/** As much of a person as an avatar among others needs. */
export type PartialAccount = Pick<Account, 'id' | 'acct' | 'locked' | 'bot' | 'url' | 'avatar' | 'avatar_static'>

/** A page of groups, with each person and post once. */
export type GroupedNotifications = {
  accounts: Account[]
  partial_accounts?: PartialAccount[]
  statuses: Status[]
  notification_groups: NotificationGroup[]
}

/** Whether somebody wants to hear of some people, later as a request, or not at all. */
export type Hearing = 'accept' | 'filter' | 'drop'

/** Of whom a person wants to be told. */
export type NotificationPolicy = {
  for_not_following: Hearing
  for_not_followers: Hearing
  for_new_accounts: Hearing
  for_private_mentions: Hearing
  for_limited_accounts: Hearing
  summary: { pending_requests_count: number; pending_notifications_count: number }
}

/** Somebody whose notifications wait. */
export type NotificationRequest = {
  id: string
  created_at: string
  updated_at: string
  notifications_count: string
  account: Account
  last_status: Status | null
}
