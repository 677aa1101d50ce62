import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createAddresses, network } from '../../../server/core/addresses.ts'
import { DAY, HOUR } from '../../../server/core/clock.ts'

test('an address has one name for a day, and another on the next', () => {
  let now = 1_800_000_000_000
  const addresses = createAddresses(mkdtempSync(join(tmpdir(), 'addresses-')), () => now)
  const first = addresses.pseudonym('192.0.2.1')
  now += 23 * HOUR
  expect(addresses.pseudonym('192.0.2.1')).toBe(first)
  expect(addresses.pseudonym('192.0.2.2')).not.toBe(first)
  now += 2 * HOUR
  expect(addresses.pseudonym('192.0.2.1')).not.toBe(first)
})

test('a key is gone after 72 hours, even when nobody came by', () => {
  const folder = mkdtempSync(join(tmpdir(), 'addresses-'))
  let now = 1_800_000_000_000
  const addresses = createAddresses(folder, () => now)
  const key = JSON.parse(readFileSync(join(folder, 'ip.keys'), 'utf8'))[0].key
  now += 3 * DAY
  addresses.rotate()
  expect(readFileSync(join(folder, 'ip.keys'), 'utf8')).not.toContain(key)
  expect(statSync(join(folder, 'ip.keys')).mode & 0o777).toBe(0o600)
})

test('one household of IPv6 is one network', () => {
  expect(network('2001:db8:1:2:3:4:5:6')).toBe(network('2001:db8:1:2::1'))
  expect(network('2001:db8:1:3::1')).not.toBe(network('2001:db8:1:2::1'))
  expect(network('::ffff:192.0.2.7')).toBe('192.0.2.7')
})
