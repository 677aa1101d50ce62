import { z } from 'zod'
import { actionTexts } from '../../../../shared/locales/en/mediation-actions.ts'
import { roomRefusals, roomTexts } from '../../../../shared/locales/en/mediation-room.ts'
import { isParty } from '../../../../shared/mediation/case.ts'
import type { Context } from '../../../context.ts'
import { dayOf } from '../../../core/clock.ts'
import { notFound } from '../../../core/errors.ts'
import { id } from '../../../http/forms.ts'
import { append, nameOf } from '../cases.ts'
import { readCast, writeCast } from '../cast.ts'
import { findSeconds } from '../matching/eligible.ts'
import { noteTook } from '../matching/queries.ts'
import { tell } from '../notices.ts'
import { presentPeople } from '../people.ts'
import { putMember } from '../queries.ts'
import type { Seat } from '../seats.ts'
import { castWithout, leaveOut } from '../thirds.ts'
import { verb } from '../verb.ts'
import { choiceField, ticked, tickField } from './fields.ts'
import { refuseField } from './refuse.ts'

const seconds = (ctx: Context, seat: Seat) => {
  const cast = readCast(ctx, seat.case)
  return cast ? findSeconds(ctx, seat.case, cast) : []
}

function optionsFor(ctx: Context, seat: Seat): Record<string, string> {
  const found = seconds(ctx, seat)
  const ids = found.map(({ accountId }) => accountId)
  const people = presentPeople(ctx, ids)
  return Object.fromEntries(
    found.flatMap(({ accountId, learns }) => {
      const person = people.get(accountId)
      return person ? [[String(accountId), roomTexts.second(person.display_name, learns)]] : []
    }),
  )
}

const nameCo = verb({
  ...actionTexts.name_co,
  form: z.object({ account_id: id }),
  fields: (ctx, seat) => [{ ...choiceField('second', optionsFor(ctx, seat)), name: 'account_id' }],
  offered: (ctx, seat) => seconds(ctx, seat).length > 0,
  run(ctx, seat, { account_id: accountId }) {
    const one = seconds(ctx, seat).find((each) => each.accountId === accountId)
    const cast = readCast(ctx, seat.case)
    if (!one || !cast) throw refuseField('account_id', roomRefusals.second)
    const texts = { cast: writeCast(ctx, seat.case.id, { ...cast, co_mediator: accountId }) }
    ctx.transact(() => {
      append(ctx, seat.case.id, seat.role, 'name_co', { texts, learns: one.learns })
      tell(ctx, seat.case, ['a', 'b'])
    })
  },
})

const agreeCo = verb({
  ...actionTexts.agree_co,
  form: z.object({ read: ticked }),
  fields(ctx, seat) {
    const accountId = readCast(ctx, seat.case)?.co_mediator ?? 0
    const person = presentPeople(ctx, [accountId]).get(accountId)
    const learns = seat.case.now.co?.learns === true
    const label = person ? roomTexts.mayMediate(person.display_name, person.acct, learns) : ''
    return [{ ...tickField('read'), label }]
  },
  run(ctx, seat) {
    const accountId = readCast(ctx, seat.case)?.co_mediator
    if (!isParty(seat.role) || accountId === undefined) throw notFound()
    ctx.transact(() => {
      const { id: caseId, now } = append(ctx, seat.case.id, seat.role, 'agree_co')
      if (now.co?.stands !== 'agreed') return
      putMember(ctx.db, { caseId, role: 'co_mediator', who: nameOf(ctx, accountId), now: ctx.now() })
      tell(ctx, { ...seat.case, now }, ['co_mediator'])
    })
  },
})

/** Whoever is not wanted beside the mediator has no part in the case; who said so is told to nobody. */
const refuseCo = verb({
  ...actionTexts.refuse_co,
  form: z.object({}),
  run(ctx, seat) {
    const texts = castWithout(ctx, seat.case, 'co_mediator')
    ctx.transact(() => {
      append(ctx, seat.case.id, seat.role, 'refuse_co', { texts })
      leaveOut(ctx, seat.case, 'co_mediator')
    })
  },
})

const acceptCo = verb({
  ...actionTexts.accept_co,
  form: z.object({}),
  run(ctx, seat) {
    ctx.transact(() => {
      append(ctx, seat.case.id, seat.role, 'accept_co')
      noteTook(ctx.db, { accountId: seat.viewer.accountId, now: dayOf(ctx.now()) })
    })
  },
})

/** A second mediator: brought by the mediator, agreed to by both sides, and by themselves. */
export const secondVerbs = { name_co: nameCo, agree_co: agreeCo, refuse_co: refuseCo, accept_co: acceptCo }
