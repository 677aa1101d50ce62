import { For, Index, Show } from 'solid-js'
import { sharedLimits } from '../../../shared/limits.ts'
import { polls } from '../../../shared/locales/en/polls.ts'
import { texts } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Field, TextField, Tick } from '../../ui/field.tsx'
import style from './composer.module.css'
import type { PollDraft } from './poll-draft.ts'

const t = texts(polls)

interface PollFieldsProps {
  poll: PollDraft
  /** The end of a poll that was posted can stay as it is. */
  editing: boolean
  onChange: (poll: PollDraft) => void
  onTakeOff: () => void
}

/** The choices of a poll, how people choose, and until when. */
export function PollFields(props: PollFieldsProps) {
  let box: HTMLFieldSetElement | undefined
  const change = (part: Partial<PollDraft>) => props.onChange({ ...props.poll, ...part })
  const setOption = (at: number, words: string) =>
    change({ options: props.poll.options.map((option, n) => (n === at ? words : option)) })
  const focusOption = (at: number) =>
    queueMicrotask(() => box?.querySelectorAll<HTMLInputElement>('input[type=text]')[at]?.focus())
  const add = () => {
    change({ options: [...props.poll.options, ''] })
    focusOption(props.poll.options.length - 1)
  }
  const takeAway = (at: number) => {
    change({ options: props.poll.options.filter((_, n) => n !== at) })
    focusOption(Math.max(0, at - 1))
  }
  return (
    <fieldset
      class={style.poll}
      ref={(element) => {
        box = element
      }}
    >
      <legend class={style.legend}>{t('poll')}</legend>
      <Show when={props.editing}>
        <p class="hint">{t('resets')}</p>
      </Show>
      <Index each={props.poll.options}>
        {(option, n) => (
          <div class={style.option}>
            <TextField
              type="text"
              label={t('option', n + 1)}
              value={option()}
              maxlength={sharedLimits.pollOption}
              onInput={(words) => setOption(n, words)}
            />
            <Show when={props.poll.options.length > 2}>
              <Button kind="quiet" aria-label={t('less', n + 1)} title={t('less', n + 1)} onClick={() => takeAway(n)}>
                ✕
              </Button>
            </Show>
          </div>
        )}
      </Index>
      <p class="row">
        <Show when={props.poll.options.length < sharedLimits.pollOptions}>
          <Button onClick={add}>{t('more')}</Button>
        </Show>
        <Button kind="quiet" onClick={() => props.onTakeOff()}>
          {t('takeOff')}
        </Button>
      </p>
      <Tick checked={props.poll.multiple} onChange={(multiple) => change({ multiple })}>
        {t('multiple')}
      </Tick>
      <Tick checked={props.poll.hideTotals} onChange={(hideTotals) => change({ hideTotals })}>
        {t('hide')}
      </Tick>
      <Lasts {...props} onChoose={(lasts) => change({ lasts })} />
    </fieldset>
  )
}

function Lasts(props: PollFieldsProps & { onChoose: (seconds: number | undefined) => void }) {
  return (
    <Field label={t('lasts')}>
      {(control) => (
        <select {...control} onChange={(event) => props.onChoose(Number(event.currentTarget.value) || undefined)}>
          <Show when={props.editing}>
            <option value="0" selected={props.poll.lasts === undefined}>
              {t('stays')}
            </option>
          </Show>
          <For each={Object.entries(t('durations'))}>
            {([seconds, words]) => (
              <option value={seconds} selected={props.poll.lasts === Number(seconds)}>
                {words}
              </option>
            )}
          </For>
        </select>
      )}
    </Field>
  )
}
