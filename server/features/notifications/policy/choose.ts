import { z } from 'zod'
import type { NotificationPolicy } from '../../../../shared/api/notifications.ts'
import type { Context } from '../../../context.ts'
import { flag } from '../../../http/forms.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { countWaiting, policyOf, putPolicy } from './queries.ts'
import { standardPolicy } from './sort.ts'

const hearing = z.enum(['accept', 'filter', 'drop']).optional()

/** What may be chosen, as the second version of the API has it. */
export const policyForm = z.object({
  for_not_following: hearing,
  for_not_followers: hearing,
  for_new_accounts: hearing,
  for_private_mentions: hearing,
  for_limited_accounts: hearing,
})

/** The same as the first version has it: heard or not yet. */
export const oldPolicyForm = z.object({
  filter_not_following: flag.optional(),
  filter_not_followers: flag.optional(),
  filter_new_accounts: flag.optional(),
  filter_private_mentions: flag.optional(),
})

/** What somebody chose to hear of whom, and how much waits. */
export function readPolicy(ctx: Context, { accountId: me }: Viewer): NotificationPolicy {
  const chosen = policyOf(ctx.db, { me }) ?? standardPolicy
  const { requests = 0, notifications = 0 } = countWaiting(ctx.db, { me }) ?? {}
  return {
    for_not_following: chosen.notFollowing,
    for_not_followers: chosen.notFollowers,
    for_new_accounts: chosen.newAccounts,
    for_private_mentions: chosen.privateMentions,
    for_limited_accounts: chosen.limitedAccounts,
    summary: { pending_requests_count: requests, pending_notifications_count: notifications },
  }
}

/** Changes what one hears of whom; what is not named stays. */
export function choosePolicy(ctx: Context, viewer: Viewer, form: z.infer<typeof policyForm>): NotificationPolicy {
  ctx.transact(() => {
    const now = readPolicy(ctx, viewer)
    putPolicy(ctx.db, {
      me: viewer.accountId,
      notFollowing: form.for_not_following ?? now.for_not_following,
      notFollowers: form.for_not_followers ?? now.for_not_followers,
      newAccounts: form.for_new_accounts ?? now.for_new_accounts,
      privateMentions: form.for_private_mentions ?? now.for_private_mentions,
      limitedAccounts: form.for_limited_accounts ?? now.for_limited_accounts,
    })
  })
  return readPolicy(ctx, viewer)
}

const asFlags = ({ summary, ...policy }: NotificationPolicy) => ({
  filter_not_following: policy.for_not_following !== 'accept',
  filter_not_followers: policy.for_not_followers !== 'accept',
  filter_new_accounts: policy.for_new_accounts !== 'accept',
  filter_private_mentions: policy.for_private_mentions !== 'accept',
  summary,
})

/** {@link readPolicy} as the first version has it. */
export const readOldPolicy = (ctx: Context, viewer: Viewer) => asFlags(readPolicy(ctx, viewer))

const asHearing = (filters: boolean | undefined) =>
  filters === undefined ? undefined : filters ? ('filter' as const) : ('accept' as const)

/** {@link choosePolicy} as the first version has it. */
export const chooseOldPolicy = (ctx: Context, viewer: Viewer, form: z.infer<typeof oldPolicyForm>) =>
  asFlags(
    choosePolicy(ctx, viewer, {
      for_not_following: asHearing(form.filter_not_following),
      for_not_followers: asHearing(form.filter_not_followers),
      for_new_accounts: asHearing(form.filter_new_accounts),
      for_private_mentions: asHearing(form.filter_private_mentions),
    }),
  )
