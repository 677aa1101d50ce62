/** What a report can be about. `private`: somebody's private information; `evasion`: somebody who gets round a block. */
export const reportKinds = ['rule', 'private', 'intimate', 'evasion', 'spam', 'legal', 'other'] as const
/** One of {@link reportKinds}. */
export type ReportKind = (typeof reportKinds)[number]

/** What a reporter would like to happen; those who decide read it, and are not bound by it. */
export const wishes = ['unsure', 'tell', 'warning', 'remove_post', 'distance', 'remove_person'] as const
/** One of {@link wishes}. */
export type ReportWish = (typeof wishes)[number]

/** How a report ended, as much as its reporter is told. */
export const outcomes = ['removed', 'acted', 'noted', 'nothing'] as const
/** One of {@link outcomes}. */
export type Outcome = (typeof outcomes)[number]

/** A rule as it was worded in one version. */
export interface RuleThen {
  slug: string
  version: number
  number: string
  text: string
}

/** Whom something is about; `null` where it stands once the account is gone. */
export interface Whom {
  id: string
  acct: string
  display_name: string
  avatar: string
}

/** A report as its reporter sees it. */
export interface OwnReport {
  id: string
  kind: ReportKind
  about: Whom | null
  rules: RuleThen[]
  comment: string
  wish: ReportWish
  /** What was added later, the oldest first. */
  additions: { text: string; at: string }[]
  status_ids: string[]
  /** How many of the posts are kept as they were. */
  kept: number
  /** Other servers that were asked to delete the posts, and how many of them took it. */
  copies: { servers: number; took: number } | null
  /** Whether the posts are hidden for now because of this report. */
  hidden: boolean
  state: 'received' | 'looking' | 'decided'
  outcome: Outcome | null
  /** Moderators think that a mediator may help: a link, which may be ignored. */
  suggests_mediator: boolean
  created_at: string
  /** Until when somebody means to have looked. */
  due_at: string
  decided_at: string | null
}

/** What can be done, from the mildest. A removal is proposed by one and confirmed by another. */
export const actionKinds = [
  'note',
  'warning',
  'cw',
  'sensitive',
  'hide',
  'delete',
  'freeze',
  'limit',
  'suspend',
  'remove',
] as const
/** One of {@link actionKinds}. */
export type ActionKind = (typeof actionKinds)[number]

/** How far something that was done stands now. */
export type ActionState = 'fresh' | 'stands' | 'undone' | 'over' | 'taken_back'

/** A decision about oneself. */
export interface OwnDecision {
  id: string
  kind: ActionKind
  state: ActionState
  community: string
  statement: string
  rule: RuleThen | null
  words: string | null
  /** What was decided about, as far as it is kept. */
  post: string | null
  created_at: string
  ends_at: string | null
  purge_at: string | null
  appeal_until: string | null
  /** Whether one can appeal now, and where not, why. */
  can_appeal: boolean
  appeal: OwnAppeal | null
  /** Until when a second person looks at what one person did alone. */
  look_due_at: string | null
  /** When it was over, and why. */
  ended: { at: string; why: EndedWhy } | null
  /** What else was decided in the same step. */
  beside: { id: string; kind: ActionKind; state: ActionState }[]
}

/** Why something that was done is over. */
export type EndedWhy = 'undone' | 'time' | 'appeal' | 'review' | 'lifted' | 'replaced' | 'reworded'

/** An appeal against a decision about oneself. */
export interface OwnAppeal {
  state: 'open' | 'granted' | 'refused'
  created_at: string
  due_at: string
  answer: string | null
  /** What one said to the answer, once, and what came of that. */
  follow_up: FollowUp | null
  can_follow_up: boolean
  follow_up_until: string | null
}

/** What somebody said to the answer to their appeal. */
export interface FollowUp {
  state: 'open' | 'granted' | 'refused'
  text: string
  created_at: string
  due_at: string
  answer: string | null
}
