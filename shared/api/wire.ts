import type { mastodon } from 'masto'
import type { RepliesElsewhere } from './threads.ts'

type Snake<Text extends string> = Text extends `${infer Head}${infer Tail}`
  ? `${Head extends Uppercase<Head> ? (Head extends Lowercase<Head> ? Head : `_${Lowercase<Head>}`) : Head}${Snake<Tail>}`
  : Text

/** masto's camelCase types as they stand on the wire: snake_case at every depth. */
export type Wire<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? Wire<Item>[]
    : T extends object
      ? { [Key in keyof T as Key extends string ? Snake<Key> : Key]: Wire<T[Key]> }
      : T

type Over<Base, Changes> = Omit<Base, keyof Changes> & Changes

// What masto's types have differently from what servers send, or do not know.
/** A person, as others see them. */
export type Account = Over<
  Wire<mastodon.v1.Account>,
  {
    avatar_description: string
    header_description: string
    hide_collections: boolean
    emojis: CustomEmoji[]
    fields: { name: string; value: string; verified_at: string | null }[]
    last_status_at: string | null
    moved?: Account | null
    roles?: { id: string; name: string; color: string }[]
  }
>

/** One's own profile as one edits it. */
export type Profile = Wire<mastodon.v1.Profile>

/** Oneself, with what only oneself sees. */
export type CredentialAccount = Account & {
  source: {
    privacy: Visibility
    sensitive: boolean
    language: string | null
    note: string
    fields: { name: string; value: string; verified_at: string | null }[]
    follow_requests_count: number
    hide_collections: boolean | null
    discoverable: boolean | null
    indexable: boolean
    attribution_domains: string[]
    quote_policy: string
  }
  role: { id: string; name: string; color: string; highlighted: boolean; permissions: string }
}

/** Who a status is for. */
export type Visibility = 'public' | 'unlisted' | 'private' | 'direct'

/** A small picture used within text. */
export type CustomEmoji = {
  shortcode: string
  url: string
  static_url: string
  visible_in_picker: boolean
  category: string | null
}

/** Somebody named in a status. */
export type Mention = { id: string; username: string; url: string; acct: string }

type MediaSize = { width: number; height: number; size: string; aspect: number }

/**
 * A picture of a post. `focus` is the point to keep in view: −1 to 1, from left to right and from below to above.
 * `animated` is ours: `url` moves, and `preview_url` never does.
 */
export type MediaAttachment = {
  id: string
  type: 'image' | 'gifv' | 'video' | 'audio' | 'unknown'
  url: string | null
  preview_url: string | null
  remote_url: string | null
  preview_remote_url: string | null
  text_url: string | null
  meta: { original: MediaSize; small: MediaSize; focus: { x: number; y: number }; animated?: boolean }
  description: string | null
  blurhash: string | null
}

/** A post; a boost has what it boosts in `reblog`. `local_only`, `thread_id` (what it and all around it hang on) and `warning_topics` are ours; `text` comes with an answer to a deletion. */
export type Status = {
  id: string
  uri: string
  url: string | null
  created_at: string
  edited_at: string | null
  account: Account
  content: string
  text?: string
  visibility: Visibility
  sensitive: boolean
  spoiler_text: string
  warning_topics: string[]
  local_only: boolean
  thread_id: string
  language: string | null
  in_reply_to_id: string | null
  in_reply_to_account_id: string | null
  mentions: Mention[]
  tags: { name: string; url: string }[]
  emojis: CustomEmoji[]
  media_attachments: MediaAttachment[]
  poll: Poll | null
  card: PreviewCard | null
  reblog: Status | null
  quote: Quote | null
  quote_approval?: { automatic: string[]; manual: string[]; current_user: string }
  application?: { name: string; website: string | null } | null
  replies_count: number
  reblogs_count: number
  favourites_count: number
  quotes_count: number
  favourited?: boolean
  reblogged?: boolean
  muted?: boolean
  bookmarked?: boolean
  pinned?: boolean
  filtered?: FilterResult[]
  /** Moderators hid it: its author alone sees it. */
  hidden_by_moderators?: true
}

