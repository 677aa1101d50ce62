import { createEffect, createSignal, on } from 'solid-js'
import { sharedLimits } from '../../../shared/limits.ts'
import { texts } from '../../lib/i18n.ts'
import { pauses } from '../../locales/en/pauses.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { nameOf, relate } from '../relations/act.ts'
import { pauseThread } from './act.ts'
import { Choice } from './choice.tsx'

const t = texts(pauses)

/** What is to be paused. */
export type PauseAsked = { about: 'pauseThread'; statusId: string } | { about: 'pause'; accountId: string }

/** How long, in seconds: some times, and 0 for no end. */
const LENGTHS = [
  ...sharedLimits.pauseSeconds.map((value, n) => ({ value, text: pauses.lengths[n] ?? '' })),
  { value: 0, text: t('endless') },
]

/** A day is enough for most quarrels, and comes back by itself. */
const USUAL = sharedLimits.pauseSeconds[1]

/** Asks for how long a person or a conversation is to be paused. */
export function PauseQuestion(props: { asked: PauseAsked | undefined; onClose: () => void }) {
  const [length, setLength] = createSignal<number>(USUAL)
  const [busy, setBusy] = createSignal(false)
  const words = () => {
    if (props.asked?.about === 'pause')
      return { title: t('personTitle', nameOf(props.asked.accountId)), text: t('personText') }
    return { title: t('threadTitle'), text: t('threadText') }
  }
  createEffect(
    on(
      () => props.asked,
      () => setLength(USUAL),
    ),
  )

  const answer = async () => {
    const { asked } = props
    if (!asked) return
    setBusy(true)
    const done =
      asked.about === 'pause' ? relate(asked.accountId, 'mute', length()) : pauseThread(asked.statusId, length())
    await done.finally(() => setBusy(false))
    props.onClose()
  }

  return (
    <ConfirmDialog
      open={props.asked !== undefined}
      title={words().title}
      yes={t('pause')}
      no={t('keep')}
      kind="main"
      busy={busy()}
      onYes={answer}
      onClose={() => props.onClose()}
    >
      <div class="stack">
        <p>{words().text}</p>
        <Choice label={t('howLong')} options={LENGTHS} value={length()} onChoose={setLength} />
      </div>
    </ConfirmDialog>
  )
}
