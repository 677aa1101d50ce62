import { answer } from '../../http/answer.ts'
import { OUT_OF_BAND } from '../../policies/redirects.ts'

/** Where the code is shown when a program of the command line asked for it. */
export const NATIVE = '/oauth/authorize/native'

/**
 * Sends the person back to the program. Values are percent-encoded (never `+` for a space, which not every app reads)
 * and put behind the address as it was registered, unchanged.
 */
export function sendBack(redirectUri: string, values: Record<string, string | undefined>) {
  const pairs = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  const to = redirectUri === OUT_OF_BAND ? NATIVE : redirectUri
  return answer('', { status: 303, headers: { Location: `${to}${to.includes('?') ? '&' : '?'}${pairs.join('&')}` } })
}

/**
 * What `form-action` has to allow, since browsers apply it to the redirect after a form as well: the origin, or the
 * scheme where there is none that the policy could name.
 */
export function formTarget(redirectUri: string): string {
  const { protocol, host } = new URL(redirectUri)
  return /^https?:$/.test(protocol) && !host.startsWith('[') ? `${protocol}//${host}` : protocol
}
