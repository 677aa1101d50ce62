/** What can be told on a device: Mastodon's kinds, and `notice`, what the community itself has to say. */
export const pushKinds = [
  'mention',
  'status',
  'reblog',
  'follow',
  'follow_request',
  'favourite',
  'poll',
  'update',
  'quote',
  'quoted_update',
  'notice',
] as const
/** One of {@link pushKinds}. */
export type PushKind = (typeof pushKinds)[number]

/** Where somebody is told, as Mastodon's API has it. */
export interface PushSubscriptionEntity {
  id: string
  endpoint: string
  standard: boolean
  alerts: Record<PushKind, boolean>
  policy: 'all' | 'followed' | 'follower' | 'none'
  /** The public key of the community. */
  server_key: string
}

/** What somebody chose for all their devices; times of the day as `22:00`, both or none. */
export interface PushChoices {
  /** Whether what is sent says only that something came: no names, no words. */
  bare: boolean
  quiet_from: string | null
  quiet_to: string | null
  time_zone: string
}

/** What a device is sent, sealed: Mastodon's fields, and for our own client the page to open. */
export interface PushMessage {
  access_token: string
  preferred_locale: string
  /** A number, as Mastodon sends it; 0 where there is no notification. */
  notification_id: number
  notification_type: string
  icon: string
  title: string
  body: string
  url?: string
}
