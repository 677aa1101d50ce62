import type { Context } from '../../context.ts'
import type { Cause } from '../../core/errors.ts'
import { checkNameShape } from '../../core/usernames.ts'
import { localAccountByName } from '../accounts/queries.ts'
import { registrationByName } from './queries.ts'
import { reservedNames } from './reserved-names.ts'

/** Why a newcomer cannot take a name; undefined when it is free. `own`: their registration, which may hold it. */
export function checkName(ctx: Context, name: string, own?: number): Cause | undefined {
  const shape = checkNameShape(name)
  if (shape) return shape
  const key = name.toLowerCase()
  if (reservedNames.has(key)) {
    return { error: 'ERR_RESERVED', description: 'This name is kept for the community itself. Choose another.' }
  }
  const holder = registrationByName(ctx.db, { key, now: ctx.now() })
  if (!localAccountByName(ctx.db, { key }) && (!holder || holder.id === own)) return undefined
  return { error: 'ERR_TAKEN', description: 'This name is taken. Choose another.' }
}