/** What a page that a post links to says about itself: words, and a picture that is kept here. */
export type PreviewCard = {
  url: string
  title: string
  description: string
  language: string | null
  type: 'link'
  authors: { name: string; url: string; account: null }[]
  author_name: string
  author_url: string
  provider_name: string
  provider_url: string
  html: string
  width: number
  height: number
  image: string | null
  image_description: string
  embed_url: string
  blurhash: string | null
  published_at: string | null
}

/** What a reader sees of a quote: the quoted post, or why not. */
export type QuoteState =
  | 'pending'
  | 'accepted'
  | 'rejected'
  | 'revoked'
  | 'deleted'
  | 'unauthorized'
  | 'blocked_account'
  | 'muted_account'

/** What a post quotes; within a quoted post, only the id of the next one. */
export type Quote = { state: QuoteState } & ({ quoted_status: Status | null } | { quoted_status_id: string | null })

/** A question on a post. What an option got is null until the end where its author hid it. */
export type Poll = {
  id: string
  expires_at: string | null
  expired: boolean
  multiple: boolean
  votes_count: number
  voters_count: number | null
  options: { title: string; votes_count: number | null }[]
  emojis: CustomEmoji[]
  voted?: boolean
  own_votes?: number[]
}

/** What a post said at a time. `warning_topics` is ours. */
export type StatusEdit = Pick<
  Status,
  | 'content'
  | 'spoiler_text'
  | 'warning_topics'
  | 'sensitive'
  | 'created_at'
  | 'account'
  | 'media_attachments'
  | 'emojis'
> & { poll: { options: { title: string }[] } | null }

/** A post as its author wrote it. */
export type StatusSource = { id: string; text: string; spoiler_text: string }

/** How two people stand to each other, from the viewer's side. */
export type Relationship = Over<
  Wire<mastodon.v1.Relationship>,
  { languages: string[] | null; muting_expires_at: string | null; note: string }
>

/** Where a filter can hold. */
export type FilterContext = 'home' | 'notifications' | 'public' | 'thread' | 'account'

/** What somebody does not want to meet. */
export type Filter = {
  id: string
  title: string
  context: FilterContext[]
  expires_at: string | null
  filter_action: 'warn' | 'hide' | 'blur'
}

/** A filter with its words and posts. */
export type WholeFilter = Filter & {
  keywords: { id: string; keyword: string; whole_word: boolean }[]
  statuses: { id: string; status_id: string }[]
}

/** That a filter of the reader's found a post, by which words, or as a post of its own. */
export type FilterResult = { filter: Filter; keyword_matches: string[] | null; status_matches: string[] | null }

/** A list of people, for its owner. */
export type List = { id: string; title: string; replies_policy: 'followed' | 'list' | 'none'; exclusive: boolean }

/** Posts for mentioned people only, in one thread and circle; `accounts` are the others. */
export type Conversation = { id: string; unread: boolean; accounts: Account[]; last_status: Status | null }

/** A hashtag; whether one follows it is said to members. */
export type Tag = {
  id: string
  name: string
  url: string
  history: { day: string; uses: string; accounts: string }[]
  following?: boolean
  featuring?: boolean
}

/** A thread around a status. */
export type Context = {
  ancestors: Status[]
  descendants: Status[]
  /** Both sides of a disagreement here signed that the thread says so; an addition of ours. */
  resolved?: true
  /** Where other servers have parts of it; an addition of ours. */
  elsewhere?: RepliesElsewhere
}

/** Where somebody stopped reading. */
export type Marker = { last_read_id: string; version: number; updated_at: string }

/** How somebody likes to post and read. */
export type Preferences = Record<string, string | boolean | null>

/** A post that waits for its time; `problem` is an addition of ours: why it could not be posted then. */
export type ScheduledStatus = {
  id: string
  scheduled_at: string
  problem: string | null
  params: {
    text: string
    spoiler_text: string
    sensitive: boolean | null
    visibility: Visibility | null
    language: string | null
    local_only: boolean
    in_reply_to_id: string | null
    quoted_status_id: string | null
    media_ids: string[] | null
    poll: { options: string[]; expires_in: string; multiple: boolean; hide_totals: boolean } | null
    scheduled_at: null
    idempotency: null
    with_rate_limit: boolean
    application_id: number
  }
  media_attachments: MediaAttachment[]
}

/** A hashtag on a profile, with how often its owner used it. */
export type FeaturedTag = {
  id: string
  name: string
  url: string
  statuses_count: string
  last_status_at: string | null
}
