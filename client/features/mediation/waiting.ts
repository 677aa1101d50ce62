import { createEffect, on } from 'solid-js'
import type { MediationWaiting } from '../../../shared/api/mediation.ts'
import { read } from '../../api/http.ts'
import { looking } from '../../lib/looking.ts'
import { session } from '../../session/session.ts'
import { setMediation } from '../shell/counts.ts'
import { MEDIATIONS } from './paths.ts'

/** How often is looked whether something waits, in milliseconds: nothing in a mediation is a matter of minutes. */
const EVERY = 5 * 60_000

const NOTHING: MediationWaiting = { count: 0, any: false }

/** Keeps what the rail says about mediation, now and from time to time, while a member looks. */
export function watchMediation(): void {
  createEffect(on(() => session()?.account?.id, countMediation))
  looking(countMediation, EVERY)
}

/** Asks how many cases wait for the member. */
export function countMediation(): void {
  const who = session()?.account?.id
  if (session()?.state !== 'member') {
    setMediation(NOTHING)
    return
  }
  read<MediationWaiting>(`${MEDIATIONS}/waiting`).then(
    (answer) => {
      if (session()?.account?.id === who) setMediation(answer)
    },
    () => undefined,
  )
}
