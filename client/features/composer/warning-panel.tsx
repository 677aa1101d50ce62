import { For, Show } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { composer } from '../../locales/en/composer.ts'
import { Chips, ToggleChip } from '../../ui/chip.tsx'
import { TextField } from '../../ui/field.tsx'
import style from './composer.module.css'
import { warningTopics } from './topics.ts'
import { names, toggled } from './warning.ts'
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
  const line = () => props.writing.draft.warning
  const set = (warning: string) => props.writing.change({ warning })
  return (
    <div class={style.panel} id={props.id}>
      <TextField
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
      <Show when={warningTopics().length > 0}>
        <Chips label={t('cwTopics')} scrolling>
          <For each={warningTopics()}>
            {(topic) => (
              <ToggleChip pressed={names(line(), topic)} onToggle={() => set(toggled(line(), topic))}>
                {topic.label}
              </ToggleChip>
            )}
          </For>
        </Chips>
      </Show>
      <p class={style.hint}>
        <Show when={props.carried} fallback={t('cwHint')}>
          {t('cwCarried')}{' '}
          <button type="button" class={style.take} onClick={() => props.onOff()}>
            {t('cwTakeOff')}
          </button>
        </Show>
      </p>
    </div>
  )
}
