import { createStore } from 'solid-js/store'
import type { MediaChoice } from '../../../shared/api/warnings.ts'
import { decide } from '../../../shared/warnings/decide.ts'
import type { StatusEntity } from '../../api/store.ts'
import { session } from '../../session/session.ts'
import { contextOf, foundBy } from '../filters/found.ts'
import { choices } from '../warnings/choices.ts'

/** Posts whose pictures were uncovered or covered by hand on this page; they stay so when one comes back. */
const [byHand, setByHand] = createStore<Record<string, boolean | undefined>>({})

/**
 * What the reader chose for the pictures of a post: those under a warning, or that the author covered, are met by the
 * warning's topics; all others are open, unless a filter of the reader's blurs them.
 */
export function mediaChoiceFor(status: StatusEntity): MediaChoice {
  const chosen = warnedChoice(status)
  const isFiltered = foundBy(status, contextOf(location.pathname), ['blur']).length > 0
  return chosen === 'open' && isFiltered ? 'blur' : chosen
}

function warnedChoice(status: StatusEntity): MediaChoice {
  if (!status.sensitive && status.spoiler_text === '') return 'open'
  const own = status.account_id === session()?.account?.id
  return decide({ topics: status.warning_topics, authorId: status.account_id, own }, choices()).media
}

/** Whether the pictures of a post are to be seen. */
export const isUncovered = (status: StatusEntity): boolean => byHand[status.id] ?? mediaChoiceFor(status) === 'open'

/** Uncovers or covers the pictures of a post. */
export const setUncovered = (status: StatusEntity, uncovered: boolean): void => setByHand(status.id, uncovered)
