import { z } from 'zod'
import { flag, id } from '../../http/forms.ts'
import { del, get, post, put, type Route } from '../../http/route.ts'
import { accept, decline, end } from './answer.ts'
import { choose, readChoices } from './choices.ts'
import { readTruces } from './list.ts'
import { lockForm, offer, truceForm } from './offer.ts'

const truces = '/api/community/v1/truces'
const locks = '/api/community/v1/thread_locks'
const one = z.object({ id })
const reads = { access: 'member', scope: 'read:mutes' } as const
const writes = { access: 'member', scope: 'write:mutes' } as const

const answers = (path: string): readonly Route[] => [
  post(
    `${path}/:id/accept`,
    { ...writes, form: one, summary: 'Says yes to an offer; it holds from now on.' },
    (ctx, { viewer, form }) => accept(ctx, viewer, form.id),
  ),
  post(
    `${path}/:id/decline`,
    { ...writes, form: one, summary: 'Says no to an offer. Who made it is not told.' },
    (ctx, { viewer, form }) => decline(ctx, viewer, form.id),
  ),
  del(
    `${path}/:id`,
    { ...writes, form: one, summary: 'Ends what you two agreed on, for both, or takes your own offer back.' },
    (ctx, { viewer, form }) => end(ctx, viewer, form.id),
  ),
]

/** Truces (neither hears of the other) and locks (neither replies in one conversation): offered, accepted, ended. */
export const truceRoutes: readonly Route[] = [
  get(`${truces}/choices`, { ...reads, summary: 'Whether you take offers.' }, (ctx, { viewer }) =>
    readChoices(ctx, viewer),
  ),
  put(
    `${truces}/choices`,
    { ...writes, form: z.object({ offers: flag }), summary: 'Takes offers from now on, or none. Nobody is told.' },
    (ctx, { viewer, form }) => choose(ctx, viewer, form),
  ),
  get(truces, { ...reads, summary: 'Truces: offered by you or to you, and holding.' }, (ctx, { viewer }) =>
    readTruces(ctx, viewer, 'truce'),
  ),
  post(truces, { ...writes, form: truceForm, summary: 'Offers a truce for 1, 3, 7 or 30 days.' }, (ctx, call) =>
    offer(ctx, call.viewer, 'truce', call.form),
  ),
  ...answers(truces),
  get(locks, { ...reads, summary: 'Locks: offered by you or to you, and holding.' }, (ctx, { viewer }) =>
    readTruces(ctx, viewer, 'thread_lock'),
  ),
  post(
    locks,
    { ...writes, form: lockForm, summary: 'Offers that both stop replying in a conversation, for 1, 3, 7 or 14 days.' },
    (ctx, call) => offer(ctx, call.viewer, 'thread_lock', call.form),
  ),
  ...answers(locks),
]
