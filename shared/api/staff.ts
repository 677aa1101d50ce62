import type { Account } from './wire.ts'

/** Somebody who holds roles. */
export type RoleHolder = { account: Account; roles: string[]; locked: boolean }

/** Something that one of those who run the community did. */
export type LogEntry = {
  id: string
  at: string
  by: string | null
  action: string
  subject: string
  label: string
  detail: Record<string, string | number | boolean | null>
}

/** Who came by whose invite, for as long as that is kept. */
export type InviteBranch = { username: string; invited_by: string; joined_at: string; state: 'active' | 'suspended' }

/** What became of the mails of the last days to one provider. */
export type MailProvider = {
  domain: string
  accepted: number
  refused: number
  waiting: number
  files: number
  answer: string | null
}

/** One line of the public log: what was done in a week, and to nobody in particular. */
export type TransparencyEntry = {
  week: string
  action: string
  rule: string | null
  rule_version: number | null
  remote: boolean
  by_two: boolean
  appeal: 'open' | 'granted' | 'refused' | null
  reverted: boolean
}

/** The public page on what was decided here. */
export type Transparency = {
  entries: TransparencyEntry[]
  /** The number of the page after this one. */
  next: number | null
  halves: { from: string; until: string; actions: { action: string; count: number; reverted: number }[] }[]
  domains: { domain: string; decisions: string[]; reason: string; decided_at: string }[]
}

/** The team's numbers of a week; times in hours, parts from 0 to 1, null where there is nothing to count. */
export type Metrics = {
  from: string
  until: string
  classes: { urgency: string; cases: number; look_hours: number | null; decision_hours: number | null }[]
  actions: number
  with_reason: number | null
  reopened: number
  second_confirmed: number | null
  appeals: number
  appeals_upheld: number | null
  reverted: number | null
  reports_per_hundred: number | null
  late: number
  applications_wait_hours: number | null
  steps: { step: string; count: number }[]
  busiest: number | null
  /** Since the year began, small numbers as a phrase. */
  mediation: { year: number; asked: string; went_ahead: string; agreed: string }
  alarms: ('appeals_upheld' | 'one_person' | 'late')[]
}

/** A paper of the community, with the day on which it is looked at again. */
export type Paper = {
  slug: string
  title: string
  draft: string
  published: string | null
  published_at: string | null
  reviewed_at: string | null
  review_due: string | null
  overdue: boolean
  public: boolean
}

/** A paper that everybody can read. */
export type PublicPaper = {
  slug: string
  title: string
  html: string
  published_at: string
  reviewed_at: string | null
  /** When it is looked at again. */
  review_due: string | null
}
