import { z } from 'zod'
import { smtpUrl } from '../../core/mail/smtp-url.ts'
import { post } from '../../http/route.ts'
import { limits } from '../../limits.ts'
import { tryMail } from './try-out.ts'

/** Whom a test mail goes to; without `smtp_url` it goes through the server that is set. */
const trialForm = z.object({
  smtp_url: smtpUrl.optional(),
  from: z.email().optional(),
  to: z.email().max(limits.email),
})

/** Trying out how mail leaves. */
export const mailRoutes = [
  post(
    '/api/community/v1/admin/mail-test',
    {
      access: 'member',
      may: 'settings',
      form: trialForm,
      limit: 'mail',
      summary: 'Sends a test mail and tells what the server said.',
    },
    (ctx, { form }) => tryMail(ctx, { to: form.to, url: form.smtp_url, from: form.from }),
  ),
]
