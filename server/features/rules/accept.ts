import { z } from 'zod'
import type { Context } from '../../context.ts'
import { conflict, invalidFields } from '../../core/errors.ts'
import { acceptAll, groundRuleIds, readRulesInForce } from './present.ts'
import { putAcceptance } from './queries.ts'

/** The version and language that were read, and the ids of the ground rules that were each agreed to. */
export const acceptForm = z.object({
  version: z.coerce.number().int(),
  locale: z.string().max(20).default('en'),
  acknowledged: z.array(z.string().max(20)).max(200),
})

/** Records that a member accepts the rules in force, word for word. Throws 409 for another version, 422. */
export function acceptRules(ctx: Context, accountId: number, form: z.infer<typeof acceptForm>): void {
  ctx.transact(() => {
    const set = readRulesInForce(ctx.db)
    if (form.version !== set.version || form.locale !== set.locale) {
      throw conflict('The rules were changed meanwhile. Please read them again.', { code: 'rules_changed' })
    }
    const ids = groundRuleIds(set)
    if (!ids.every((id) => form.acknowledged.includes(id))) {
      throw invalidFields({
        acknowledged: [{ error: 'ERR_ACCEPTED', description: 'Agree to each of the ground rules to go on.' }],
      })
    }
    putAcceptance(ctx.db, { ...acceptAll(set, ctx.now()), accountId, via: 'gate' })
  })
}
