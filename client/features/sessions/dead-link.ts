import { HttpError } from '../../api/http.ts'

/** Why a link from a mail does not work. */
export type DeadLink = 'missing' | 'used' | 'expired' | 'unknown'

/** What a refusal says about the link; `undefined` when the refusal is about something else. */
export function deadLink(error: unknown): DeadLink | undefined {
  if (!(error instanceof HttpError)) return undefined
  if (error.errorCode === 'link_used') return 'used'
  if (error.errorCode === 'link_expired' || error.status === 410) return 'expired'
  return error.status === 404 ? 'unknown' : undefined
}
