import type { MediationDesk } from '../../../../shared/api/mediation-team.ts'
import type { Context } from '../../../context.ts'
import { HOUR } from '../../../core/clock.ts'
import { forbidden } from '../../../core/errors.ts'
import { holds } from '../../../policies/roles.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { presentTime } from '../../accounts/present.ts'
import { nameOf, readCase } from '../cases.ts'
import { presentLine } from '../present.ts'
import { casesInStates } from '../queries.ts'
import { feedbackFor } from '../room/after.ts'
import { readProfile } from './profile.ts'
import { noteSeen, profileOf } from './queries.ts'

const open = JSON.stringify(['matching', 'opening', 'active', 'signing', 'follow_up'])

/** The mediator's desk. Throws 403 for who neither has the role nor mediates as somebody both sides trust. */
export function readDesk(ctx: Context, viewer: Viewer): MediationDesk {
  const { accountId } = viewer
  const cases = casesInStates(ctx.db, { who: nameOf(ctx, accountId), role: 'mediator', states: open }).map(readCase)
  if (!holds(viewer, 'mediate') && cases.length === 0) throw forbidden('This page is for mediators.')
  const profile = readProfile(ctx, accountId)
  const row = profileOf(ctx.db, { accountId })
  if (row && row.seenAt < ctx.now() - HOUR) noteSeen(ctx.db, { accountId, now: ctx.now() })
  const lines = cases.map((one) => presentLine(one, 'mediator'))
  const rests = row && row.coolingUntil > ctx.now()
  return {
    profile,
    offers: lines.filter(({ state }) => state === 'matching'),
    cases: lines.filter(({ state }) => state !== 'matching'),
    feedback: feedbackFor(ctx, accountId) ?? null,
    load: { open: cases.length, max: profile.max_open },
    cooling_off_until: rests ? presentTime(row.coolingUntil) : null,
  }
}
