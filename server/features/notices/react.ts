import type { Context } from '../../context.ts'
import type { Events } from '../../events.ts'
import { putNotice, removeNotice } from './queries.ts'

/** Keeps what a member is told; it goes nowhere else: no mail, no push. */
export const keepNotice = (ctx: Context, { accountId, kind, ref }: Events['noticeGiven']) =>
  void putNotice(ctx.db, { id: ctx.newId(), accountId, kind, ref, now: ctx.now() })

/** Takes a notice back whose reason is gone. */
export const dropNotice = (ctx: Context, { accountId, kind, ref }: Events['noticeTakenBack']) =>
  void removeNotice(ctx.db, { accountId, kind, ref })
