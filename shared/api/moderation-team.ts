import type { EvidenceBundle } from './evidence.ts'
import type {
  ActionKind,
  ActionState,
  EndedWhy,
  FollowUp,
  Outcome,
  ReportKind,
  ReportWish,
  RuleThen,
  Whom,
} from './moderation.ts'

/** How pressing a case is, and with that its clock. */
export type Urgency = 'danger' | 'harassment' | 'other'

/** What a case can be: the hard cases, each with a runbook on its page, and the rest. */
export const caseKinds = [
  'children',
  'doxxing',
  'intimate',
  'legal',
  'stalking',
  'evasion',
  'mocking',
  'spam',
  'other',
] as const
/** One of {@link caseKinds}. */
export type CaseKind = (typeof caseKinds)[number]

/** Kinds of case that somebody leaves to colleagues. What no colleague takes is given to them all the same. */
export interface Skips {
  kinds: CaseKind[]
  taken_by_nobody: CaseKind[]
}

/** A sentence that the team keeps for a rule, with which what a person reads can begin. */
export interface Opening {
  id: string
  rule: string
  text: string
}

/** Somebody who was asked whether an account that may mock them should be dealt with. */
export interface MockedAsked {
  who: Whom | null
  asked_at: string
  answer: 'proceed' | 'leave' | null
}

/** The same as they read it themselves. */
export interface MockedQuestion {
  id: string
  account: Whom | null
  asked_at: string
  answer: 'proceed' | 'leave' | null
}

/** Something that was done, as those who decide see it. */
export interface CaseAction {
  id: string
  kind: ActionKind
  state: ActionState
  status_id: string | null
  rule: { slug: string; version: number } | null
  statement: string
  words: string | null
  by: Whom | null
  second: Whom | null
  created_at: string
  /** Until then it can be undone, and nobody is told of it. */
  settles_at: string
  ends_at: string | null
  /** Why it is over. */
  over: EndedWhy | null
  /** Where a second person looks at what one did alone: why not the one who asks, and whether nobody could. */
  review: { due_at: string; done: boolean; refused: ProposalView['refused']; vacant: boolean } | null
  /** Where somebody else reads the words before they are sent: why not the one who looks. */
  reading: { refused: ProposalView['refused'] } | null
  appeal: AppealView | null
}

/** An appeal as those who decide on it see it. */
export interface AppealView {
  id: string
  state: 'open' | 'granted' | 'refused'
  item: string
  wrong: string
  wish: string
  created_at: string
  due_at: string
  answer: string | null
  decided_at: string | null
  /** What they said to the answer, once. */
  follow_up: FollowUp | null
  /** Why who asks does not answer what waits for an answer now, and whether nobody could. */
  refused: AppealRefusal | null
  vacant: boolean
}

/** Why somebody does not answer an appeal; `answered`: they did before, and somebody else reads what was said to that. */
export type AppealRefusal = 'own' | 'invite' | 'conflict' | 'answered'

/** Why this person should not, or must not, decide here. `hard`: the server refuses. */
export interface Conflict {
  kind: 'self' | 'reporter' | 'reported' | 'block' | 'mediated' | 'higher' | 'follows'
  hard: boolean
}

/** One line of the queue. */
export interface QueueEntry {
  id: string
  what: 'case' | 'appeal' | 'proposal' | 'review' | 'reading' | 'application' | 'paper'
  /** Where it is opened: its case; none for what has a page of its own (servers, people, papers). */
  case_id: string | null
  about: Whom | null
  about_name: string
  kind: string
  urgency: Urgency
  reports: number
  created_at: string
  due_at: string
  /** `amber` from half of its time on. */
  clock: 'green' | 'amber' | 'late'
  claimed: { by: Whom | null; mine: boolean; until: string } | null
  conflict: Conflict['kind'] | null
}

/** What waits for somebody beside reports; each has a page of its own. */
export interface QueueCounts {
  cases: number
  appeals: number
  proposals: number
  reviews: number
  late: number
  applications: number
  by_hand: number
  triage: number
}

