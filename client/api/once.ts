import { newKey } from '../lib/key.ts'
import { send, Unreachable } from './http.ts'

/** The keys of what was sent and not answered. */
const unanswered = new Map<string, string>()

/** Makes something. The same sent again after its answer was lost is known by its key, and makes nothing twice. */
export async function sendOnce<T>(path: string, body: unknown): Promise<T> {
  const said = `${path} ${JSON.stringify(body)}`
  const key = unanswered.get(said) ?? newKey()
  unanswered.set(said, key)
  try {
    const answer = await send<T>('POST', path, body, { headers: { 'Idempotency-Key': key } })
    unanswered.delete(said)
    return answer
  } catch (error) {
    if (!(error instanceof Unreachable)) unanswered.delete(said)
    throw error
  }
}
