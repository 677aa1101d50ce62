import type { Context } from '../../context.ts'
import { conflict } from '../../core/errors.ts'
import { confirmBy } from '../rules/present.ts'
import { announcedRuleSet, deleteUnusedRules, draftRuleSet, ruleSetInForce } from '../rules/queries.ts'
import { copyIntros, copyPlaces, copyTexts, deleteDraft, insertDraft } from './queries.ts'
import { readDraft } from './read-draft.ts'

/** Begins a draft with the words of the rules in force. Throws 409 while another change is under way: one at a time. */
export function startDraft(ctx: Context): void {
  ctx.transact(() => {
    const inForce = ruleSetInForce(ctx.db)
    if (!inForce) throw new Error('no rule set is in force')
    if (draftRuleSet(ctx.db) || announcedRuleSet(ctx.db) || confirmBy(inForce) !== null) {
      throw conflict('Another change of the rules is under way. Finish it first.', { code: 'change_under_way' })
    }
    insertDraft(ctx.db, { base: inForce.version, now: ctx.now() })
    const version = draftRuleSet(ctx.db)?.version ?? 0
    copyPlaces(ctx.db, { version, base: inForce.version })
    copyTexts(ctx.db, { version, base: inForce.version })
    copyIntros(ctx.db, { version, base: inForce.version })
  })
}

/** Throws the draft away. Throws 404. */
export function discardDraft(ctx: Context): void {
  ctx.transact(() => {
    deleteDraft(ctx.db, { version: readDraft(ctx).version })
    deleteUnusedRules(ctx.db)
  })
}
