import { z } from 'zod'
import type { Context } from '../../context.ts'
import { smtpUrl } from '../../core/mail/smtp-url.ts'
import { answer, type Cookie } from '../../http/answer.ts'
import { type Browser, readBrowser } from '../../http/browser.ts'
import { post } from '../../http/route.ts'
import { limits } from '../../limits.ts'
import { presentSessionOf } from '../sessions/present.ts'
import { presentSettings } from '../settings/present.ts'
import { checkOwner, completeSetup, readSetupLink, setupForm } from './complete.ts'

const token = z.string().max(200)

/** What setting up borrows from other features. */
export type Borrowed = {
  startSession(ctx: Context, accountId: number, browser: Browser): Cookie
  tryMail(
    ctx: Context,
    trial: { to: string; url?: string; from?: string },
  ): Promise<{ accepted: boolean; answer: string }>
}

/** Setting up a community that has no owner yet, by the link that its start printed. */
export const setupRoutes = ({ startSession, tryMail }: Borrowed) => [
  post(
    '/auth/setup/check',
    {
      access: 'public',
      form: z.object({ token }),
      limit: 'login',
      summary: 'Whether a set-up link holds, and what the community starts from.',
    },
    (ctx, { form }) => {
      readSetupLink(ctx, form.token)
      return { preset: presentSettings(ctx) }
    },
  ),
  post(
    '/auth/setup/owner',
    {
      access: 'public',
      form: z.object({ token, owner: setupForm.shape.owner }),
      limit: 'login',
      summary: 'Whether the owner’s name, address and password can be taken, before the rest is asked.',
    },
    (ctx, { form }) => checkOwner(ctx, form),
  ),
  post(
    '/auth/setup/mail-test',
    {
      access: 'public',
      form: z.object({ token, smtp_url: smtpUrl, from: z.email().optional(), to: z.email().max(limits.email) }),
      limit: 'login',
      summary: 'Sends a test mail through a server and tells what it said.',
    },
    (ctx, { form }) => {
      readSetupLink(ctx, form.token)
      return tryMail(ctx, { to: form.to, url: form.smtp_url, from: form.from })
    },
  ),
  post(
    '/auth/setup',
    {
      access: 'public',
      form: setupForm,
      limit: 'login',
      summary: 'Sets the community up and logs its owner in. Works once.',
    },
    async (ctx, { form, request }) => {
      const owner = await completeSetup(ctx, form)
      const cookie = startSession(ctx, owner, readBrowser(ctx.config, request))
      return answer(presentSessionOf(ctx, cookie), { cookies: [cookie] })
    },
  ),
]
