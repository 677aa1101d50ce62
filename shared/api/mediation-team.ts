import type { MediationLine, MediationPerson, MediationStream } from './mediation.ts'

/** What a volunteer says about themselves. */
export type MediatorProfile = {
  volunteering: boolean
  languages: string[]
  hours: string[]
  max_open: number
  topics_not_taken: string
  /** Would mediate together with somebody: with one who learns, or with one whom the other side chose. */
  co_mediation: boolean
  trainee: boolean
  approach: string
  away: boolean
  /** Accounts one shares a household, work or organisation with: never matched. */
  close_to: string[]
  accepted_code: boolean
}

/** What a member decides for themselves about all of this. */
export type MediationChoices = {
  /** Nobody's request reaches one. */
  no_requests: boolean
  /** A mail without names when something waits. */
  mail: boolean
  quiet_from: string | null
  quiet_to: string | null
  time_zone: string
  not_from: MediationPerson[]
}

/** The mediator's desk. */
export type MediationDesk = {
  profile: MediatorProfile
  offers: MediationLine[]
  cases: MediationLine[]
  load: { open: number; max: number }
  /** How one's cases went, from 1 to 5, in the sum of five cases or more; null below that. */
  feedback: { cases: number; heard: number; safe: number; again: number } | null
  cooling_off_until: string | null
  /** When one last asked to talk a case over, and who does that with one. */
  debrief: { at: string; with: MediationPerson | null } | null
}

/** The coordinators' page: nothing of the talk is in it. */
export type MediationTriage = {
  waiting: (MediationLine & { opened_at: string; second: boolean })[]
  alerts: {
    kind: 'pile_on' | 'thread' | 'no_mediators'
    account: MediationPerson | null
    status_id: string | null
    at: string
  }[]
  capacity: { mediators: number; away: number; open_cases: number; free_places: number }
  vacant: string[]
  complaints: { id: string; at: string; due_at: string; text: string }[]
  /** What members wrote about a mediation after its end; coordinators alone read it. */
  feedback: { id: string; at: string; text: string }[]
  /** Mediators who would like to talk a hard case over; `yours`: the viewer said that they will. */
  debriefs: { id: string; at: string; from: MediationPerson | null; text: string; yours: boolean }[]
}

/** A complaint about how a mediation was led: for who has to answer it, and for who made it. */
export type MediationComplaint = {
  id: string
  at: string
  due_at: string
  text: string
  mediator: MediationPerson | null
  yours: boolean
  outcome: MediationOutcome | null
  answer: string | null
  /** Why the answer was not enough for who made it, and what a steward answered then. */
  further: string | null
  last_outcome: MediationOutcome | null
  last_answer: string | null
  /** Who made it can take it on to a steward. */
  can_take_on: boolean
  /** It waits for an answer, and nobody here could give one. */
  vacant: boolean
}

/** What can come of a complaint. */
export type MediationOutcome = 'none' | 'apology' | 'replacement' | 'pause'

/** What a member sent to the moderators from the safety page. */
export type MediationReport = {
  id: string
  /** `danger`: facts that two coordinators passed on because a life is in danger; `about` is who is in it. */
  kind: 'report' | 'talk' | 'danger'
  from: MediationPerson | null
  about: MediationPerson | null
  status_ids: string[]
  /** The bundle that was kept with it. */
  evidence_id: string | null
  /** Whether a copy of it can be read here. */
  has_evidence: boolean
  /** Whether who handed it over hears of its end from here: what came from a room has no report beside it. */
  asks_outcome: boolean
  text: string
  at: string
}

/** What went, or waits to go, through the walls of a case, by two people: a line of the log of it. */
export type MediationException = {
  id: string
  kind: 'break_glass' | 'legal_hold' | 'lift_hold' | 'danger'
  code_name: string
  reason: string
  /** The law forbids that the two sides are told, or it is not safe. */
  silent: boolean
  asked_by: MediationPerson | null
  agreed_by: MediationPerson[]
  at: string
  /** Since when it holds; null while somebody else has to agree. */
  done_at: string | null
  /** Until when it can be agreed to, or the room be read. */
  until: string
  /** How often the room was read. */
  reads: number
  can_agree: boolean
  can_read: boolean
}

/** A room that two admins opened. */
export type MediationOpenRoom = {
  code_name: string
  until: string
  messages: { stream: MediationStream; author: MediationPerson | null; text: string; at: string }[]
}

/** A talk that the team lets rest. */
export type MediationRest = { code_name: string; until: string }

/** A year in figures that name nobody: small ones are a phrase, the others rounded to five. */
export type MediationFigures = {
  year: number
  asked: string
  went_ahead: string
  agreed: string
  median_days: string
  mediators: string
}
