import type { Outcome } from './moderation.ts'

/** Where a case stands; `purged` is nowhere to be read. */
export const mediationStates = [
  'draft',
  'diverted',
  'triage',
  'invited',
  'not_taken_up',
  'matching',
  'opening',
  'active',
  'signing',
  'follow_up',
  'closed',
  'purged',
] as const
/** One of {@link mediationStates}. */
export type MediationState = (typeof mediationStates)[number]

/** What an active case works on, in this order. */
export const mediationPhases = ['statements', 'reflect', 'needs', 'options'] as const
/** One of {@link mediationPhases}. */
export type MediationPhase = (typeof mediationPhases)[number]

/** One message that a mediator carries, or a whole mediation. (A pause needs no case.) */
export type MediationTrack = 'message' | 'mediation'
/** `shuttle`: each talks with the mediator alone; `joint`: a room of all three, only where both want it. */
export type MediationMode = 'shuttle' | 'joint'

/** How one stands to a case. */
export type MediationRole =
  | 'a'
  | 'b'
  | 'support_a'
  | 'support_b'
  | 'mediator'
  | 'co_mediator'
  | 'interpreter'
  | 'coordinator'

/** The parts of the talk; who reads which is decided by the role. */
export const mediationStreams = ['caucus_a', 'caucus_b', 'joint', 'notes'] as const
/** One of {@link mediationStreams}. */
export type MediationStream = (typeof mediationStreams)[number]

/** What somebody hopes for; `other` goes with words of their own in the story. */
export const mediationHopes = ['understood', 'apology', 'correction', 'leave_alone', 'how_to_argue', 'other'] as const
/** One of {@link mediationHopes}. */
export type MediationHope = (typeof mediationHopes)[number]

/** The ten questions that are asked of each side alone, before anything else. */
export const screeningQuestions = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8', 'q9', 'q10'] as const
/** One of {@link screeningQuestions}. */
export type ScreeningQuestion = (typeof screeningQuestions)[number]
/** What one can answer to each. */
export type ScreeningAnswer = 'yes' | 'unsure' | 'no'
/** All ten answers. */
export type Screening = Record<ScreeningQuestion, ScreeningAnswer>

/**
 * What is written to ask for a mediator; all of it may be missing in a draft. The screening is saved answer by answer:
 * one that leads to the safety page leads there at once, without the others; so does one in what B consents with.
 */
export type MediationIntake = {
  account_id: string
  status_ids: string[]
  story: string
  hopes: MediationHope[]
  track: MediationTrack
  mode: MediationMode
  languages: string[]
  /** Times of the week one is around, as `mon-morning` … `sun-night`. */
  hours: string[]
  access_needs: string
  /** Handles of people one would trust as mediators, and of people who must not be. */
  trusted: string[]
  unwanted: string[]
  support_id: string
  /** What the mediator should be warned of before reading. */
  warnings: string
  already_reported: boolean
  screening: Screening
  /** Whether coordinators may look at an unclear answer of the screening. */
  human_check: boolean
  /** Consent to what is kept, for how long and who reads it. */
  consent: boolean
}

/** A person as a case shows them. */
export type MediationPerson = { id: string; acct: string; display_name: string; avatar: string; url: string }

/**
 * One field of what an action asks for; a form that this describes can be drawn without knowing the verb. It is sent as
 * a text for `text`, `line` and `choice`, a list of values for `choices`, a boolean for `tick`, a number for `number`,
 * `YYYY-MM-DD` for `date`, a {@link Screening} for `screening`, and for `people` the account ids as a list, or one id
 * as a text where `max` is 1.
 */
export type MediationField = {
  name: string
  kind: 'text' | 'line' | 'choice' | 'choices' | 'tick' | 'number' | 'date' | 'screening' | 'people' | 'clauses'
  label: string
  hint: string
  required: boolean
  /** Characters of a text, or choices at most. */
  max: number | null
  /** What there is to choose from; of people, who is filled in at first, `hint` being their handle. */
  options: { value: string; label: string; hint: string }[]
  /** Which of the choices are made at first; an empty list is sent where all of them were taken back. */
  chosen?: string[]
}

/** Something that whoever asks may do now. `exit` is the way out, which is always there for a party and the mediator. */
export type MediationAction = {
  verb: string
  label: string
  /** What will happen, in a sentence or two. */
  hint: string
  weight: 'main' | 'other' | 'exit'
  /** The message it is about, for actions that belong to one. */
  message_id: string | null
  form: MediationField[]
}

