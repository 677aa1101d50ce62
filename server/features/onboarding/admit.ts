import type { Context } from '../../context.ts'
import { conflict } from '../../core/errors.ts'
import { useLinksOfRegistration } from '../../core/links/queries.ts'
import { limits } from '../../limits.ts'
import { createAccount } from '../accounts/create.ts'
import { countUse } from '../invites/queries.ts'
import { readRules, rulesDigest } from '../rules/present.ts'
import { putAcceptance } from '../rules/queries.ts'
import { readSettings, registrationMode } from '../settings/queries.ts'
import { registrationsClosed } from './check-sign-up.ts'
import { givePasskey } from './passkey.ts'
import { markKnown, memberByEmail, type RegistrationRow, tieToAccount } from './queries.ts'
import { watchForWave } from './wave.ts'

const inviteGone = () =>
  conflict('The invite you came with is used up or withdrawn. Ask for another one and start again.', {
    code: 'invite_used_up',
  })

/**
 * Whether the newcomer may take part at once: an invite spares the wait for approval. Throws where the community lets
 * nobody in this way any more.
 */
function admits(ctx: Context, { needsApproval }: RegistrationRow, hasInvite: boolean, byHand: boolean): boolean {
  const mode = registrationMode(ctx, readSettings(ctx.db))
  if (mode === 'approval') return hasInvite
  if (mode === 'open' && needsApproval === 1) return hasInvite || byHand
  if (byHand || mode === 'open') return true
  if (mode === 'closed') throw registrationsClosed()
  if (!hasInvite) throw inviteGone()
  return true
}

function recordAcceptance(ctx: Context, row: RegistrationRow, accountId: number): void {
  const rules = readRules(ctx.db, row.rulesVersion)
  // words that were changed since are not what the person agreed to: they are asked again
  if (!rules || rulesDigest(rules) !== row.rulesSha256) return
  putAcceptance(ctx.db, {
    accountId,
    version: row.rulesVersion,
    locale: row.rulesLocale,
    digest: row.rulesSha256,
    acks: row.rulesAcks,
    via: 'signup',
    now: row.createdAt,
  })
}

/**
 * Makes the account of a newcomer whose address is confirmed, `byHand` or by the link; in a transaction. In approval
 * mode the person waits then, unless they were invited. Throws 403, 409 or 422, with nothing changed.
 */
export function admit(
  ctx: Context,
  row: RegistrationRow,
  { byHand }: { byHand: boolean },
): { accountId: number; step: 'joined' | 'waiting' } {
  if (row.known || memberByEmail(ctx.db, { emailHash: row.emailHash })) {
    throw conflict('An account with this address is there already.', { code: 'address_known' })
  }
  const invited = row.inviteId !== null && countUse(ctx.db, { id: row.inviteId }) === 1
  const approved = admits(ctx, row, invited, byHand)
  const accountId = createAccount(ctx, {
    username: row.username,
    email: ctx.vault.open(row.email),
    passwordHash: row.passwordHash,
    locale: row.locale,
    approved,
    locked: true,
    reason: row.reason,
    unknown: approved && !invited && !byHand,
    inviteId: invited && row.inviteId !== null ? row.inviteId : undefined,
  })
  if (row.passkey !== null) givePasskey(ctx, accountId, row.passkey)
  ctx.emit('addressConfirmed', {})
  recordAcceptance(ctx, row, accountId)
  if (!invited && !byHand) watchForWave(ctx)
  const kept = approved ? limits.joinedKept : limits.applicationKept
  tieToAccount(ctx.db, { id: row.id, accountId, expiresAt: ctx.now() + kept })
  markKnown(ctx.db, { id: row.id, emailHash: row.emailHash })
  useLinksOfRegistration(ctx.db, { registrationId: row.id, now: ctx.now() })
  return { accountId, step: approved ? 'joined' : 'waiting' }
}
