import { get, patch } from '../../http/route.ts'
import { changeSettings } from './change.ts'
import { settingsForm } from './forms.ts'
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
]
