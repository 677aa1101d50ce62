import { createSignal, For, Show } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { composer } from '../../locales/en/composer.ts'
import { Chips, PressChip } from '../../ui/chip.tsx'
import { TextField } from '../../ui/field.tsx'
import { Completes } from '../completion/completes.tsx'
import { warningTopics } from '../warnings/topics.ts'
import style from './composer.module.css'
import { SpoilerFields } from './spoiler-fields.tsx'
import { usedWords, withWords } from './used-words.ts'
import { names } from './warning.ts'
import { WarningChips } from './warning-chips.tsx'
import type { Writing } from './writing.ts'

const t = texts(composer)

interface PanelProps {
  id: string
  writing: Writing
  /** The warning came with the post that is replied to. */
  carried: boolean
  onOff: () => void
  /** Enter in the line: on to the text. */
  onDone: () => void
}

/** The warning line with the community's topics: a chip puts its words into the line or takes them out. */
export function WarningPanel(props: PanelProps) {
  const [field, setField] = createSignal<HTMLInputElement>()
  const line = () => props.writing.draft.warning
  const set = (warning: string) => props.writing.change({ warning })
  const spoiler = () => warningTopics().find((topic) => topic.kind === 'spoiler' && names(line(), topic))
  return (
    <div class={style.panel} id={props.id}>
      <TextField
        ref={setField}
        label={t('cwLabel')}
        value={line()}
        onInput={set}
        dir="auto"
        autocomplete="off"
        enterkeyhint="next"
        readOnly={props.writing.busy()}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.isComposing) return
          event.preventDefault()
          props.onDone()
        }}
      />
      <Completes field={field()} />
      <UsedWords line={line()} onLine={set} />
      <Show when={spoiler()}>{(topic) => <SpoilerFields line={line()} topic={topic()} onLine={set} />}</Show>
      <Show when={warningTopics().length > 0} fallback={<p class={style.hint}>{t('cwHint')}</p>}>
        <WarningChips line={line()} onLine={set} />
      </Show>
      <Show when={props.carried}>
        <p class={style.hint}>
          {t('cwCarried')}{' '}
          <button type="button" class={style.take} onClick={() => props.onOff()}>
            {t('cwTakeOff')}
          </button>
        </p>
      </Show>
    </div>
  )
}

/** Words that others here warn with, while the beginning of one is written. */
function UsedWords(props: { line: string; onLine: (line: string) => void }) {
  const words = usedWords(() => props.line, warningTopics)
  return (
    <Show when={words().length > 0}>
      <Chips label={t('usedHere')} scrolling>
        <For each={words()}>
          {(one) => <PressChip onPress={() => props.onLine(withWords(props.line, one.words))}>{one.words}</PressChip>}
        </For>
      </Chips>
    </Show>
  )
}
