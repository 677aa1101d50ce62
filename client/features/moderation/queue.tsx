import { createEffect, createSignal, on, Show } from 'solid-js'
import type { Queue } from '../../../shared/api/moderation-team.ts'
import { read } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { submitting } from '../../lib/submit.ts'
import { moderation } from '../../locales/en/moderation.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Slip } from '../../ui/slip.tsx'
import { Failed } from '../shell/failed.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { MODERATION } from './act.ts'
import { QueueList } from './queue-list.tsx'

const t = texts(moderation)

/** Which part of the queue is shown. */
export type Shown = 'open' | 'mine' | 'decided'

/** What waits, some lines at a time, with what waits on other pages. */
export function QueuePart(props: { show: Shown }) {
  const first = loaded(
    () => props.show,
    (which, signal) => read<Queue>(`${MODERATION}?show=${which}`, { signal }),
  )
  return (
    <Show when={first.value()} fallback={<Waiting label={t('loading')} from={first} />}>
      {(found) => (
        <>
          <Show when={!found().on_duty}>
            <Slip tone="info">
              <p>
                <b>{t('nobodyThere')}</b> {t('nobodyThereText')}
              </p>
            </Slip>
          </Show>
          <Lines first={found()} show={props.show} />
          <Elsewhere counts={found().counts} />
        </>
      )}
    </Show>
  )
}

function Lines(props: { first: Queue; show: Shown }) {
  const [further, setFurther] = createSignal<Queue[]>([])
  createEffect(
    on(
      () => props.first,
      () => setFurther([]),
      { defer: true },
    ),
  )
  const next = () => (further().at(-1) ?? props.first).next
  const more = submitting(async () => {
    const page = await read<Queue>(`${MODERATION}?show=${props.show}&after=${next()}`)
    setFurther((before) => [...before, page])
  })
  const entries = () => [props.first, ...further()].flatMap((page) => page.entries)
  return (
    <Show
      when={entries().length > 0}
      fallback={
        <Empty title={t('empty')[props.show]}>
          <p>{t('emptyText')[props.show]}</p>
        </Empty>
      }
    >
      <QueueList entries={entries()} decided={props.show === 'decided'} />
      <Failed error={more.error()} what={t('notDone')} />
      <Show when={next()}>
        <p>
          <Button busy={more.busy()} onClick={() => more.run()}>
            {t('more')}
          </Button>
        </p>
      </Show>
    </Show>
  )
}

function Elsewhere(props: { counts: Queue['counts'] }) {
  return (
    <>
      <Show when={props.counts.applications + props.counts.by_hand > 0}>
        <p>
          {t('elsewhere')}:{' '}
          <a href="/people">
            {t('applications', props.counts.applications)}, {t('byHand', props.counts.by_hand)}
          </a>
        </p>
      </Show>
      <Show when={props.counts.triage > 0}>
        <p>
          <a href="/mediation/triage">{t('triage', props.counts.triage)}</a>
        </p>
      </Show>
    </>
  )
}
