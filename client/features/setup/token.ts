import { takeFragment } from '../../lib/fragment.ts'

/** Where the link's token is kept while the wizard is open in this tab, so that loading again does no harm. */
const PLACE = 'setup-token'

/** The one-time link's token: from the address, else from this tab. Empty when there is none. */
export function takeSetupToken(): string {
  const token = takeFragment()
  if (token) sessionStorage.setItem(PLACE, token)
  return token || (sessionStorage.getItem(PLACE) ?? '')
}

/** Forgets the token, which works once. */
export function forgetSetupToken(): void {
  sessionStorage.removeItem(PLACE)
}
