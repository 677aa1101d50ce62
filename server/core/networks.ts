import { isIP } from 'node:net'

type Address = { bits: 32 | 128; value: bigint }

const grouped = (text: string) => (text === '' ? [] : text.split(':'))

function readSix(text: string): bigint {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text)
  const four = dotted ? readFour(dotted[2] ?? '') : undefined
  const plain =
    four === undefined ? text : `${dotted?.[1]}${(four >> 16n).toString(16)}:${(four & 0xffffn).toString(16)}`
  const [head = '', tail] = plain.split('::')
  const [front, back] = [grouped(head), grouped(tail ?? '')]
  const groups = [...front, ...Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0'), ...back]
  return groups.reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n)
}

const readFour = (text: string) => text.split('.').reduce((value, part) => (value << 8n) | BigInt(Number(part)), 0n)

/** Reads an IP address; IPv4 within IPv6 is IPv4. */
function readIp(text: string): Address | undefined {
  const plain = text.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  const kind = isIP(plain)
  if (kind === 0) return undefined
  return kind === 4 ? { bits: 32, value: readFour(plain) } : { bits: 128, value: readSix(plain) }
}

function written({ bits, value }: Address): string {
  if (bits === 32) return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n)).join('.')
  return Array.from({ length: 8 }, (_, n) => ((value >> BigInt(112 - 16 * n)) & 0xffffn).toString(16)).join(':')
}

const cut = ({ bits, value }: Address, length: number): string => {
  const rest = BigInt(bits - length)
  return `${written({ bits, value: (value >> rest) << rest })}/${length}`
}

/** A network such as `192.0.2.0/24`, or one address, in its one spelling; undefined for what is none. */
export function readNetwork(text: string): { network: string; bits: 32 | 128; length: number } | undefined {
  const [ip = '', prefix, more] = text.trim().split('/')
  const address = readIp(ip)
  if (!address || more !== undefined || (prefix !== undefined && !/^\d{1,3}$/.test(prefix))) return undefined
  const length = prefix === undefined ? address.bits : Number(prefix)
  if (length > address.bits) return undefined
  return { network: cut(address, length), bits: address.bits, length }
}

/** Every network that an address is in, the narrowest first. */
export function networksOf(ip: string): string[] {
  const address = readIp(ip)
  if (!address) return []
  return Array.from({ length: address.bits + 1 }, (_, n) => cut(address, address.bits - n))
}

/** The neighbourhood of an address: the /24 of IPv4, the /48 of IPv6. */
export function neighbourhoodOf(ip: string): string {
  const address = readIp(ip)
  return address ? cut(address, address.bits === 32 ? 24 : 48) : ''
}
