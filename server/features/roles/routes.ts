import { get, put, type Route } from '../../http/route.ts'
import { changeRoles, readRoles, rolesForm } from './change.ts'

const admin = '/api/community/v1/admin/roles'

/** Who holds which role. */
export const roleRoutes: readonly Route[] = [
  get(admin, { access: 'member', may: 'roles', summary: 'Who holds which role.' }, (ctx, { viewer }) =>
    readRoles(ctx, viewer),
  ),
  put(
    `${admin}/:id`,
    { access: 'member', may: 'roles', form: rolesForm, summary: 'Gives and takes roles.' },
    (ctx, { viewer, form }) => changeRoles(ctx, viewer, form),
  ),
]
