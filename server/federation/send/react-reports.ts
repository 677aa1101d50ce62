import type { Context } from '../../context.ts'
import type { Events } from '../../events.ts'
import { accountById } from '../../features/accounts/queries.ts'
import { openSaid } from '../../features/moderation/reports/content.ts'
import { postsOfReports, reportById } from '../../features/moderation/reports/queries.ts'
import { statusesByIds } from '../../features/statuses/queries.ts'
import { actorUri, postUri, uriOf } from '../addresses.ts'
import { deed } from '../documents/activities.ts'
import { ownInbox, sizeOf } from './queries.ts'
import { send } from './send.ts'

/** Tells the server of somebody elsewhere what was reported of them: the server itself says so, and not who asked it. */
export function sendFlag(ctx: Context, { reportId }: Events['reportForwarded']): void {
  const report = reportById(ctx.db, { id: reportId })
  const target = report?.targetId == null ? undefined : accountById(ctx.db, { id: report.targetId })
  const inbox = target && target.domain !== null ? ownInbox(ctx.db, { accountId: target.id }) : undefined
  if (!report || !target || !inbox) return
  // whoever lives there alone also runs it: the words would go to the one whom they are about
  if ((sizeOf(ctx.db, { host: inbox.host })?.users ?? 2) <= 1) return
  const ids = postsOfReports(ctx.db, { ids: JSON.stringify([reportId]) }).map(({ statusId }) => statusId)
  const posts = statusesByIds(ctx.db, { ids: JSON.stringify(ids) }).filter(({ accountId }) => accountId === target.id)
  const us = actorUri(ctx, 0)
  const body = {
    ...deed('Flag', `${us}#flags/${reportId}`, us, uriOf(ctx, target), { to: [uriOf(ctx, target)] }),
    object: [uriOf(ctx, target), ...posts.map((post) => postUri(ctx, post))],
    content: openSaid(ctx, report.content).comment,
  }
  send(ctx, { owner: 0, body }, [inbox])
}
