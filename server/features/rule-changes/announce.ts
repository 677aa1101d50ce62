import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { DAY } from '../../core/clock.ts'
import { notFound } from '../../core/errors.ts'
import { announcedRuleSet, deleteAcceptances } from '../rules/queries.ts'
import { checkApprovals, checkChange } from './check.ts'
import type { announceForm } from './forms.ts'
import { deleteApprovals, setAnnounced, setWithdrawn } from './queries.ts'
import { readDraftAt } from './read-draft.ts'

/** Tells members of a change that was approved; it holds after the notice. Throws 404, 409, 422. */
export function announceDraft(ctx: Context, { revision, days }: z.infer<typeof announceForm>): void {
  ctx.transact(() => {
    const set = readDraftAt(ctx, revision)
    const material = set.material === 1
    checkChange(ctx, set, material)
    checkApprovals(ctx, set)
    const { version } = set
    const now = ctx.now()
    const effectiveAt = now + days * DAY
    setAnnounced(ctx.db, { version, now, effectiveAt })
    ctx.queue.add('enactRules', { version, announcedAt: now }, { at: effectiveAt })
    if (material) ctx.queue.add('mailRules', { version, announcedAt: now, after: 0 })
  })
}

/** Takes an announced version back: it is a draft again, and whoever accepted it early has accepted nothing. Throws 404. */
export function withdrawAnnounced(ctx: Context, version: number): void {
  ctx.transact(() => {
    if (announcedRuleSet(ctx.db)?.version !== version) throw notFound('This version is not announced.')
    setWithdrawn(ctx.db, { version })
    deleteApprovals(ctx.db, { version })
    deleteAcceptances(ctx.db, { version })
  })
}
