import type { Context } from '../../context.ts'
import { limits } from '../../limits.ts'
import { localAccountByName } from '../accounts/queries.ts'
import { registrationByName } from './queries.ts'
import { reservedNames } from './reserved-names.ts'

/** Why something cannot be taken: a code for programs and a sentence for the person. */
export type Cause = { error: string; description: string }

/** Why a text cannot be anybody's name here; undefined when it can. */
export function checkNameShape(name: string): Cause | undefined {
  if (name === '') return { error: 'ERR_BLANK', description: 'Choose a name.' }
  if (name.length > limits.username) {
    return { error: 'ERR_TOO_LONG', description: `This name is too long. ${limits.username} characters are the most.` }
  }
  if (/^[a-z0-9_]+$/i.test(name)) return undefined
  return { error: 'ERR_INVALID', description: 'A name has the letters a to z, digits and _ only.' }
}

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
