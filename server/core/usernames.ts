import { limits } from '../limits.ts'
import type { Cause } from './errors.ts'

/** Why a text cannot be anybody's name here; undefined when it can. */
export function checkNameShape(name: string): Cause | undefined {
  if (name === '') return { error: 'ERR_BLANK', description: 'Choose a name.' }
  if (name.length > limits.username) {
    return { error: 'ERR_TOO_LONG', description: `This name is too long. ${limits.username} characters are the most.` }
  }
  if (/^[a-z0-9_]+$/i.test(name)) return undefined
  return { error: 'ERR_INVALID', description: 'A name has the letters a to z, digits and _ only.' }
}
