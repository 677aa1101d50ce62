import { del, get, patch, post, put, type Route } from '../../http/route.ts'
import { changeChoices, choicesForm, presentChoices } from './choices.ts'
import { changeForm, changeSubscription, readSubscription, subscribe, subscribeForm, unsubscribe } from './subscribe.ts'

const path = '/api/v1/push/subscription'
const access = { access: 'member', scope: 'push' } as const
const choices = '/api/community/v1/push'

/** Where people are told of things while nothing is open: one place for each program and each session of our own client. */
export const pushRoutes: readonly Route[] = [
  get(path, access, (ctx, call) => readSubscription(ctx, call)),
  post(path, { ...access, form: subscribeForm }, (ctx, call) => subscribe(ctx, call, call.form)),
  put(path, { ...access, form: changeForm }, (ctx, call) => changeSubscription(ctx, call, call.form)),
  del(path, access, (ctx, call) => unsubscribe(ctx, call)),
  get(
    choices,
    { ...access, summary: 'What your devices may show while nothing is open, and when nothing comes.' },
    (ctx, { viewer }) => presentChoices(ctx, viewer.accountId),
  ),
  patch(
    choices,
    { ...access, form: choicesForm, summary: 'Changes that, for all your devices.' },
    (ctx, { viewer, form }) => changeChoices(ctx, viewer.accountId, form),
  ),
]
