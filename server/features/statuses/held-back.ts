import { formatDate } from '../../../shared/text/figures.ts'
import type { Context } from '../../context.ts'
import { invalidFields } from '../../core/errors.ts'
import { type Agreement, type Reach, whatHoldsBack } from '../../policies/interaction.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { acctOf } from '../accounts/present.ts'
import { accountById } from '../accounts/queries.ts'

function sentenceOf({ kind, until }: Agreement, name: string): string {
  const end = formatDate(until)
  if (kind === 'truce') {
    return `You and ${name} have a truce until ${end}: neither of you answers or mentions the other. You find it under Pauses.`
  }
  return `You and ${name} both stopped replying in this conversation until ${end}. You find that under Pauses.`
}

/** Refuses (422) a post that an agreement between two people holds back, in words that blame neither. */
export function checkAgreements(ctx: Context, { accountId }: Viewer, reach: Reach): void {
  const agreement = whatHoldsBack(ctx.db, accountId, reach, ctx.now())
  if (!agreement) return
  const other = accountById(ctx.db, { id: agreement.accountId })
  const field = agreement.isAnswer ? 'in_reply_to_id' : 'status'
  const error = agreement.kind === 'truce' ? 'ERR_TRUCE' : 'ERR_LOCKED'
  throw invalidFields({
    [field]: [{ error, description: sentenceOf(agreement, other ? `@${acctOf(other)}` : 'they') }],
  })
}
