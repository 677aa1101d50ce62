import { type LookupAddress, lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { Agent, buildConnector } from 'undici'
import { SECOND } from '../clock.ts'
import { isReachable, NotReachable } from './reachable.ts'

const CONNECT = 5 * SECOND
const ANSWER = 10 * SECOND

/** Looks names up; the system's own but in tests of names that lie. */
export type Lookup = (name: string, found: (failed: Error | null, addresses: LookupAddress[]) => void) => void

const bySystem: Lookup = (name, found) => lookup(name, { all: true }, found)

/**
 * Connections to the public internet alone: what a name stands for is checked in the same step that connects to it, so
 * that a name cannot mean something else a moment later. Addresses without a name, which are never looked up, are
 * checked as well.
 */
export function createConnections(options: { loopback: boolean; lookup?: Lookup }): Agent {
  const find = options.lookup ?? bySystem
  const checked: LookupFunction = (name, { all }, done) =>
    find(name, (failed, addresses) => {
      const good = failed ? [] : addresses.filter(({ address }) => isReachable(address, options))
      const [first] = good
      if (!first) done(failed ?? new NotReachable('the name stands for no public address'), '')
      else if (all) done(null, good)
      else done(null, first.address, first.family)
    })
  const connect = buildConnector({ timeout: CONNECT, lookup: checked })
  return new Agent({
    headersTimeout: ANSWER,
    bodyTimeout: ANSWER,
    connections: 8,
    pipelining: 1,
    maxHeaderSize: 16 * 1024,
    connect(target, done) {
      const name = target.hostname.replace(/^\[|\]$/g, '')
      if (isIP(name) !== 0 && !isReachable(name, options)) done(new NotReachable('the address is not public'), null)
      else connect(target, done)
    },
  })
}
