import { z } from 'zod'

const id = z.string().regex(/^\d+$/)
const time = z.iso.datetime()
const text = z.string()
const on = z.boolean()
const counted = z.string().regex(/^\d+$/)

const publicAccount = z.looseObject({
  id,
  username: text,
  acct: text,
  url: text,
  avatar: text,
  followers_count: z.int(),
})
const status = z.looseObject({ id, uri: text, content: text, created_at: time, account: publicAccount })
const days = z.array(z.strictObject({ day: counted, accounts: counted, uses: counted }))

/** Somebody, as staff see them. */
export const account = z.strictObject({
  id,
  username: text,
  domain: text.nullable(),
  created_at: time,
  email: text,
  ip: text.nullable(),
  ips: z.array(z.strictObject({ ip: text, used_at: time })),
  locale: text.nullable(),
  invite_request: text.nullable(),
  role: z.strictObject({ id: text, name: text, color: text, permissions: text, highlighted: on }),
  confirmed: on,
  approved: on,
  disabled: on,
  silenced: on,
  suspended: on,
  sensitized: on,
  account: publicAccount,
  created_by_application_id: id.nullable(),
  invited_by_account_id: id.nullable(),
})

/** A report; `collections` came with Mastodon 4.6. */
export const report = z.strictObject({
  id,
  action_taken: on,
  action_taken_at: time.nullable(),
  category: z.enum(['spam', 'legal', 'violation', 'other']),
  comment: text,
  forwarded: on,
  created_at: time,
  updated_at: time,
  account: account.nullable(),
  target_account: account,
  assigned_account: account.nullable(),
  action_taken_by_account: account.nullable(),
  statuses: z.array(status),
  rules: z.array(z.looseObject({ id: text, text })),
  collections: z.array(z.never()),
})

/** What was decided about a server. */
export const domainBlock = z.strictObject({
  id,
  domain: text,
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  created_at: time,
  severity: z.enum(['silence', 'suspend', 'noop']),
  reject_media: on,
  reject_reports: on,
  private_comment: text.nullable(),
  public_comment: text.nullable(),
  obfuscate: on,
})

/** A server that is named. */
export const domainAllow = z.strictObject({ id, domain: text, created_at: time })
/** A mail domain; `allow_with_approval` came with Mastodon 4.4. */
export const mailDomain = z.strictObject({ id, domain: text, created_at: time, history: days, allow_with_approval: on })
/** A network. */
export const network = z.strictObject({
  id,
  ip: text,
  severity: z.enum(['sign_up_requires_approval', 'sign_up_block', 'no_access']),
  comment: text,
  created_at: time,
  expires_at: time.nullable(),
})
/** A mail address. */
export const address = z.strictObject({ id, canonical_email_hash: text })

/** A number of a time, and of each of its days. */
export const measure = z.strictObject({
  key: text,
  unit: text.nullable(),
  total: counted,
  human_value: text.optional(),
  previous_total: counted,
  data: z.array(z.strictObject({ date: time, value: counted })),
})
/** What a number is made of. */
export const dimension = z.strictObject({
  key: text,
  data: z.array(
    z.strictObject({ key: text, human_key: text, value: text, unit: text.optional(), human_value: text.optional() }),
  ),
})
/** Those who joined in one stretch. */
export const cohort = z.strictObject({
  period: time,
  frequency: z.enum(['day', 'month']),
  data: z.array(z.strictObject({ date: time, rate: z.number(), value: counted })),
})

const reviewed = { id, trendable: on, requires_review: on }
/** A hashtag. */
export const tag = z.looseObject({ ...reviewed, name: text, url: text, history: days, usable: on, listable: on })
/** A hashtag in use. */
export const usedTag = z.looseObject({ ...reviewed, name: text, url: text, history: days })
/** A post in use. */
export const usedPost = status.extend({ requires_review: on })
/** A page in use. */
export const usedLink = z.looseObject({ ...reviewed, url: text, title: text, type: text, history: days })
/** Who publishes such a page; known by its host. */
export const publisher = z.strictObject({
  id: text,
  domain: text,
  trendable: on,
  reviewed_at: time.nullable(),
  requested_review_at: time.nullable(),
  requires_review: on,
})
/** Nothing but that it was done. */
export const done = z.strictObject({})
