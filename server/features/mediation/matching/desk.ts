import type { MediationLine } from '../../../../shared/api/mediation.ts'
import type { MediationDesk } from '../../../../shared/api/mediation-team.ts'
import type { Context } from '../../../context.ts'
import { HOUR } from '../../../core/clock.ts'
import { forbidden } from '../../../core/errors.ts'
import { holds } from '../../../policies/roles.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { presentTime } from '../../accounts/present.ts'
import { type Loaded, nameOf, readCase } from '../cases.ts'
import { presentLine } from '../present.ts'
import { casesInStates } from '../queries.ts'
import { feedbackFor } from '../room/after.ts'
import { readOwnDebrief } from '../triage/debriefs.ts'
import { readProfile } from './profile.ts'
import { noteSeen, profileOf } from './queries.ts'

const open = JSON.stringify(['matching', 'opening', 'active', 'signing', 'follow_up'])

/** The cases that somebody leads, or is asked to lead, alone or with somebody else. */
const ledBy = (ctx: Context, accountId: number) =>
  (['mediator', 'co_mediator'] as const).flatMap((role) =>
    casesInStates(ctx.db, { who: nameOf(ctx, accountId), role, states: open }).map((row) => ({
      ...readCase(row),
      role,
    })),
  )

const isAsked = ({ now }: Loaded, role: 'mediator' | 'co_mediator') =>
  now.state === 'matching' || (role === 'co_mediator' && now.co?.stands !== 'in')

const lineOf = ({ asked: _asked, ...line }: MediationLine & { asked: boolean }): MediationLine => line

/** The mediator's desk. Throws 403 for who neither has the role nor mediates as somebody both sides trust. */
export function readDesk(ctx: Context, viewer: Viewer): MediationDesk {
  const { accountId } = viewer
  const cases = ledBy(ctx, accountId)
  if (!holds(viewer, 'mediate') && cases.length === 0) throw forbidden('This page is for mediators.')
  const profile = readProfile(ctx, accountId)
  const row = profileOf(ctx.db, { accountId })
  if (row && row.seenAt < ctx.now() - HOUR) noteSeen(ctx.db, { accountId, now: ctx.now() })
  const lines = cases.map(({ role, ...one }) => ({ ...presentLine(one, role), asked: isAsked(one, role) }))
  const rests = row && row.coolingUntil > ctx.now()
  return {
    profile,
    offers: lines.filter(({ asked }) => asked).map(lineOf),
    cases: lines.filter(({ asked }) => !asked).map(lineOf),
    feedback: feedbackFor(ctx, accountId) ?? null,
    load: { open: cases.length, max: profile.max_open },
    cooling_off_until: rests ? presentTime(row.coolingUntil) : null,
    debrief: readOwnDebrief(ctx, viewer),
  }
}
