import { z } from 'zod'
import { formatText } from '../../../shared/text/format.ts'
import { get, patch, post } from '../../http/route.ts'
import { limits } from '../../limits.ts'
import { tryMail } from '../mail/try-out.ts'
import { changeSettings } from './change.ts'
import { communityText, settingsForm, smtpUrl } from './forms.ts'
import { presentSettings } from './present.ts'

const admin = '/api/community/v1/admin'

/** Whom a test mail goes to; without `smtp_url` through the server that is set. */
export const mailTestForm = z.object({
  smtp_url: smtpUrl.optional(),
  from: z.email().optional(),
  to: z.email().max(limits.email),
})

/** The community's texts and choices, for those who may change them. */
export const settingsRoutes = [
  get(
    `${admin}/settings`,
    { access: 'member', may: 'settings', summary: "The community's texts and choices." },
    (ctx) => presentSettings(ctx),
  ),
  patch(
    `${admin}/settings`,
    {
      access: 'member',
      may: 'settings',
      form: settingsForm,
      summary: "Changes some of the community's texts and choices.",
    },
    (ctx, { viewer, form }) => {
      changeSettings(ctx, viewer, form)
      return presentSettings(ctx)
    },
  ),
  post(
    `${admin}/preview`,
    {
      access: 'member',
      may: 'settings',
      form: z.object({ text: communityText.default('') }),
      summary: 'A text as people will read it.',
    },
    (_ctx, { form }) => ({ html: formatText(form.text) }),
  ),
  post(
    `${admin}/mail-test`,
    {
      access: 'member',
      may: 'settings',
      form: mailTestForm,
      limit: 'mail',
      summary: 'Sends a test mail and tells what the server said.',
    },
    (ctx, { form }) => tryMail(ctx, { to: form.to, url: form.smtp_url, from: form.from }),
  ),
]
