import type { WarningLabel } from '../locales/en/warning-label.ts'

/** A ground rule or a guideline, as people read it. `id` is a number in text, `slug` stays the same over versions. */
export interface Rule {
  id: string
  slug: string
  text: string
  hint: string
  /** `7`, and for what stands under it `7a`; guidelines count apart. */
  number: string
  children: Rule[]
}

/** Something the community wants newcomers to know; with `domains`, above all those with such a mail address. */
export interface Notice {
  id: string
  title: string
  text: string
  /** The text with its paragraphs and links, made by the server's formatter. */
  text_html: string
  /** Mail providers it is about: `hotmail.*`, `msn.com`; null when it is for everybody. */
  domains: string[] | null
}

/** What everybody is told while a switch for bad hours is on. */
export interface Alert {
  text: string
  until: string
}

/** Who may join. */
export type RegistrationMode = 'open' | 'approval' | 'invite' | 'closed'

/** A public post as the about page shows it: the part of Mastodon's status that it needs. */
export interface RecentPost {
  id: string
  content: string
  spoiler_text: string
  created_at: string
  account: { acct: string; username: string; display_name: string }
}

/** `GET /api/community/v1/about`: everything the about page says. */
export interface About {
  name: string
  /** The headline: one sentence. */
  statement: string
  purpose: string
  stats: { users: number; statuses: number; peers: number }
  rule_set: { version: number; effective_at: string; locale: string; intro: string }
  ground_rules: Rule[]
  guidelines: Rule[]
  /** What the rules say beside the rules: good to know, nothing to agree to. */
  good_to_know: Rule[]
  /** What everybody is told in bad hours. */
  alerts: Alert[]
  notices: Notice[]
  contact: { email: string | null; account: { acct: string; username: string } | null }
  who_runs: string
  /** Where the source of what runs here is to be had, if the collective says so. */
  source_url: string | null
  /** Null while the collective has not written or confirmed it. */
  hosting: { text: string; reviewed_on: string | null } | null
  registrations: {
    mode: RegistrationMode
    /** Whether it is by invite only for a while because many came at once. */
    wave: boolean
    question: string | null
    expected_wait_hours: number | null
    min_age: number | null
  }
  recent: RecentPost[]
  /** What the line above a post is called here. */
  warning_label: WarningLabel
  /** Whether somebody of another server may ask for a mediator, about a member. */
  mediation_from_elsewhere: boolean
}

/** One of those who run the place, as `GET /api/community/v1/team` names them to members. */
export interface TeamPerson {
  id: string
  acct: string
  display_name: string
}
