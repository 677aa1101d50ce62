import type { Context } from '../../context.ts'
import { membersWithRoles } from '../../features/accounts/queries.ts'
import { noticeOfKind } from '../../features/notices/queries.ts'
import { limits } from '../../limits.ts'
import { rolesThatMay } from '../../policies/roles.ts'

const KIND = 'disk_full'

/** Whoever says how much may be used, and when they were told last that it is too little. */
const watchers = (ctx: Context) =>
  membersWithRoles(ctx.db, { roles: JSON.stringify(rolesThatMay('disk')) }).map(({ accountId }) => ({
    accountId,
    toldAt: noticeOfKind(ctx.db, { me: accountId, kind: KIND })?.createdAt,
  }))

/** Tells those who look after the disk that nearly all is used and nothing more can go; again only after a while. */
export function warnOfDisk(ctx: Context): void {
  const late = watchers(ctx).filter(({ toldAt = 0 }) => toldAt <= ctx.now() - limits.diskWarnedAgain)
  if (late.length === 0) return
  ctx.log.warn('nearly all of the disk budget is used, and nothing more can be deleted to make room')
  ctx.transact(() => {
    for (const { accountId } of late) ctx.emit('noticeGiven', { accountId, kind: KIND, ref: 0 })
  })
}

/** There is room again: what was told of it is over. */
export function endDiskWarning(ctx: Context): void {
  const told = watchers(ctx).filter(({ toldAt }) => toldAt !== undefined)
  if (told.length === 0) return
  ctx.transact(() => {
    for (const { accountId } of told) ctx.emit('noticeTakenBack', { accountId, kind: KIND, ref: 0 })
  })
}
