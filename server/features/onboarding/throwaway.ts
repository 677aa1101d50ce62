import { disposableEmailBlocklistSet } from 'disposable-email-domains-js'

let known: Set<string> | undefined

/** Whether a mail address is of a provider whose addresses last minutes, or of a domain below such a one. */
export function isThrowaway(address: string): boolean {
  // read at the first sign-up: a server nobody joins need not hold it
  known ??= disposableEmailBlocklistSet()
  const labels = address
    .slice(address.lastIndexOf('@') + 1)
    .toLowerCase()
    .split('.')
  return labels.some((_, index) => known?.has(labels.slice(index).join('.')))
}
