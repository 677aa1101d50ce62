import { z } from 'zod'
import type { Context } from '../../context.ts'
import { type Cause, gone, invalidFields, onlyCauses } from '../../core/errors.ts'
import { readLink, useLink } from '../../core/links/links.ts'
import type { LinkRow } from '../../core/links/queries.ts'
import { readAddress } from '../../core/mail/address.ts'
import { smtpUrl } from '../../core/mail/smtp-url.ts'
import { checkPassword, hashPassword } from '../../core/passwords/passwords.ts'
import { checkNameShape } from '../../core/usernames.ts'
import { limits } from '../../limits.ts'
import { createAccount } from '../accounts/create.ts'
import { localAccountByName } from '../accounts/queries.ts'
import { acceptAll, readRulesInForce } from '../rules/present.ts'
import { putAcceptance } from '../rules/queries.ts'
import { anyOwner } from '../sessions/queries.ts'
import { type CommunitySettings, readSettings, saveSettings } from '../settings/queries.ts'

const text = z.string().trim()
const email = z.email().max(limits.email)

/** Everything the wizard asks: who owns the community, what it says, who may join, how mail leaves. */
export const setupForm = z.object({
  token: z.string().max(200),
  owner: z.object({ username: text.max(400), email: z.string().max(1000), password: z.string().max(4000) }),
  name: text
    .min(1)
    .max(200)
    .regex(/^\P{Cc}*$/u, { error: 'has to be one line' }),
  statement: text.max(500).optional(),
  purpose: text.max(limits.communityText).optional(),
  registrations: z.enum(['open', 'approval', 'invite', 'closed']),
  question: text.max(500).optional(),
  hosting: z.object({ text: text.max(limits.communityText), published: z.boolean() }).optional(),
  mail: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('none') }),
      z.object({ kind: z.literal('smtp'), url: smtpUrl, from: email }),
    ])
    .default({ kind: 'none' }),
  contact_email: z.union([z.literal(''), email]).optional(),
})
/** One of {@link setupForm}. */
export type SetupForm = z.infer<typeof setupForm>

/** The set-up link with this secret. Throws 404, or 410 when it was used, is too old, or there is an owner already. */
export function readSetupLink(ctx: Context, token: string): LinkRow {
  const link = readLink(ctx, 'setup', token)
  if (anyOwner(ctx.db)) throw gone('This community has an owner already.', { code: 'link_used' })
  return link
}

function checkUsername(ctx: Context, username: string): Cause | undefined {
  const shape = checkNameShape(username)
  if (shape || !localAccountByName(ctx.db, { key: username.toLowerCase() })) return shape
  return { error: 'ERR_TAKEN', description: 'This name is taken. Choose another.' }
}

function checkQuestion({ registrations, question }: SetupForm, before: CommunitySettings): Cause | undefined {
  if (registrations !== 'approval' || (question ?? before.question) !== '') return undefined
  return { error: 'ERR_BLANK', description: 'Ask applicants a question, or choose another way to join.' }
}

/** Holds what the first step asks to what the last one will, so that it is said where it is typed. Throws 410, 422. */
export function checkOwner(ctx: Context, { token, owner }: { token: string; owner: SetupForm['owner'] }): object {
  readSetupLink(ctx, token)
  const read = readAddress(owner.email)
  const details = onlyCauses({
    username: checkUsername(ctx, owner.username),
    email: 'cause' in read ? read.cause : undefined,
    password: checkPassword(owner.password, [owner.username]),
  })
  if (Object.keys(details).length > 0) throw invalidFields(details)
  return {}
}

/** Gives the owner's mail address as it is kept. Throws 422 with what does not hold. */
function check(ctx: Context, form: SetupForm): string {
  const { owner, name, hosting } = form
  const read = readAddress(owner.email)
  const details = onlyCauses({
    username: checkUsername(ctx, owner.username),
    email: 'cause' in read ? read.cause : undefined,
    password: checkPassword(owner.password, [owner.username, name]),
    question: checkQuestion(form, readSettings(ctx.db)),
    hosting:
      hosting?.published && hosting.text === ''
        ? { error: 'ERR_BLANK', description: 'Write the hosting statement before it is published.' }
        : undefined,
  })
  if ('cause' in read || Object.keys(details).length > 0) throw invalidFields(details)
  return read.address
}

function toSettings(ctx: Context, form: SetupForm): Partial<CommunitySettings> {
  const { name, statement, purpose, registrations, question, hosting, mail } = form
  const today = new Date(ctx.now()).toISOString().slice(0, 10)
  return {
    name,
    statement,
    purpose,
    registrations,
    question,
    hosting: hosting && { ...hosting, reviewedOn: hosting.published ? today : null },
    mail: mail.kind === 'none' ? mail : { ...mail, url: ctx.vault.seal(mail.url).toString('base64') },
    contactEmail: form.contact_email || null,
    contactUsername: form.owner.username,
  }
}

/**
 * Sets the community up, all of it or nothing, and gives the owner's account. Throws 404 or 410 for the link, 422 with
 * what does not hold.
 */
export async function completeSetup(ctx: Context, form: SetupForm): Promise<number> {
  readSetupLink(ctx, form.token)
  const email = check(ctx, form)
  const passwordHash = await hashPassword(form.owner.password)
  return ctx.transact(() => {
    useLink(ctx, readSetupLink(ctx, form.token))
    const { username } = form.owner
    const owner = { username, email, passwordHash, locale: 'en', approved: true, roles: ['owner'] as const }
    const accountId = createAccount(ctx, owner)
    saveSettings(ctx, toSettings(ctx, form))
    putAcceptance(ctx.db, { ...acceptAll(readRulesInForce(ctx.db), ctx.now()), accountId, via: 'setup' })
    return accountId
  })
}
