import type { WarningLabel } from '../locales/en/warning-label.ts'
import type { Notice, RegistrationMode } from './about.ts'
import type { Proof } from './challenge.ts'

/** What is known of the mail with the link. */
export interface MailState {
  /** `waiting`: not tried yet, or will be tried again. `file`, `none`: this community sends no mail. */
  state: 'waiting' | 'accepted' | 'refused' | 'file' | 'none'
  /** What the receiving server said last. */
  answer: string | null
  at: string | null
  attempts: number
}

/** A newcomer who has filled in the account step: `/auth/sign-up`. */
export interface Registration {
  username: string
  email: string
  step: 'confirm' | 'waiting' | 'joined' | 'refused'
  mail: MailState
  /** Two words to be found by in the collective's list. */
  code: string
  by_hand: boolean
  provider_notice: Notice | null
  approval: { required: boolean; question: string | null; expected_wait_hours: number | null }
  /** Until then another mail is not sent. */
  resend_after: string | null
}

/** What a newcomer sends: `POST /auth/sign-up`. */
export interface SignUp {
  username: string
  email: string
  password?: string
  /** What the browser made, of who takes a passkey instead of a password. */
  passkey?: object
  adult: true
  locale: string
  rules: { version: number; locale: string; acknowledged: string[] }
  reason?: string
  invite?: string
  form_id: string
  /** A field that nobody sees, for programs to fill in. */
  website: string
  proof?: Proof
  /** The browser could not make a proof: then `reason` answers the question, and somebody reads it. */
  unproved?: true
}

/** An editable rule or guideline. */
export interface RuleDoc {
  id: string
  text: string
  hint: string
  children?: RuleDoc[]
}

/** An editable notice. */
export interface NoticeDoc {
  id?: string
  title: string
  text: string
  domains: string[] | null
  shown: boolean
}

/** The community's own texts and choices: `/api/community/v1/admin/settings`. */
export interface SettingsDoc {
  name: string
  statement: string
  purpose: string
  who_runs: string
  contact_email: string | null
  contact_username: string | null
  source_url: string | null
  registrations: RegistrationMode
  /** Set by `REGISTRATIONS` where the server runs, and not to be changed here. */
  registrations_by_environment: boolean
  /** Since when people come by invite only because too many came at once. */
  join_wave_at: string | null
  question: string | null
  min_age: number | null
  languages: string[]
  /** What the line above a post is called. */
  warning_label: WarningLabel
  hosting: { text: string; published: boolean; reviewed_on: string | null }
  notices: NoticeDoc[]
  guidelines: RuleDoc[]
  ground_rules: RuleDoc[]
  rules_intro: string
  rules_editable: boolean
  /** Whether somebody of another server may ask for a mediator, about a member. */
  mediation_from_elsewhere: boolean
  /** Communities that mediate too, named to whom there is no room for here. */
  mediation_allies: { name: string; url: string }[]
  mail: {
    kind: 'none' | 'smtp'
    url_set: boolean
    host: string | null
    from: string | null
    /** Set by `SMTP_URL` where the server runs, and not to be changed here. */
    by_environment: boolean
  }
}

/** What the other side said to a test message. */
export interface MailTest {
  accepted: boolean
  answer: string
}

/** One line of the People page. */
export interface Person {
  id: string
  kind: 'application' | 'registration' | 'member'
  username: string
  email: string
  code: string | null
  reason: string | null
  at: string
  mail: MailState | null
  roles: string[]
  account: { acct: string; display_name: string } | null
  state: 'active' | 'disabled' | 'suspended' | 'waiting' | 'unconfirmed'
  /** A member whom nobody here knows yet: their posts are held to less. */
  unknown: boolean
  /** For somebody who is not in yet: an account with this mail address exists already. */
  address_known: boolean
}

/** A way in for those who have its link. */
export interface Invite {
  id: string
  code: string
  url: string
  uses: number
  max_uses: number | null
  expires_at: string | null
  comment: string | null
  created_by: string
  withdrawn_at: string | null
}
