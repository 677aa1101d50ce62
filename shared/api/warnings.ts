/** `sensitive` may hurt, `courtesy` is a kindness, `spoiler` tells of a work. */
export type TopicKind = 'sensitive' | 'courtesy' | 'spoiler'

/** A subject that this community likes to be warned about: `GET /api/community/v1/warnings/topics`. */
export interface WarningTopic {
  slug: string
  label: string
  kind: TopicKind
  /** One sentence for whoever writes the warning. */
  guidance: string
  /** Other words for it: a warning that says one of them is of this topic. */
  aliases: string[]
  /** What the community's rules expect it for; empty where it is a free choice. Nothing is refused for lack of it. */
  required_for: string
  /** Kept out of what nobody chose to open: the samples on the about page. */
  discreet: boolean
  /** No longer offered; posts that have it keep its label. */
  retired: boolean
}

/** What is done with a post's words behind a warning. `hide` also leaves the post out of lists. */
export type TextChoice = 'open' | 'fold' | 'hide'

/** What is done with a post's pictures behind a warning. */
export type MediaChoice = 'open' | 'blur' | 'hide'

/** How one kind of warning is met. */
export interface WarningChoice {
  text: TextChoice
  media: MediaChoice
}

/** How a reader meets warnings: `GET /api/community/v1/warnings/choices`. */
export interface WarningChoices {
  /** For warnings that name no topic, and topics without a choice of their own. */
  default: WarningChoice
  /** By the topic's slug. */
  topics: Record<string, WarningChoice>
  /** By the author's id, whatever the warning says; what a topic hides stays hidden. */
  people: Record<string, 'open' | 'fold'>
  /** Whether the writing box may wonder, on this device alone, if a post needs a warning. */
  suggest: boolean
}

/** What changes of somebody's choices; what is not named stays, and null takes a choice away. */
export interface WarningChanges {
  default?: WarningChoice
  topics?: Record<string, WarningChoice | null>
  people?: Record<string, 'open' | 'fold' | null>
  suggest?: boolean
}

/** Words that others here warn with; with `slug` those of a topic. */
export interface WarningWords {
  words: string
  slug: string | null
}

/** How warnings are used here, without people: `GET /api/community/v1/warnings/stats`. */
export interface WarningStats {
  /** Public and quietly public posts from here, and those of them with a warning. */
  statuses: number
  warned: number
  topics: { slug: string; label: string; count: number }[]
}
