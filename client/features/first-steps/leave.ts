import { send } from '../../api/http.ts'
import { session, setSession } from '../../session/session.ts'

/** Notes that the first steps were taken or left, so that they are not offered again. */
export async function leaveFirstSteps(): Promise<void> {
  const now = session()
  if (!now?.first_steps) return
  setSession({ ...now, first_steps: false })
  await send('POST', '/api/community/v1/first-steps').catch(() => undefined)
}
