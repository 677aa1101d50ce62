import { createHash } from 'node:crypto'
import type { Challenge, Proof } from '../../shared/api/challenge.ts'
import type { Client } from './client.ts'

/** Asks for a challenge. */
export async function askChallenge(browser: Client): Promise<Challenge> {
  const { body } = await browser.post('/api/community/v1/onboarding/challenge')
  return body as Challenge
}

/** Finds the number that a challenge asks for, by trying each. */
export function solve({ salt, target, most, signature }: Challenge): Proof {
  for (let number = 0; number < most; number += 1) {
    if (createHash('sha256').update(`${salt}${number}`).digest('hex') === target) return { salt, number, signature }
  }
  throw new Error('no number below the most fits')
}
