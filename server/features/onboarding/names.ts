import type { Context } from '../../context.ts'
import type { Cause } from '../../core/errors.ts'
import { lookOf } from '../../core/name-look.ts'
import { checkNameShape } from '../../core/usernames.ts'
import { nameCause, verdictOnName } from '../../policies/blocks.ts'
import { localAccountByName } from '../accounts/queries.ts'
import { isOfSomebodyGone } from '../departures/present.ts'
import { registrationByName, sameLook } from './queries.ts'
import { reservedNames } from './reserved-names.ts'

const reservedLooks = new Set([...reservedNames].map(lookOf))

/** Why a newcomer cannot take a name; undefined when it is free. `own`: their registration, which may hold it. */
export function checkName(ctx: Context, name: string, own?: number): Cause | undefined {
  const shape = checkNameShape(name)
  if (shape) return shape
  const key = name.toLowerCase()
  if (reservedNames.has(key)) {
    return { error: 'ERR_RESERVED', description: 'This name is kept for the community itself. Choose another.' }
  }
  const shut = nameCause(verdictOnName(ctx, key))
  if (shut) return shut
  if (isOfSomebodyGone(ctx, key)) return { error: 'ERR_TAKEN', description: 'This name is taken. Choose another.' }
  const holder = registrationByName(ctx.db, { key, now: ctx.now() })
  if (localAccountByName(ctx.db, { key }) || (holder && holder.id !== own)) {
    return { error: 'ERR_TAKEN', description: 'This name is taken. Choose another.' }
  }
  const look = lookOf(key)
  if (reservedLooks.has(look)) {
    return { error: 'ERR_RESERVED', description: 'This name looks like one of the community itself. Choose another.' }
  }
  if (!sameLook(ctx.db, { look, now: ctx.now(), own: own ?? 0 })) return undefined
  return { error: 'ERR_TAKEN', description: 'This name looks like one that is taken. Choose one that nobody mixes up.' }
}
