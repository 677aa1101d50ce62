import { get, post, type Route } from '../../http/route.ts'
import { presentPanic } from './present.ts'
import { agree, type LogOutAll, switchForm, turnForm, turnOff, turnOn } from './turn.ts'

const admin = '/api/community/v1/admin/panic'
const turning = { access: 'member', may: 'panic' } as const

/** The switches for bad hours; `logOutAll` ends sessions, which belong to another feature. */
export const panicRoutes = (logOutAll: LogOutAll): readonly Route[] => [
  get(admin, { ...turning, summary: 'The switches for bad hours that are on.' }, (ctx, { viewer }) =>
    presentPanic(ctx, viewer),
  ),
  post(admin, { ...turning, form: turnForm, summary: 'Turns a switch for bad hours on.' }, (ctx, { viewer, form }) =>
    turnOn(ctx, viewer, form, logOutAll),
  ),
  post(
    `${admin}/:id/confirm`,
    { ...turning, form: switchForm, summary: 'Agrees to the longer time that somebody else wanted.' },
    (ctx, { viewer, form }) => agree(ctx, viewer, form.id),
  ),
  post(
    `${admin}/:id/end`,
    { ...turning, form: switchForm, summary: 'Turns a switch off before its time.' },
    (ctx, { viewer, form }) => turnOff(ctx, viewer, form.id),
  ),
]
