import { z } from 'zod'
import type { Context } from '../../context.ts'
import { type FieldErrors, gone, invalidFields } from '../../core/errors.ts'
import type { Cookie } from '../../http/answer.ts'
import { limits } from '../../limits.ts'
import { createAccount } from '../accounts/create.ts'
import { localAccountByName } from '../accounts/queries.ts'
import { readLink, useLink } from '../links/one-time.ts'
import type { LinkRow } from '../links/queries.ts'
import { readAddress } from '../onboarding/addresses.ts'
import { checkNameShape } from '../onboarding/names.ts'
import { acceptAll, readRulesInForce } from '../rules/present.ts'
import { putAcceptance } from '../rules/queries.ts'
import { checkPassword, hashPassword } from '../sessions/passwords.ts'
import { anyOwner } from '../sessions/queries.ts'
import { startSession } from '../sessions/start.ts'
import { changeSettings } from '../settings/change.ts'
import { hostingForm, settingsForm, smtpUrl } from '../settings/forms.ts'

/** Everything the wizard asks: who owns the community, what it says, who may join, how mail leaves. */
export const setupForm = z.object({
  token: z.string().max(200),
  owner: z.object({
    username: z.string().trim().max(400),
    email: z.string().max(1000),
    password: z.string().max(4000),
  }),
  name: z.string().trim().min(1).max(200),
  statement: settingsForm.shape.statement,
  purpose: settingsForm.shape.purpose,
  registrations: z.enum(['open', 'approval', 'invite', 'closed']),
  question: settingsForm.shape.question,
  hosting: hostingForm.optional(),
  mail: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('none') }),
      z.object({ kind: z.literal('smtp'), url: smtpUrl, from: z.email().max(limits.email) }),
    ])
    .default({ kind: 'none' }),
  contact_email: settingsForm.shape.contact_email,
})
/** One of {@link setupForm}. */
export type SetupForm = z.infer<typeof setupForm>

/** The set-up link with this secret. Throws 404, or 410 when it was used, is too old, or there is an owner already. */
export function readSetupLink(ctx: Context, token: string): LinkRow {
  const link = readLink(ctx, 'setup', token)
  if (anyOwner(ctx.db)) throw gone('This community has an owner already.', { code: 'link_used' })
  return link
}

function checkOwner(ctx: Context, { owner, name }: SetupForm): string {
  const email = readAddress(owner.email)
  const taken = localAccountByName(ctx.db, { key: owner.username.toLowerCase() })
  const causes = {
    username:
      checkNameShape(owner.username) ??
      (taken && { error: 'ERR_TAKEN', description: 'This name is taken. Choose another.' }),
    email: 'cause' in email ? email.cause : undefined,
    password: checkPassword(owner.password, [owner.username, name]),
  }
  const details: FieldErrors = {}
  for (const [field, cause] of Object.entries(causes)) if (cause) details[field] = [cause]
  if ('cause' in email || Object.keys(details).length > 0) throw invalidFields(details)
  return email.address
}

/**
 * Sets the community up, all of it or nothing, and logs the owner in: gives the session's cookie. Throws 404 or 410 for
 * the link, 422 with what does not hold.
 */
export async function completeSetup(ctx: Context, form: SetupForm, session: string | undefined): Promise<Cookie> {
  readSetupLink(ctx, form.token)
  const email = checkOwner(ctx, form)
  const passwordHash = await hashPassword(form.owner.password)
  return ctx.transact(() => {
    useLink(ctx, readSetupLink(ctx, form.token))
    const { username } = form.owner
    const accountId = createAccount(ctx, {
      username,
      email,
      passwordHash,
      locale: 'en',
      approved: true,
      roles: ['owner'],
    })
    const { name, statement, purpose, registrations, question, hosting, mail, contact_email } = form
    changeSettings(ctx, undefined, {
      name,
      statement,
      purpose,
      registrations,
      question,
      hosting,
      mail,
      contact_email,
      contact_username: username,
    })
    putAcceptance(ctx.db, { ...acceptAll(readRulesInForce(ctx.db), ctx.now()), accountId, via: 'setup' })
    return startSession(ctx, accountId, session)
  })
}
