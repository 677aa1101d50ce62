/** Shows the code on a page instead of sending it anywhere, for programs of the command line. */
export const OUT_OF_BAND = 'urn:ietf:wg:oauth:2.0:oob'

/** Schemes that a browser would run or read as a page of ours, and never a program's own. */
const forbidden = new Set(['data:', 'javascript:', 'vbscript:', 'blob:', 'file:', 'about:'])

/**
 * Whether a program may be sent back there: an absolute address of any scheme that is not dangerous (custom ones such
 * as `tusky://` and loopback included), in visible ASCII and without a fragment (RFC 6749, 3.1.2).
 */
export function mayRedirectTo(address: string): boolean {
  if (address === OUT_OF_BAND) return true
  if (!/^[\x21-\x7e]+$/.test(address) || address.includes('#') || !URL.canParse(address)) return false
  const { protocol, host } = new URL(address)
  if (forbidden.has(protocol)) return false
  // the host is named in a policy in which other signs would begin something new
  return !/^https?:$/.test(protocol) || /^[\w.-]+(:\d+)?$|^\[[\da-f:.]+\](:\d+)?$/.test(host)
}

/** The addresses in a registration: one text parted by spaces or line breaks, or a list of them. */
export const splitAddresses = (given: string | string[]): string[] => [
  ...new Set([given].flat().flatMap((text) => text.split(/\s+/).filter(Boolean))),
]
