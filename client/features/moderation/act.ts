import type { CasePage } from '../../../shared/api/moderation-team.ts'
import { read, send } from '../../api/http.ts'

/** Where moderation's doors are. */
export const MODERATION = '/api/community/v1/moderation'

/** A case, and what is done in it: each gives the case as it is then. */
export const readCase = (id: string, signal?: AbortSignal) =>
  read<CasePage>(`${MODERATION}/cases/${id}`, signal ? { signal } : {})

/** Does something in a case, and gives it as it is then. */
export const inCase = (id: string, what: string, body: object = {}) =>
  send<CasePage>('POST', `${MODERATION}/cases/${id}/${what}`, body)

/** Does something to a part of a case, and reads the case again. */
export async function within(id: string, path: string, body: object = {}): Promise<CasePage> {
  await send('POST', `${MODERATION}/${path}`, body)
  return readCase(id)
}
