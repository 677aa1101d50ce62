import { lazy, Show, Suspense } from 'solid-js'
import { polls } from '../../../shared/locales/en/polls.ts'
import { texts } from '../../lib/i18n.ts'
import { patiently } from '../../lib/patiently.ts'
import { Button } from '../../ui/button.tsx'
import { newPoll } from './poll-draft.ts'
import type { Writing } from './writing.ts'

const t = texts(polls)

/** Fetched when somebody first asks: most posts are no polls. */
const PollFields = lazy(() =>
  patiently(() => import('./poll-fields.tsx')).then((file) => ({ default: file.PollFields })),
)

/** The word that adds a poll, as long as there is none. */
export function PollButton(props: { writing: Writing }) {
  return (
    <Show when={!props.writing.draft.poll}>
      <Button kind="quiet" title={t('addTitle')} onClick={() => props.writing.change({ poll: newPoll() })}>
        {t('add')}
      </Button>
    </Show>
  )
}

/** The poll of the post that is being written. */
export function PollPart(props: { writing: Writing; editing: boolean; onTakenOff: () => void }) {
  const takeOff = () => {
    props.writing.change({ poll: undefined })
    props.onTakenOff()
  }
  return (
    <Suspense>
      <Show when={props.writing.draft.poll}>
        {(poll) => (
          <PollFields
            poll={poll()}
            editing={props.editing}
            onChange={(changed) => props.writing.change({ poll: changed })}
            onTakeOff={takeOff}
          />
        )}
      </Show>
    </Suspense>
  )
}
