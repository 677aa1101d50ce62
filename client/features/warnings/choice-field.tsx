import { For, type JSX } from 'solid-js'
import { Field } from '../../ui/field.tsx'
import style from './choices.module.css'

interface ChoiceProps<Value extends string> {
  label: string
  hint?: JSX.Element
  value: Value
  options: readonly { value: Value; words: string }[]
  onChoose: (value: Value) => void
}

/** One line of the page: what it is about, and beside it what is done. */
export function ChoiceField<Value extends string>(props: ChoiceProps<Value>) {
  const choose = (words: string) => {
    const found = props.options.find((option) => option.value === words)
    if (found) props.onChoose(found.value)
  }
  return (
    <div class={style.choice}>
      <Field label={props.label} hint={props.hint}>
        {(control) => (
          <select {...control} onChange={(event) => choose(event.currentTarget.value)}>
            <For each={props.options}>
              {(option) => (
                <option value={option.value} selected={option.value === props.value}>
                  {option.words}
                </option>
              )}
            </For>
          </select>
        )}
      </Field>
    </div>
  )
}
