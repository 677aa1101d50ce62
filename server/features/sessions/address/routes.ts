import { z } from 'zod'
import { del, get, post, type Route } from '../../../http/route.ts'
import { addressForm, askAddress, confirmAddress, dropAddressChange, readOwnAddress } from './change.ts'

/** One's own mail address. */
export const addressRoutes: readonly Route[] = [
  get('/auth/address', { access: 'account', summary: 'One’s own mail address.' }, (ctx, { viewer }) =>
    readOwnAddress(ctx, viewer),
  ),
  post(
    '/auth/address',
    { access: 'account', form: addressForm, limit: 'mail', summary: 'Asks for another mail address.' },
    (ctx, { viewer, form }) => askAddress(ctx, viewer, form),
  ),
  del('/auth/address', { access: 'account', summary: 'Takes the wish for another address back.' }, (ctx, { viewer }) =>
    dropAddressChange(ctx, viewer),
  ),
  post(
    '/auth/address/confirm',
    {
      access: 'public',
      form: z.object({ token: z.string().max(200) }),
      limit: 'login',
      summary: 'Takes the new address by the link that was sent to it.',
    },
    (ctx, { form }) => confirmAddress(ctx, form.token),
  ),
]
