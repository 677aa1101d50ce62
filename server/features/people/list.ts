import { z } from 'zod'
import type { Context } from '../../context.ts'
import { emailHash } from '../../core/mail/address.ts'
import { type Page, page } from '../../http/answer.ts'
import { id } from '../../http/forms.ts'
import { memberByEmail, waitingForHand } from '../onboarding/queries.ts'
import { presentNewcomers, presentPeople } from './present.ts'
import {
  applicants,
  membersByDisplayName,
  membersByName,
  newestMembers,
  type PersonRow,
  personById,
} from './queries.ts'

/** Which people, and whom among them: `q` is the beginning of a name, a mail address, or a code. */
export const peopleForm = z.object({
  show: z.enum(['applications', 'by_hand', 'members']).default('applications'),
  q: z.string().trim().toLowerCase().max(254).default(''),
  max_id: id.optional(),
})

const PAGE = 20
/** Applications are few, and each is somebody who waits: they are read as one list. */
const APPLICATIONS = 200

function findMembers(ctx: Context, q: string): PersonRow[] {
  const text = q.replace(/^@/, '')
  if (text.includes('@')) {
    const found = memberByEmail(ctx.db, { emailHash: emailHash(ctx, text) })
    const person = found && personById(ctx.db, found.accountId)
    return person ? [person] : []
  }
  const range = { start: text, end: `${text}\u{10ffff}`, limit: PAGE }
  const found = [...membersByName(ctx.db, range), ...membersByDisplayName(ctx.db, range)]
  return [...new Map(found.map((row) => [row.id, row])).values()].slice(0, PAGE)
}

function listMembers(ctx: Context, q: string, before: number): Page {
  if (q !== '') return page(presentPeople(ctx, findMembers(ctx, q)), [], PAGE)
  const rows = newestMembers(ctx.db, { before, limit: PAGE })
  return page(
    presentPeople(ctx, rows),
    rows.map((row) => row.id),
    PAGE,
  )
}

function listNewcomers(ctx: Context, q: string, before: number): Page {
  const rows = waitingForHand(ctx.db, { before, limit: PAGE, now: ctx.now() })
  const shown = rows.filter((row) => row.handCode.startsWith(q) || row.username.toLowerCase().startsWith(q))
  return page(
    presentNewcomers(ctx, shown),
    rows.map((row) => row.id),
    PAGE,
  )
}

/** The people of one of the lists on the page *People*. */
export function listPeople(ctx: Context, { show, q, max_id: maxId }: z.infer<typeof peopleForm>): Page {
  const before = maxId ?? Number.MAX_SAFE_INTEGER
  switch (show) {
    case 'members':
      return listMembers(ctx, q, before)
    case 'by_hand':
      return listNewcomers(ctx, q, before)
    case 'applications':
      return page(presentPeople(ctx, applicants(ctx.db, { limit: APPLICATIONS })), [], APPLICATIONS)
    default:
      return show satisfies never
  }
}
