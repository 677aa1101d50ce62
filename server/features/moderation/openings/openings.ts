import { z } from 'zod'
import type { Opening } from '../../../../shared/api/moderation-team.ts'
import type { Context } from '../../../context.ts'
import { openIfOurs } from '../../../core/crypto.ts'
import { conflict, invalidFields, notFound } from '../../../core/errors.ts'
import { id } from '../../../http/forms.ts'
import { limits } from '../../../limits.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { readRulesInForce } from '../../rules/present.ts'
import { allOpenings, changeOpening, countOpenings, insertOpening, removeOpening } from './queries.ts'

const text = z.string().trim().min(1).max(limits.statement)

/** A sentence with which what a person reads can begin, for one rule. */
export const openingForm = z.object({ rule: z.string().max(60), text })
/** Other words for one. */
export const openingChange = z.object({ id, text })

/** The sentences that the team keeps for each rule, so that the same is said in the same words. */
export const readOpenings = (ctx: Context): Opening[] =>
  allOpenings(ctx.db).flatMap(({ id: openingId, rule, content }) => {
    const words = openIfOurs(ctx.vault, content)
    return words === undefined ? [] : [{ id: String(openingId), rule, text: words }]
  })

/** Keeps one. Throws 409 past the most, 422 for no rule. */
export function addOpening(ctx: Context, { accountId }: Viewer, form: z.infer<typeof openingForm>): Opening[] {
  ctx.transact(() => {
    if (!readRulesInForce(ctx.db).rules.some(({ slug }) => slug === form.rule)) {
      throw invalidFields({ rule: [{ error: 'ERR_INVALID', description: 'There is no such rule.' }] })
    }
    if ((countOpenings(ctx.db, { rule: form.rule })?.count ?? 0) >= limits.openingsOfRule) {
      throw conflict(`A rule has ${limits.openingsOfRule} of them at most. Take one away first.`, { code: 'too_many' })
    }
    const content = ctx.vault.seal(form.text)
    insertOpening(ctx.db, { id: ctx.newId(), rule: form.rule, content, byId: accountId, now: ctx.now() })
  })
  return readOpenings(ctx)
}

/** Gives one other words. Throws 404. */
export function editOpening(ctx: Context, { accountId }: Viewer, form: z.infer<typeof openingChange>): Opening[] {
  ctx.transact(() => {
    const content = ctx.vault.seal(form.text)
    if (changeOpening(ctx.db, { id: form.id, content, byId: accountId }) === 0) throw notFound()
  })
  return readOpenings(ctx)
}

/** Takes one away. Throws 404. */
export function dropOpening(ctx: Context, openingId: number): Opening[] {
  if (removeOpening(ctx.db, { id: openingId }) === 0) throw notFound()
  return readOpenings(ctx)
}
