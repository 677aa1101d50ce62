import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hash, verify } from '@node-rs/argon2'
import { limits } from '../../limits.ts'
import type { Cause } from '../errors.ts'

/** argon2id, which is the library's standard, with OWASP's smallest cost: 19 MiB, two passes, one thread. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** A hash to keep in place of the password. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost)

let nobodys: Promise<string> | undefined

/** Checks a password; without a hash (nobody has that name) it takes as long and says no. */
export async function verifyPassword(kept: string | undefined, password: string): Promise<boolean> {
  if (Buffer.byteLength(password) > limits.passwordMax) return false
  nobodys ??= hashPassword('nobody has this password')
  const right = await verify(kept || (await nobodys), password)
  return right && Boolean(kept)
}

let common: ReadonlySet<string> | undefined

function isListed(password: string): boolean {
  common ??= new Set(readFileSync(join(import.meta.dirname, 'common.txt'), 'utf8').split('\n'))
  return common.has(password)
}

const lettersOf = (text: string) => text.toLowerCase().replace(/[^\p{L}]/gu, '')

/** Whether little is left of a password once a word that others would guess is taken out. */
const leansOn = (password: string, word: string) =>
  word.length >= 3 && password.includes(word) && password.replaceAll(word, '').length < 4

/** Whether a password is one short piece over and over, or a run such as `abcdefghij`. */
function isPattern(password: string): boolean {
  if (/^(.{1,4})\1+.{0,3}$/su.test(password)) return true
  const signs = [...password].map((sign) => sign.codePointAt(0) ?? 0)
  return new Set(signs.slice(1).map((sign, at) => sign - (signs[at] ?? 0))).size === 1
}

/** What is wrong with a new password, as sign-up's fields say it; undefined when nothing is. `known`: names to guess by. */
export function checkPassword(password: string, known: readonly string[]): Cause | undefined {
  const length = [...password].length
  if (length < limits.passwordMin) {
    const few = length === 1 ? 'One character is' : `${length} characters are`
    const description =
      length === 0
        ? 'Choose a password. Take at least ten characters; a short sentence is good.'
        : `${few} too few. Take at least ten; a short sentence is good.`
    return { error: 'ERR_TOO_SHORT', description }
  }
  if (Buffer.byteLength(password) > limits.passwordMax) {
    return { error: 'ERR_TOO_LONG', description: 'This password is too long. Take a shorter sentence.' }
  }
  const lower = password.toLowerCase()
  const words = known.flatMap((name) => [name, ...name.split(/\s+/)]).map(lettersOf)
  const guessable = words.some((word) => leansOn(lettersOf(password), word))
  if (!guessable && !isListed(lower) && !isPattern(lower)) return undefined
  const description = 'This password is among the first that others would try. Take a short sentence of your own.'
  return { error: 'ERR_COMMON', description }
}
