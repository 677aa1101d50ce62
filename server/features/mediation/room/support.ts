import { z } from 'zod'
import type { MediationField } from '../../../../shared/api/mediation.ts'
import { actionTexts, fieldTexts } from '../../../../shared/locales/en/mediation-actions.ts'
import { roomRefusals } from '../../../../shared/locales/en/mediation-room.ts'
import { isParty, otherParty, type Party } from '../../../../shared/mediation/case.ts'
import type { Context } from '../../../context.ts'
import { notFound } from '../../../core/errors.ts'
import { id } from '../../../http/forms.ts'
import { accountById } from '../../accounts/queries.ts'
import { append, nameOf } from '../cases.ts'
import { type Cast, readCast, writeCast } from '../cast.ts'
import { readIntake } from '../intake/texts.ts'
import { tell } from '../notices.ts'
import { presentPeople } from '../people.ts'
import { putMember, removeMember } from '../queries.ts'
import type { Seat } from '../seats.ts'
import { castWithout, leaveOut, type ThirdRole } from '../thirds.ts'
import { verb } from '../verb.ts'
import { peopleField, ticked, tickField } from './fields.ts'
import { refuseField } from './refuse.ts'
import { oneTap } from './simple.ts'

type SupportRole = 'support_a' | 'support_b'
const supportOf = (party: Party): SupportRole => (party === 'a' ? 'support_a' : 'support_b')

/** Everybody in a case. Throws 404 once nobody can be named any more. */
function castOf(ctx: Context, seat: Seat): Cast {
  const cast = readCast(ctx, seat.case)
  if (!cast) throw notFound()
  return cast
}

function checkSupport(ctx: Context, cast: Cast, accountId: number): void {
  const row = accountById(ctx.db, { id: accountId })
  const isMember = row && row.domain === null && row.joinedAt !== null && row.suspendedAt === null
  if (!isMember || Object.values(cast).includes(accountId)) throw refuseField('account_id', roomRefusals.support)
}

/** Whom whoever asked wrote down from the start as somebody to sit beside them, to be named by their own tap. */
function wishedFor(ctx: Context, seat: Seat): MediationField['options'] {
  const wished = seat.role === 'a' ? readIntake(ctx, seat.case).support_id : undefined
  const person = wished === undefined ? undefined : presentPeople(ctx, [wished]).get(wished)
  return person ? [{ value: person.id, label: person.display_name, hint: person.acct }] : []
}

const nameSupport = verb({
  ...actionTexts.name_support,
  form: z.object({ account_id: id }),
  fields: (ctx, seat) => [{ ...peopleField('account_id', 1), options: wishedFor(ctx, seat) }],
  offered: (_, { case: { now }, role }) => isParty(role) && now.support[role] === undefined,
  run(ctx, seat, { account_id: accountId }) {
    if (!isParty(seat.role)) throw notFound()
    const cast = castOf(ctx, seat)
    checkSupport(ctx, cast, accountId)
    const role = seat.role
    const textId = writeCast(ctx, seat.case.id, { ...cast, [supportOf(role)]: accountId })
    ctx.transact(() => {
      append(ctx, seat.case.id, role, 'name_support', { texts: { cast: textId } })
      tell(ctx, seat.case, [otherParty(role)])
    })
  },
})

const agreeSupport = verb({
  ...actionTexts.agree_support,
  form: z.object({ read: ticked }),
  fields(ctx, seat) {
    const named = isParty(seat.role) ? readCast(ctx, seat.case)?.[supportOf(otherParty(seat.role))] : undefined
    const person = named === undefined ? undefined : presentPeople(ctx, [named]).get(named)
    const label = person ? fieldTexts.support(person.display_name, person.acct) : ''
    return [{ ...tickField('read'), label }]
  },
  run(ctx, seat) {
    if (!isParty(seat.role)) throw notFound()
    const role = supportOf(otherParty(seat.role))
    const accountId = castOf(ctx, seat)[role]
    if (accountId === undefined) throw notFound()
    ctx.transact(() => {
      append(ctx, seat.case.id, seat.role, 'agree_support')
      putMember(ctx.db, { caseId: seat.case.id, role, who: nameOf(ctx, accountId), now: ctx.now() })
      tell(ctx, seat.case, [role])
    })
  },
})

/** Whoever the other side does not want has no part in the case, and somebody else can be named. */
const refuseSupport = verb({
  ...actionTexts.refuse_support,
  form: z.object({}),
  run(ctx, seat) {
    if (!isParty(seat.role)) throw notFound()
    const { [supportOf(otherParty(seat.role))]: _refused, ...cast } = castOf(ctx, seat)
    const textId = writeCast(ctx, seat.case.id, cast)
    append(ctx, seat.case.id, seat.role, 'refuse_support', { texts: { cast: textId } })
  },
})

function stepOut(ctx: Context, seat: Seat, role: ThirdRole): void {
  const texts = castWithout(ctx, seat.case, role)
  ctx.transact(() => {
    append(ctx, seat.case.id, role, 'step_back', { texts })
    leaveOut(ctx, seat.case, role)
    tell(ctx, seat.case, ['mediator'])
  })
}

const stepBack = verb({
  ...actionTexts.step_back,
  form: z.object({}),
  run(ctx, seat) {
    const { role } = seat
    if (role === 'co_mediator' || role === 'interpreter') return stepOut(ctx, seat, role)
    if (role !== 'support_a' && role !== 'support_b') throw notFound()
    const { [role]: _gone, ...cast } = castOf(ctx, seat)
    const textId = writeCast(ctx, seat.case.id, cast)
    ctx.transact(() => {
      append(ctx, seat.case.id, role, 'step_back', { texts: { cast: textId } })
      removeMember(ctx.db, { caseId: seat.case.id, role })
    })
  },
})

/** One silent person for each side, with the yes of the other side and their own. */
export const supportVerbs = {
  name_support: nameSupport,
  agree_support: agreeSupport,
  refuse_support: refuseSupport,
  accept_support: oneTap('accept_support'),
  step_back: stepBack,
}
