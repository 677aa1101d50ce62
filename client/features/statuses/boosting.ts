import { createSignal } from 'solid-js'
import type { StatusEntity } from '../../api/store.ts'
import { session } from '../../session/session.ts'
import { isOpened } from './folds.ts'

const KEY = 'ask-before-boosting'

const [asksFirst, setAsksFirst] = createSignal(localStorage.getItem(KEY) === '1')

/** Whether one is asked before each boost on this device; without a choice one is not. */
export { asksFirst }

/** Keeps that choice. */
export function askBeforeBoosting(wanted: boolean): void {
  setAsksFirst(wanted)
  if (wanted) localStorage.setItem(KEY, '1')
  else localStorage.removeItem(KEY)
}

/** Whether a press boosts: nobody passes on by mistake what stands unread behind a warning. */
export const mayBoostAtOnce = (status: StatusEntity): boolean =>
  !asksFirst() && (status.spoiler_text === '' || isOpened(status))

/** Whether a post is one that may be boosted: for everybody, or one's own for followers. */
export const isBoostable = (status: StatusEntity): boolean =>
  status.visibility === 'public' ||
  status.visibility === 'unlisted' ||
  (status.visibility === 'private' && status.account_id === session()?.account?.id)
