import type { Segment } from '../text/word-diff.ts'
import type { Account } from './wire.ts'

/** What follows from breaking a rule: removal, a ladder of warnings, or nothing but advice. */
export type Enforcement = 'removal' | 'ladder' | 'advice'

/** A rule's text in another language, and whether somebody who speaks it has read it. */
export interface Translation {
  text: string
  hint: string
  origin: 'reviewed' | 'machine'
}

/** What stands before the rules, and why they changed, in another language. */
export interface SetTranslation {
  intro: string
  summary: string
  origin: 'reviewed' | 'machine'
}

/** A rule as it is worked with: with examples, translations by language, and what follows from breaking it. */
export interface FullRule {
  id: string
  slug: string
  text: string
  hint: string
  /** `7`, and for what stands under it `7a`; guidelines count apart. */
  number: string
  enforcement: Enforcement
  ok_examples: string[]
  not_ok_examples: string[]
  translations: Record<string, Translation>
  children: FullRule[]
}

/** What a version of the rules says. */
export interface RuleWords {
  intro: string
  ground_rules: FullRule[]
  guidelines: FullRule[]
  /** What is good to know and asks nothing of anybody. */
  notices: FullRule[]
  /** What stands round the rules, by language. */
  translations: Record<string, SetTranslation>
}

/** Where a version stands, as anybody may know. Times are RFC 3339. */
export interface RuleVersion {
  version: number
  state: 'draft' | 'announced' | 'effective' | 'retired'
  /** The language that it was written in, and that prevails. */
  locale: string
  /** The version that it changed; null for the first. */
  base_version: number | null
  /** Why it was changed. */
  summary: string
  /** Whether members are asked to accept it; a typo or a translation is not material. */
  material: boolean
  emergency: boolean
  announced_at: string | null
  /** Since when it is in force, or will be. */
  effective_at: string | null
  retired_at: string | null
  /** When an emergency rule ended that nobody confirmed in time. */
  lapsed_at: string | null
  /** Until when a second person has to confirm an emergency rule; null when that is done or not needed. */
  confirm_by: string | null
  /** Whole days until it is in force; 0 when it is. */
  days_left: number
}

/** `GET /api/community/v1/rules/:version` */
export type RuleSetDoc = RuleVersion & RuleWords & { locales: string[] }

/** What became of one rule between two versions; the segments of a text that stayed are all `same`. */
export interface RuleChange {
  id: string
  slug: string
  kind: 'ground_rule' | 'guideline' | 'notice'
  /** Its number in the newer version, or the last one it had. */
  number: string
  parent_id: string | null
  change: 'added' | 'removed' | 'changed' | 'moved' | 'same'
  text: Segment[]
  hint: Segment[]
  ok_examples: Segment[]
  not_ok_examples: Segment[]
  enforcement: { before: Enforcement; after: Enforcement } | null
  /** Languages whose translation is another one now. */
  translations: string[]
}

/** `GET /api/community/v1/rules/diff/:a/:b` */
export interface RulesDiff {
  from: number
  to: number
  intro: Segment[]
  /** Languages in which what stands before the rules is another one now. */
  translations: string[]
  rules: RuleChange[]
}

/** What a member said about a change. */
export interface RuleComment {
  id: string
  text_html: string
  created_at: string
  account: Account
  /** Whether who asks may take it away. */
  mine: boolean
}

/** `GET /api/community/v1/rules/draft`: how a change is going, for those who may publish rules. */
export interface RuleProposal {
  /** The draft, the announced version, or an emergency rule that waits for a second person; null when there is none. */
  proposal: (RuleSetDoc & { revision: number }) | null
  in_force: number
  /** Whether the rules in force may be edited as they are, since nobody else has accepted them. */
  free: boolean
  approvals: { account: Account; at: string; mine: boolean }[]
  approvals_needed: number
  /** By how many people it is approved: accounts that came by an invite of each other count as one. */
  counted: number
  /** Why an approval of who asks would add nothing. */
  refused: 'own' | 'invite' | null
  /** How many people may publish rules. */
  holders: number
  /** The fewest days between an announcement and the day it holds. */
  notice_days: number
  confirm_hours: number
}

/** One's own acceptance of a version. */
export interface Acceptance {
  version: number
  locale: string
  accepted_at: string
  via: string
}

/** How somebody stands to the rules: `grace` may still post until a day, `gated` and `never` may not. */
export type Standing = 'accepted' | 'grace' | 'gated' | 'never'

/** `GET /api/community/v1/rules/acceptance` */
export interface AcceptanceDoc {
  version: number
  accepted: boolean
  accepted_at: string | null
  locale: string | null
  standing: Standing
  /** When the grace ends or ended. */
  until: string | null
  /** The ground rules to be acknowledged one by one: those that changed since the last acceptance. */
  to_acknowledge: string[]
  /** The last version that was accepted; null when none was. */
  last_accepted: number | null
  /** The announced version, if there is one, and how to accept it early. */
  announced: { version: number; accepted: boolean; to_acknowledge: string[] } | null
  history: Acceptance[]
}

/** What a member is told about the rules on every page: `rules` of the session. */
export interface OwnRules {
  standing: Standing
  /** When the grace ends or ended. */
  until: string | null
  days_left: number | null
  announced: { version: number; effective_at: string | null; days_left: number; accepted: boolean } | null
}
