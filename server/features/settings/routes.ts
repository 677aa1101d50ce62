import { z } from 'zod'
import { formatText } from '../../../shared/text/format.ts'
import { get, patch, post } from '../../http/route.ts'
import { changeSettings } from './change.ts'
import { communityText, settingsForm } from './forms.ts'
import { presentSettings } from './present.ts'

const admin = '/api/community/v1/admin'

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
]
