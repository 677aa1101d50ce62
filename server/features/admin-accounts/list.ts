import { z } from 'zod'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import { emailHash } from '../../core/mail/address.ts'
import { cursors, flag, id, pageSize } from '../../http/forms.ts'
import { readPage } from '../../http/pages.ts'
import { memberByEmail } from '../onboarding/queries.ts'
import { presentAdminAccounts } from './present.ts'
import { peopleBy, peopleIn } from './queries.ts'

const words = {
  username: z.string().max(400).default(''),
  display_name: z.string().max(400).default(''),
  by_domain: z.string().max(400).default(''),
  email: z.string().max(400).default(''),
}
const paging = { ...cursors, limit: pageSize(100, 200) }

/** The older way to ask: a flag for each thing. */
export const olderForm = z.object({
  ...paging,
  ...words,
  local: flag.default(false),
  remote: flag.default(false),
  active: flag.default(false),
  pending: flag.default(false),
  disabled: flag.default(false),
  silenced: flag.default(false),
  suspended: flag.default(false),
  staff: flag.default(false),
})

/** The newer way to ask. */
export const newerForm = z.object({
  ...paging,
  ...words,
  origin: z.enum(['', 'local', 'remote']).default(''),
  status: z.enum(['', 'active', 'pending', 'disabled', 'silenced', 'suspended']).default(''),
  permissions: z.enum(['', 'staff']).default(''),
})
type Wanted = z.infer<typeof newerForm>

/** Who has a mail address; 0 asks for everybody, -1 is nobody. */
function holderOf(ctx: Context, email: string): number {
  if (email === '') return 0
  return memberByEmail(ctx.db, { emailHash: emailHash(ctx, email) })?.accountId ?? -1
}

/** A page of people. */
export function listPeople(ctx: Context, form: Wanted) {
  const wanted = {
    origin: form.origin,
    status: form.status,
    username: form.username.toLowerCase().replace(/^@/, ''),
    name: form.display_name.toLowerCase(),
    domain: form.by_domain.toLowerCase(),
    staff: form.permissions === 'staff' ? 1 : 0,
    only: holderOf(ctx, form.email),
  }
  return readPage(
    form,
    (range) => peopleBy(ctx.db, wanted, range),
    (rows) => presentAdminAccounts(ctx, rows).map((item) => ({ cursor: Number(item.id), item })),
  )
}

const statuses = ['active', 'pending', 'disabled', 'silenced', 'suspended'] as const

/** What the older way asks for, in the newer one's words. */
export const asNewer = (form: z.infer<typeof olderForm>): Wanted => ({
  ...form,
  origin: form.local ? 'local' : form.remote ? 'remote' : '',
  status: statuses.find((status) => form[status]) ?? '',
  permissions: form.staff ? 'staff' : '',
})

/** One person by id. */
export const one = z.object({ id })

/** One person. Throws 404. */
export function readOne(ctx: Context, accountId: number) {
  const [found] = presentAdminAccounts(ctx, peopleIn(ctx.db, { ids: JSON.stringify([accountId]) }))
  if (!found) throw notFound('Record not found')
  return found
}
