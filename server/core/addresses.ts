import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createMemo } from './memo.ts'
import { writeSecret } from './secrets.ts'

const DAY = 86_400_000
/** A key is replaced after a day and destroyed after three, so no address can be found out later. */
const KEPT = 3 * DAY

type Key = { since: number; key: string }

/** Turns IP addresses into names that mean nothing once their day's key is gone. */
export type Addresses = {
  /** 16 hex digits, the same for one address during one day; IPv6 is cut to its /64. */
  pseudonym(address: string): string
  /** Replaces and destroys keys that are due. */
  rotate(): void
}

/** Keeps the keys in `ip.keys` of the secrets folder. */
export function createAddresses(folder: string, now: () => number): Addresses {
  const path = join(folder, 'ip.keys')
  /** Of today's key alone: those who ask often are not reckoned anew each time. */
  const known = createMemo<string, string>(2000)
  let keys: Key[] = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : []
  const rotate = () => {
    const newest = keys[0]
    if (newest && now() - newest.since < DAY && keys.every((key) => now() - key.since < KEPT)) return
    const kept = keys.filter((key) => now() - key.since < KEPT)
    const fresh =
      newest && now() - newest.since < DAY ? [] : [{ since: now(), key: randomBytes(32).toString('base64') }]
    keys = [...fresh, ...kept]
    known.clear()
    writeSecret(path, JSON.stringify(keys))
  }
  rotate()
  return {
    rotate,
    pseudonym(address) {
      rotate()
      const found = known.get(address)
      if (found !== undefined) return found
      const key = Buffer.from(keys[0]?.key ?? '', 'base64')
      return known.keep(address, createHmac('sha256', key).update(network(address)).digest('hex').slice(0, 16))
    },
  }
}

/** An IPv4 address as it is, an IPv6 address by its /64, which one household shares. */
export function network(address: string): string {
  const plain = address.startsWith('::ffff:') ? address.slice(7) : address
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const front = head.split(':').filter(Boolean)
  const back = tail === undefined ? [] : tail.split(':').filter(Boolean)
  const zeros = Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0')
  const groups = [...front, ...zeros, ...back].slice(0, 4)
  // one spelling for each address: no leading zeros, lower case
  return groups.map((group) => (Number.parseInt(group, 16) || 0).toString(16)).join(':')
}
