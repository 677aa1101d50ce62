import { send } from '../../api/http.ts'
import { loadSession } from '../../session/session.ts'
import { setBegun } from './draft.ts'

/** What opening the link did. */
export interface Confirmed {
  step: 'joined' | 'waiting'
  logged_in: boolean
  username: string
}

/** Uses the link's token, once. Throws `HttpError` 404 or 410 when the link is no good. */
export async function confirmAddress(token: string): Promise<Confirmed> {
  const confirmed = await send<Confirmed>('POST', '/auth/confirm', { token })
  setBegun(false)
  await loadSession()
  return confirmed
}
