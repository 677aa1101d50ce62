import { z } from 'zod'
import type { MediationRest } from '../../../../shared/api/mediation-team.ts'
import type { Context } from '../../../context.ts'
import { forbidden } from '../../../core/errors.ts'
import { flag } from '../../../http/forms.ts'
import { limits } from '../../../limits.ts'
import { holds } from '../../../policies/roles.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { presentTime } from '../../accounts/present.ts'
import { append, loadCase, nameOf } from '../cases.ts'
import { idsInStates, putMember } from '../queries.ts'
import { findCase, hasPart } from './find-case.ts'

/** Which case is to rest, or to go on. */
export const restForm = z.object({ case: z.string().trim().min(1).max(limits.mediationLine), rest: flag.default(true) })

const resting = JSON.stringify(['active', 'signing'])

function check(viewer: Viewer): void {
  if (!holds(viewer, 'rest_mediations')) throw forbidden('This is for coordinators and admins.')
}

/** The cases that the team lets rest, by their two words: nothing of what they are about. Throws 403. */
export function readRests(ctx: Context, viewer: Viewer): MediationRest[] {
  check(viewer)
  return idsInStates(ctx.db, { states: resting })
    .map(({ id }) => loadCase(ctx, id))
    .filter(({ id, now }) => now.frozenBy === 'coordinator' && !hasPart(ctx, id, viewer.accountId))
    .map(({ codeName, now }) => ({ code_name: codeName, until: presentTime(now.frozenUntil ?? now.since) }))
}

/**
 * Lets a talk rest, or go on: the two sides read it as a pause like any other. Who does it is kept as somebody who
 * looked at the case, so that they neither mediate in it nor judge a complaint about it. Throws 403 and 422.
 */
export function rest(ctx: Context, viewer: Viewer, form: z.infer<typeof restForm>): void {
  check(viewer)
  const verb = form.rest ? 'freeze' : 'unfreeze'
  const { id } = findCase(ctx, viewer, form.case, 'coordinator', verb)
  ctx.transact(() => {
    putMember(ctx.db, { caseId: id, role: 'coordinator', who: nameOf(ctx, viewer.accountId), now: ctx.now() })
    append(ctx, id, 'coordinator', verb)
  })
}
