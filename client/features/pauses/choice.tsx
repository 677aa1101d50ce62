import { createUniqueId, For } from 'solid-js'
import { Tick } from '../../ui/field.tsx'
import style from './pauses.module.css'

interface ChoiceProps<T> {
  label: string
  options: readonly { value: T; text: string; hint?: string }[]
  value: T
  onChoose: (value: T) => void
}

/** One of several, each in words. */
export function Choice<T>(props: ChoiceProps<T>) {
  const name = createUniqueId()
  return (
    <fieldset class={style.choice}>
      <legend class={style.legend}>{props.label}</legend>
      <For each={props.options}>
        {(option) => (
          <Tick
            type="radio"
            name={name}
            checked={props.value === option.value}
            hint={option.hint}
            onChange={() => props.onChoose(option.value)}
          >
            {option.text}
          </Tick>
        )}
      </For>
    </fieldset>
  )
}
