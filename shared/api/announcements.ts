import type { CustomEmoji, Mention } from './wire.ts'

/** How many reacted to an announcement in one way, and whether oneself did. */
export type AnnouncementReaction = { name: string; count: number; me?: boolean; url?: string; static_url?: string }

/** What the people who run the community say to all members. */
export type Announcement = {
  id: string
  content: string
  starts_at: string | null
  ends_at: string | null
  all_day: boolean
  published_at: string
  updated_at: string
  /** Whether oneself put it away. */
  read?: boolean
  mentions: Mention[]
  statuses: { id: string; url: string }[]
  tags: { name: string; url: string }[]
  emojis: CustomEmoji[]
  reactions: AnnouncementReaction[]
}

/** An announcement as those who write them see it. */
export type AdminAnnouncement = Pick<Announcement, 'id' | 'starts_at' | 'ends_at' | 'all_day' | 'emojis'> & {
  text: string
  /** When it comes out; null for one that came out as it was written. */
  publish_at: string | null
  published_at: string | null
  state: 'to_come' | 'shown' | 'over'
}
