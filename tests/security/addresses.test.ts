import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createAddresses, network } from '../../server/core/addresses.ts'
import { HOUR } from '../../server/core/clock.ts'
import { startServer } from '../support/server.ts'

let folder: string
let now = Date.parse('2026-11-22T12:00:00Z')
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'addresses-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const open = () => createAddresses(folder, () => now)
const keys = (): { since: number; key: string }[] => JSON.parse(readFileSync(join(folder, 'ip.keys'), 'utf8'))
const pass = (hours: number) => {
  now += hours * HOUR
}

describe('the name of a network', () => {
  test('is the same for a day, also after a restart, and another the day after', () => {
    const first = open().pseudonym('203.0.113.9')
    pass(23)
    expect(open().pseudonym('203.0.113.9')).toBe(first)
    pass(2)
    expect(open().pseudonym('203.0.113.9')).not.toBe(first)
  })

  test('is of a household, not of a machine in it', () => {
    const addresses = open()
    expect(addresses.pseudonym('2001:db8:1:2::1')).toBe(addresses.pseudonym('2001:db8:1:2:a:b:c:d'))
    expect(addresses.pseudonym('2001:db8:1:2::1')).not.toBe(addresses.pseudonym('2001:db8:1:3::1'))
    expect(addresses.pseudonym('::ffff:203.0.113.9')).toBe(addresses.pseudonym('203.0.113.9'))
  })

  test.each([
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:0db8:0000:0000::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['203.0.113.9', '203.0.113.9'],
  ])('%s is of %s', (address, expected) => {
    expect(network(address)).toBe(expected)
  })
})

describe('a key', () => {
  test('is replaced after a day and destroyed after three, so that no name can be traced back', () => {
    const addresses = open()
    const [first] = keys()
    for (const hours of [24, 24, 23]) {
      pass(hours)
      addresses.rotate()
      expect(keys()).toContainEqual(first)
    }
    pass(1)
    addresses.rotate()
    expect(keys()).not.toContainEqual(first)
    expect(keys().length).toBeLessThanOrEqual(3)
  })

  test('dies although nobody comes by', async () => {
    const server = await startServer()
    try {
      const path = join(server.ctx.config.secretsDir, 'ip.keys')
      const [{ key: first } = { key: '' }] = JSON.parse(readFileSync(path, 'utf8'))
      await server.advance('PT71H')
      expect(readFileSync(path, 'utf8')).toContain(first)
      await server.advance('PT2H')
      expect(readFileSync(path, 'utf8')).not.toContain(first)
    } finally {
      await server.stop()
    }
  })
})
