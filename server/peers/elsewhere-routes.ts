import { z } from 'zod'
import { admit } from '../features/mediation/guests/guest.ts'
import { proof, prove } from '../features/sessions/second/prove.ts'
import { id } from '../http/forms.ts'
import { del, get, post, type Route } from '../http/route.ts'
import { limits } from '../limits.ts'
import { bringPosts } from './archive/bring.ts'
import { bringPicture, leavePictures, pictureForm, readPictures } from './archive/pictures.ts'
import { arrive, forgetArrival, readArrivals, resumeArrival } from './arrivals/arrive.ts'
import { addAlias, dropAlias, type Finding, handleForm, move, readAliases, readMove, stay } from './leaving/move.ts'
import { backForm, comeBack } from './sign-in/back.ts'
import { beginForm, beginSignIn } from './sign-in/begin.ts'
import { endGuest, readGuest } from './sign-in/guest.ts'

const community = '/api/community/v1'

const signIn = (ways: Finding): readonly Route[] => [
  post(
    `${community}/elsewhere/sign-in`,
    {
      access: 'public',
      form: beginForm,
      limit: 'login',
      summary: 'Begins a sign-in at one’s own server: gives the address where one allows it.',
    },
    (ctx, { viewer, form }) => beginSignIn(ctx, viewer, form),
  ),
  get('/elsewhere/back/:host', { access: 'public', form: backForm, limit: 'login' }, (ctx, { request, viewer, form }) =>
    comeBack({ resolve: ways.resolve, arrive, admit })(ctx, { request, viewer, form }),
  ),
  get(
    `${community}/elsewhere/guest`,
    { access: 'public', summary: 'Who from elsewhere is signed in in this browser.' },
    (ctx, { request }) => readGuest(ctx, request),
  ),
  del(`${community}/elsewhere/guest`, { access: 'public', summary: 'Ends that.' }, (ctx, { request }) =>
    endGuest(ctx, request),
  ),
]

const arrivals: readonly Route[] = [
  get(
    `${community}/arrivals`,
    { access: 'member', summary: 'One’s old accounts that are being brought along, and how far they are.' },
    (ctx, { viewer }) => readArrivals(ctx, viewer),
  ),
  post(
    `${community}/arrivals/:id/resume`,
    { access: 'member', form: z.object({ id }), summary: 'Goes on where it stopped; nothing comes twice.' },
    (ctx, { viewer, form }) => resumeArrival(ctx, viewer, form.id),
  ),
  del(
    `${community}/arrivals/:id`,
    { access: 'member', form: z.object({ id }), summary: 'Stops and forgets one; what came stays.' },
    (ctx, { viewer, form }) => forgetArrival(ctx, viewer, form.id),
  ),
]

const archive: readonly Route[] = [
  post(
    `${community}/arrivals/posts`,
    {
      access: 'poster',
      upload: limits.broughtBytes,
      limit: 'archive',
      summary: 'Puts posts of an archive of Mastodon’s (outbox.json or a piece, as `data`) on one’s own profile.',
    },
    (ctx, { viewer, files }) => bringPosts(ctx, viewer, files.data),
  ),
  get(
    `${community}/arrivals/pictures`,
    { access: 'member', summary: 'Which pictures of those posts are wanted, and which could not come.' },
    (ctx, { viewer }) => readPictures(ctx, viewer),
  ),
  post(
    `${community}/arrivals/pictures`,
    {
      access: 'poster',
      form: pictureForm,
      upload: limits.imageBytes,
      limit: 'archive',
      summary: 'Puts one that is wanted, the part `file`, into its post.',
    },
    (ctx, { viewer, form, files }) => bringPicture(ctx, viewer, form, files.file),
  ),
  del(
    `${community}/arrivals/pictures`,
    { access: 'member', summary: 'Wants no more of them; what came stays.' },
    (ctx, { viewer }) => leavePictures(ctx, viewer),
  ),
]

const leaving = (around: Finding): readonly Route[] => [
  get(
    `${community}/aliases`,
    { access: 'member', summary: 'The accounts elsewhere that one says are also oneself.' },
    (ctx, { viewer }) => readAliases(ctx, viewer),
  ),
  post(
    `${community}/aliases`,
    { access: 'member', form: handleForm, limit: 'search', summary: 'Names one, so that it may move here.' },
    (ctx, { viewer, form }) => addAlias(ctx, viewer, { ways: around, acct: form.acct }),
  ),
  del(
    `${community}/aliases`,
    { access: 'member', form: z.object({ uri: z.string().max(2000) }), summary: 'Names it no longer.' },
    (ctx, { viewer, form }) => dropAlias(ctx, viewer, form.uri),
  ),
  get(`${community}/move`, { access: 'member', summary: 'Where one moved to, or null.' }, (ctx, { viewer }) => ({
    moved: readMove(ctx, viewer.accountId),
  })),
  post(
    `${community}/move`,
    {
      access: 'member',
      form: handleForm.extend(proof),
      limit: 'login',
      summary: 'Moves one’s followers to an account elsewhere that says it is the same person.',
    },
    async (ctx, { viewer, form }) => {
      await prove(ctx, viewer, form)
      return { moved: await move(ctx, viewer, { ways: around, acct: form.acct }) }
    },
  ),
  del(
    `${community}/move`,
    { access: 'member', summary: 'Takes the notice away; followers who went stay where they are.' },
    (ctx, { viewer }) => stay(ctx, viewer),
  ),
]

/** Signing in from elsewhere, moving in and moving out. */
export const elsewhereRoutes = (around: Finding): readonly Route[] => [
  ...signIn(around),
  ...arrivals,
  ...archive,
  ...leaving(around),
]
