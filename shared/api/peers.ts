/** What a peer may not do here, all of it `false` where nothing special was decided. */
export interface PeerLimits {
  /** Its posts stand on no public timeline. */
  hidden: boolean
  no_media: boolean
  no_reports: boolean
  /** Nothing comes from it and nothing goes to it. */
  cut_off: boolean
}

/** What this community decided about a server, as everybody may read it. */
export interface PeerDecision extends PeerLimits {
  /** The name that it was decided about: the server's own, or one above it. */
  domain: string
  reason: string
  ends_at: string | null
  decided_at: string
}

/** A server that this community is connected with. */
export interface Peer {
  domain: string
  software: string | null
  version: string | null
  users: number | null
  first_seen_at: string
  last_heard_at: string | null
  /** How many members follow people there, and how many there follow members; `null` for visitors. */
  members_following: number | null
  followers_there: number | null
  /** `null` for visitors. */
  deliveries: { waiting: number; failing_since: string | null } | null
  decision: PeerDecision | null
}

/** What a server says about itself; plain text, whatever it sent. */
export interface PeerAbout {
  title: string
  description: string
  rules: string[]
  /** Who answers for it: `@name@server` and the name shown, or a mail address. */
  administrators: { acct: string; name: string }[]
  email: string | null
  languages: string[]
  active_month: number | null
  posts: number | null
  registrations: boolean | null
}

/** A server's own page. */
export interface PeerPage extends Peer {
  about: PeerAbout | null
  /** How it was asked. `null`: it could not be. */
  api: 'v2' | 'v1' | 'nodeinfo' | null
  /** Why it could not be asked the last time. */
  problem: 'unreachable' | 'incompatible' | 'refused' | null
  asked_at: string | null
}

/** A post of another server, looked at without following anybody; plain text. */
export interface PeerPost {
  id: string
  url: string
  author: { acct: string; name: string; url: string }
  created_at: string
  spoiler_text: string
  text: string
  /** Whether its author covered the pictures. */
  sensitive: boolean
  /** What hangs on it; of pictures also a small one, which comes through our own server. */
  media: { kind: string; description: string; preview: string | null }[]
  poll: boolean
}

/** What was found when a server was looked into. */
export interface PeerTimeline {
  problem: 'unreachable' | 'incompatible' | 'refused' | null
  posts: PeerPost[]
  /** Where older ones go on (`max_id`); `null` where there are none. */
  next: string | null
}

/** A decision as those who make them see it. */
export interface StaffDecision extends PeerLimits {
  id: string
  domain: string
  obscured: boolean
  public_reason: string
  private_reason: string
  ends_at: string | null
  decided_by: string | null
  /** Who agreed, where it took two. */
  confirmed_by: string | null
  decided_at: string
}

/** What somebody wants about servers that takes two; `domain` is empty where it is about all that are not named. */
export interface ServerProposal {
  id: string
  what: 'cut_off' | 'allow_list' | 'disallow'
  domain: string
  public_reason: string
  private_reason: string
  ends_at: string | null
  by: string | null
  mine: boolean
  /** Whether it holds while it waits: for a day, since it could not wait, or because there is nobody else yet. */
  holds: 'now' | 'alone' | null
  /** Of what stands above; who agrees says which words they agree to. */
  sha256: string
  created_at: string
  /** Why this person cannot be the second one. */
  refused: 'own' | 'invite' | null
}

/** What a decision would do, before it is made: numbers alone, since who follows whom is theirs. */
export interface DecisionPreview {
  /** Empty where it is about all servers that are not named. */
  domain: string
  /** Some of those that it is about, of all `servers_count`. */
  servers: string[]
  servers_count: number
  /** Members who would lose follows, and how many follows these are, in both directions. */
  members: number
  following: number
  followers: number
  posts: number
  /** Whether nobody else of the team could agree to cut it off. */
  alone: boolean
}

/** What a member lost by a decision; it comes back when that ends. */
export interface Severed {
  domain: string
  severed_at: string
  reason: string
  ends_at: string | null
  following: { acct: string; name: string }[]
  followers: { acct: string; name: string }[]
}

/** A list of others' decisions, looked at from time to time. */
export interface DomainList {
  id: string
  url: string
  fetched_at: string | null
  problem: string | null
  drafts: number
}

/** What a list would decide. */
export interface DomainDraft extends PeerLimits {
  domain: string
  public_reason: string
  list_id: string | null
}