/** A message as one side may read it. */
export type MediationMessage = {
  id: string
  stream: MediationStream
  author: 'you' | 'other' | 'mediator' | 'support' | 'service'
  author_name: string
  text: string
  /** `draft`: approved by nobody; `offered`: a wording that its author is asked to approve; `held`: waits for the mediator. */
  state: 'draft' | 'offered' | 'held' | 'sent' | 'unsent'
  /** Whether it was carried over, in its author's agreed words. */
  carried: boolean
  created_at: string
  /** What the listener or the other side marked it with (reflect: yes, partly, no; options: can, cannot, ask). */
  mark: string | null
  /** A line beside it, such as who carried it or why it is held. */
  note: string | null
  /** What the interpreter made of it; the words as they were written always stand beside it. */
  interpreted: { text: string; by: string } | null
  quotes: MediationQuote[]
  actions: MediationAction[]
}

/** A post that both could see; its text is gone where its author deleted it, or where both have to say yes to it. */
export type MediationQuote = {
  id: string
  author: string
  text: string | null
  spoiler_text: string
  pictures: MediationPicture[]
  deleted: boolean
}

/**
 * A picture of a quoted post: what its author said of it, empty where nothing, and the id by which it is shown within
 * the case, null for what is no picture (a film, a sound).
 */
export type MediationPicture = { id: string | null; description: string }

/** One thing that an agreement holds; carried out by who owes it, with one tap. */
export type MediationClause = {
  type:
    | 'no_contact'
    | 'truce'
    | 'delete_post'
    | 'edit_cw'
    | 'correction'
    | 'apology'
    | 'no_screenshots'
    | 'topic_rule'
    | 'check_in'
    | 'free'
  owed_by: 'a' | 'b' | 'both'
  text: string
  status_id: string | null
  until: string | null
  public: boolean
  done_by: ('a' | 'b')[]
}

/** What is on the table to be signed, or was signed. Any edit makes a new version and voids both signatures. */
export type MediationAgreement = {
  version: number
  clauses: MediationClause[]
  publicity: 'none' | 'marker' | 'statement'
  statement: string
  sha256: string
  signed_by_you: string | null
  signed_by_other: string | null
}

/** Somebody who could mediate, as a party sees them. */
export type MediationCandidate = MediationPerson & {
  languages: string[]
  hours: string[]
  approach: string
  trainee: boolean
  comrade: boolean
  /** What one should know, such as that they follow only one side. */
  disclosures: string[]
  marked: boolean
}

/** A case as its viewer may see it, and nothing more. */
export type MediationView = {
  id: string
  /** Two plain words that stand for the case in lists, such as "quiet harbour". */
  code_name: string
  role: MediationRole
  track: MediationTrack
  mode: MediationMode
  state: MediationState
  phase: MediationPhase | null
  /** Where it stands, in a heading and a sentence or two. */
  title: string
  text: string
  /** What happens next, and until when; `due_at` is null where nothing waits. */
  next: string
  due_at: string | null
  created_at: string
  paused_until: string | null
  /** Whether it waits for the viewer. */
  needs_you: boolean
  other: MediationPerson | null
  mediator: MediationPerson | null
  /** The second mediator and the interpreter, from when both sides are asked about them. */
  co_mediator: MediationPerson | null
  interpreter: MediationPerson | null
  /** Both sides, for the mediator and for who looks at the request. */
  parties: { a: MediationPerson; b: MediationPerson } | null
  /** What the viewer wrote at the start; for coordinators only what was given to them. */
  intake: Partial<MediationIntake> | null
  /** The one question that a coordinator was allowed to look at. */
  flagged: { question: ScreeningQuestion; answer: ScreeningAnswer }[]
  hopes: MediationHope[]
  /** The posts that the case is about, and what the viewer can quote without looking for it. */
  quotes: MediationQuote[]
  quotable: MediationQuote[]
  candidates: MediationCandidate[]
  streams: {
    name: MediationStream
    label: string
    hint: string
    readers: string
    can_write: boolean
    /** Why not now, and from when, where one cannot. */
    why_not: string | null
    max: number
    messages: MediationMessage[]
  }[]
  prompts: { title: string; text: string }[]
  agreement: MediationAgreement | null
  /** Other communities that mediate, where this one has no room. */
  allies: { name: string; url: string }[]
  /** What the viewer handed to the moderators from the room, and how that ended: null until they decided. */
  reports: { created_at: string; outcome: Outcome | null }[]
  /** What went through the walls of the case, where its sides are told. */
  exceptions: { kind: 'break_glass' | 'legal_hold' | 'lift_hold' | 'danger'; text: string; at: string }[]
  actions: MediationAction[]
}

/** A case in a list. */
export type MediationLine = {
  id: string
  code_name: string
  role: MediationRole
  track: MediationTrack
  state: MediationState
  title: string
  due_at: string | null
  needs_you: boolean
}

/** What the navigation shows: how many wait for one, and whether one has a case, an invitation or a role at all. */
export type MediationWaiting = { count: number; any: boolean }

/** An invitation: who asked is null until `see` is called. */
export type MediationInvitation = {
  id: string
  code_name: string
  track: MediationTrack
  due_at: string
  seen: boolean
  from: MediationPerson | null
  quotes: MediationQuote[]
  hopes: MediationHope[]
  text: string
  actions: MediationAction[]
}