/** What somebody proposed that needs a second person. */
export interface ProposalView {
  id: string
  state: 'open' | 'confirmed' | 'lowered' | 'rejected' | 'withdrawn'
  kind: string
  by: Whom | null
  mine: boolean
  rule: RuleThen | null
  statement: string
  reason: string
  checked: string[]
  /** What would be done: to which posts, for how many days, in which words. */
  actions: { kind: ActionKind; status_ids: string[]; days: number | null; words: string }[]
  /** Of the words above as they stand; who confirms says which they confirm. */
  sha256: string
  created_at: string
  answer: string | null
  /** Why this person cannot be the second one. */
  refused: 'own' | 'invite' | 'conflict' | 'role' | null
  /** Whether there is anybody at all who could. */
  vacant: boolean
}

/** A report as those who decide see it. */
export interface CaseReport {
  id: string
  kind: ReportKind
  /** `null`: of another server, which does not say who, or of somebody who is gone. */
  from: Whom | null
  host: string | null
  about_self: boolean
  rules: RuleThen[]
  comment: string
  wish: ReportWish
  additions: { text: string; at: string }[]
  /** Whether the reporter opens warnings by themselves. */
  auto_open: boolean
  evidence: EvidenceBundle['items']
  missing: string[]
  /** Whether every byte of it is as it was sealed. */
  intact: boolean
  created_at: string
  outcome: Outcome | null
}

/** A post in its place: what stood before it and what came after. */
export interface CaseContext {
  status_id: string
  gone: 'author' | 'moderators' | null
  before: CasePost[]
  post: CasePost | null
  after: CasePost[]
}

/** A post as those who decide see it, hidden ones too. */
export interface CasePost {
  id: string
  author: Whom
  text: string
  spoiler_text: string
  created_at: string
  hidden: boolean
}

/** A server that was asked to delete a post. Nobody can make it do so. */
export interface PurgeWay {
  status_id: string
  host: string
  state: 'waiting' | 'delivered' | 'refused' | 'gone' | 'gave_up'
  at: string
  /** When a letter went to those who run it. */
  letter_at: string | null
  /** Whether their mail address is known. */
  email: boolean
}

/** What moderators told each other. */
export interface CaseNote {
  id: string
  by: Whom | null
  text: string
  pinned: boolean
  created_at: string
}

/** A case with everything that whoever decides on it has to weigh. */
export interface CasePage {
  id: string
  about: Whom | null
  about_name: string
  remote: boolean
  kind: string
  urgency: Urgency
  state: 'open' | 'decided'
  created_at: string
  due_at: string
  clock: QueueEntry['clock']
  claimed: QueueEntry['claimed']
  conflicts: Conflict[]
  /** What is known of the account, as numbers. */
  history: {
    joined_at: string | null
    reports: number
    /** Reports about them that led to nothing. */
    unfounded: number
    strikes: number
    actions: number
    appeals_granted: number
  }
  standing: { frozen: boolean; limited: boolean; suspended: boolean; removed: boolean }
  reports: CaseReport[]
  contexts: CaseContext[]
  actions: CaseAction[]
  proposals: ProposalView[]
  /** What became of asking other servers to delete posts that were deleted here. */
  purges: PurgeWay[]
  notes: CaseNote[]
  /** What happened in it, the oldest first. */
  log: { at: string; verb: string; by: Whom | null }[]
  /** Whom the account may mock, and what they want; none where it is about something else. */
  mocked: MockedAsked[] | null
  /** What one person does not decide here alone. */
  needs_two: ActionKind[]
  /** Whether who looks may undo what was done last. */
  can_undo: boolean
  /** Where they got round a block: what speaks for it, with its weight. */
  signals: { what: string; weight: number }[]
  rules: { version: number; rules: RuleThen[] }
}

/** What each person will read, before anybody is told. */
export interface Preview {
  person: string | null
  reporters: string
}

/** When somebody of the team is there, or away. */
export interface DutyTurn {
  id: string
  who: Whom | null
  kind: 'duty' | 'away'
  begins_at: string
  ends_at: string
  /** What the next one should know. */
  handover: string
  now: boolean
  /** Whether it has gone on so long that somebody should rest. */
  long: boolean
}

/** The queue, what waits on other pages, and whether anybody is there. */
export interface Queue {
  entries: QueueEntry[]
  /** What to ask with as `after` for further lines; none at the end. */
  next: string | null
  counts: QueueCounts
  on_duty: boolean
}
