import { BlockList, isIP, isIPv4 } from 'node:net'

/** The address that a name stands for is none that our server may ask. */
export class NotReachable extends Error {
  readonly code = 'NOT_REACHABLE'
}

/** Networks of IPv4 that are not the public internet, after IANA's register of special addresses. */
const special4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const

/** What of IPv6's public space is none: Teredo and other protocols, documentation, 6to4. */
const special6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

const special = new BlockList()
for (const [network, bits] of special4) special.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of special6) special.addSubnet(network, bits, 'ipv6')

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')

// everything else (::, ::1, ::ffff:, ::a.b.c.d, 64:ff9b::, fc00::, fe80::, ff00::) lies outside and is refused whole
const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')

/**
 * Whether our server may connect to an address: only the public internet, so that nobody can use it to knock at what
 * stands behind it. With `loopback`, for trials on one machine, also 127.0.0.0/8 and nothing else.
 */
export function isReachable(address: string, options: { loopback: boolean }): boolean {
  if (isIPv4(address)) return !special.check(address, 'ipv4') || (options.loopback && loopback.check(address, 'ipv4'))
  return isIP(address) === 6 && global6.check(address, 'ipv6') && !special.check(address, 'ipv6')
}
