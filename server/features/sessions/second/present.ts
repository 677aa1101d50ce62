import type { SecondStep } from '../../../../shared/api/account.ts'
import type { Context } from '../../../context.ts'
import { keyholderById } from '../queries.ts'
import { passkeysPossible } from './passkeys.ts'
import { codeAppOf, type PasskeyRow, passkeysOf, recoveryCodesLeft } from './queries.ts'

/** A passkey as its owner sees it. */
const presentPasskey = ({ id, name, createdAt, usedAt }: PasskeyRow) => ({
  id: String(id),
  name,
  created_at: new Date(createdAt).toISOString(),
  used_at: usedAt === null ? null : new Date(usedAt).toISOString(),
})

/** What is asked of somebody beside the password. */
export function readSecondStep(ctx: Context, accountId: number): SecondStep {
  return {
    password: keyholderById(ctx.db, { accountId })?.passwordHash !== '',
    code_app: typeof codeAppOf(ctx.db, { accountId })?.confirmedAt === 'number',
    passkeys: passkeysOf(ctx.db, { accountId }).map(presentPasskey),
    passkeys_possible: passkeysPossible(ctx),
    recovery_codes_left: recoveryCodesLeft(ctx.db, { accountId })?.count ?? 0,
  }
}
