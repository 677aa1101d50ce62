import { createSignal, For } from 'solid-js'
import type { Comfort } from '../../../shared/comfort.ts'
import { texts } from '../../lib/i18n.ts'
import { comfort } from '../../locales/en/comfort.ts'
import { Choices, Tick } from '../../ui/field.tsx'
import { chooseComfort, chosenComfort } from './comfort.ts'
import style from './part.module.css'

const t = texts(comfort)

/** Text size, contrast, movement and colours, as this browser alone has them. */
export function ComfortPart() {
  return (
    <section class={`${style.part} stack`} aria-labelledby="h-comfort">
      <h2 id="h-comfort">{t('title')}</h2>
      <p class="hint">{t('hint')}</p>
      <OneOf which="text" legend={t('text')} words={t('textChoices')} />
      <OneOf which="contrast" legend={t('contrast')} words={t('contrastChoices')} />
      <OneOf which="motion" legend={t('motion')} words={t('motionChoices')} />
      <OneOf which="colours" legend={t('colours')} words={t('coloursChoices')} />
    </section>
  )
}

function OneOf(props: { which: Comfort; legend: string; words: Readonly<Record<string, string>> }) {
  const { which } = props
  const [chosen, setChosen] = createSignal(chosenComfort(which))
  const choose = (value: string) => {
    chooseComfort(which, value)
    setChosen(value)
  }
  return (
    <Choices legend={props.legend}>
      <For each={Object.keys(props.words)}>
        {(value) => (
          <Tick type="radio" name={`comfort-${which}`} checked={chosen() === value} onChange={() => choose(value)}>
            {props.words[value]}
          </Tick>
        )}
      </For>
    </Choices>
  )
}
