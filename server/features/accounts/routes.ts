import { z } from 'zod'
import { id, listOf } from '../../http/forms.ts'
import { del, get, patch, put, type Route } from '../../http/route.ts'
import { limits } from '../../limits.ts'
import { lookUp, readAccount, readAccounts } from './find.ts'
import { presentCredentials } from './present.ts'
import { readProfile } from './profile.ts'
import { profileForm, removePicture, updateAccount } from './update.ts'

const one = z.object({ id })
const several = z.object({ id: listOf(id, 40).default([]) })
const changing = {
  access: 'member',
  scope: 'write:accounts',
  form: profileForm,
  upload: limits.avatarBytes,
  files: 2,
  limit: 'media',
} as const
const byAcct = z.object({ acct: z.string().max(320) })

/** People, as Mastodon's API has them; lists of them by relation stand with the relations. */
export const accountRoutes: readonly Route[] = [
  get('/api/v1/accounts/verify_credentials', { access: 'member', scope: 'profile' }, (ctx, { viewer }) =>
    presentCredentials(ctx, viewer.accountId),
  ),
  // open to who waits for the answer: words alone
  patch('/api/v1/accounts/update_credentials', { ...changing, access: 'account' }, (ctx, { viewer, form, files }) =>
    updateAccount(ctx, viewer, form, files),
  ),
  get('/api/v1/profile', { access: 'member', scope: 'profile' }, (ctx, { viewer }) =>
    readProfile(ctx, viewer.accountId),
  ),
  // Mastodon takes both, and programs send either
  ...[patch, put].map((way) =>
    way('/api/v1/profile', changing, async (ctx, { viewer, form, files }) => {
      await updateAccount(ctx, viewer, form, files)
      return readProfile(ctx, viewer.accountId)
    }),
  ),
  del('/api/v1/profile/avatar', { access: 'member', scope: 'write:accounts' }, (ctx, { viewer }) =>
    removePicture(ctx, viewer, 'avatar'),
  ),
  del('/api/v1/profile/header', { access: 'member', scope: 'write:accounts' }, (ctx, { viewer }) =>
    removePicture(ctx, viewer, 'header'),
  ),
  get('/api/v1/accounts/lookup', { access: 'public', form: byAcct }, (ctx, { form }) => lookUp(ctx, form.acct)),
  get('/api/v1/accounts', { access: 'public', scope: 'read:accounts', form: several }, (ctx, { form }) =>
    readAccounts(ctx, form.id),
  ),
  get('/api/v1/accounts/:id', { access: 'public', scope: 'read:accounts', form: one }, (ctx, { form }) =>
    readAccount(ctx, form.id),
  ),
]
