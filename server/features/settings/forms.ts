import { z } from 'zod'
import { warningLabels } from '../../../shared/locales/en/warning-label.ts'
import { smtpUrl } from '../../core/mail/smtp-url.ts'
import { languageCode } from '../../http/forms.ts'
import { limits } from '../../limits.ts'

/** One of the community's own texts. */
const communityText = z.string().trim().max(limits.communityText)

/** A text in one line: it may stand in a mail's header. */
const line = z
  .string()
  .trim()
  .max(200)
  .regex(/^\P{Cc}*$/u, { error: 'has to be one line' })

const mailAddress = z.email().max(limits.email)

const webAddress = z.url({ protocol: /^https?$/, error: 'has to be an address that begins with https://' }).max(500)

/** How mail leaves; without `url` the one that is set stays. */
const mailForm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({
    kind: z.literal('smtp'),
    url: smtpUrl.optional(),
    from: z.union([z.literal(''), mailAddress]).optional(),
  }),
])

/** Where the community is hosted, and whether the owner stands by the words. */
const hostingForm = z.object({
  text: communityText,
  published: z.boolean(),
  reviewed_on: z.iso.date().nullish(),
})

const providerPattern = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9.-]+\.([a-z0-9-]+|\*)$/, { error: 'has to be a mail domain such as msn.com or hotmail.*' })

const noticeForm = z.object({
  id: z.string().max(40).optional(),
  title: line,
  text: communityText,
  domains: z.array(providerPattern).max(200).nullish(),
  shown: z.boolean().default(true),
})

const ruleText = z.object({
  id: z.string().max(20).optional(),
  text: z.string().trim().min(1).max(1000),
  hint: z.string().trim().max(1000).default(''),
})

/** A ground rule or guideline as it is edited; without a known `id` it is a new one. */
export const ruleForm = ruleText.extend({ children: z.array(ruleText).max(26).default([]) })
/** One of {@link ruleForm}. */
export type RuleForm = z.infer<typeof ruleForm>

/** What the settings page can change, any part of it. An empty contact or source, and 0 for the age, are none. */
export const settingsForm = z.object({
  name: line.min(1).optional(),
  statement: z.string().trim().max(500).optional(),
  purpose: communityText.optional(),
  who_runs: communityText.optional(),
  contact_email: z.union([z.literal(''), mailAddress]).optional(),
  contact_username: z
    .string()
    .trim()
    .max(limits.username + 1)
    .optional(),
  source_url: z.union([z.literal(''), webAddress]).optional(),
  registrations: z.enum(['open', 'approval', 'invite', 'closed']).optional(),
  question: z.string().trim().max(500).optional(),
  min_age: z.coerce.number().int().min(0).max(120).optional(),
  languages: z.array(languageCode).min(1).max(20).optional(),
  warning_label: z.enum(warningLabels).optional(),
  hosting: hostingForm.optional(),
  notices: z.array(noticeForm).max(20).optional(),
  rules_intro: communityText.optional(),
  ground_rules: z.array(ruleForm).min(1).max(30).optional(),
  guidelines: z.array(ruleForm).max(30).optional(),
  mail: mailForm.optional(),
  mediation_from_elsewhere: z.boolean().optional(),
  mediation_allies: z
    .array(z.object({ name: line.min(1), url: webAddress }))
    .max(10)
    .optional(),
})
/** One of {@link settingsForm}. */
export type SettingsForm = z.infer<typeof settingsForm>
