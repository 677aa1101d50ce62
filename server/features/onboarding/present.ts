import type { Registration } from '../../../shared/api/community.ts'
import type { Context } from '../../context.ts'
import { HOUR } from '../../core/clock.ts'
import { mailById } from '../../core/mail/queries.ts'
import { limits } from '../../limits.ts'
import { accountById } from '../accounts/queries.ts'
import { presentMailState } from '../mail/present.ts'
import { presentNotice } from '../settings/present.ts'
import { type CommunitySettings, readSettings, registrationMode } from '../settings/queries.ts'
import { noticeFor } from './providers.ts'
import { lastWaits, type RegistrationRow } from './queries.ts'

/** Hours that the last people who were let in waited, the middle one of twenty; null while nobody has. */
export function expectedWait(ctx: Context): number | null {
  const waits = lastWaits(ctx.db).map(({ wait }) => wait)
  const middle = waits.sort((a, b) => a - b)[Math.floor(waits.length / 2)]
  return middle === undefined ? null : Math.max(1, Math.round(middle / HOUR))
}

/** How far a newcomer is. */
function stepOf(ctx: Context, { refusedAt, accountId }: RegistrationRow) {
  if (refusedAt !== null) return 'refused'
  if (accountId === null) return 'confirm'
  const account = accountById(ctx.db, { id: accountId })
  return account?.joinedAt ? 'joined' : 'waiting'
}

function presentApproval(ctx: Context, settings: CommunitySettings, { inviteId }: RegistrationRow) {
  const required = registrationMode(ctx, settings) === 'approval' && inviteId === null
  return {
    required,
    question: required ? settings.question : null,
    expected_wait_hours: required ? expectedWait(ctx) : null,
  }
}

/** What the browser that signed up sees of it: the same, whether the address was known or not. */
export function presentRegistration(ctx: Context, row: RegistrationRow): Registration {
  const settings = readSettings(ctx.db)
  const email = ctx.vault.open(row.email)
  const mail = row.mailId === null ? undefined : mailById(ctx.db, { id: row.mailId })
  const resendAt = (mail?.createdAt ?? 0) + limits.resendAfter
  const notice = noticeFor(settings, email)
  return {
    username: row.username,
    email,
    step: stepOf(ctx, row),
    mail: presentMailState(mail),
    code: row.handCode,
    by_hand: row.byHandAt !== null,
    provider_notice: notice ? presentNotice(notice) : null,
    approval: presentApproval(ctx, settings, row),
    resend_after: resendAt > ctx.now() ? new Date(resendAt).toISOString() : null,
  }
}
