import { For } from 'solid-js'
import { languageName } from '../../../shared/text/language-name.ts'
import { texts } from '../../lib/i18n.ts'
import { mediation } from '../../locales/en/mediation.ts'
import { session } from '../../session/session.ts'
import { Choices, Field, Tick } from '../../ui/field.tsx'
import { languages } from '../composer/languages.ts'

const t = texts(mediation)

interface LanguagesProps {
  chosen: readonly string[]
  error?: string | undefined
  onChange: (codes: readonly string[]) => void
}

/** The languages one can argue in: one's own first, others from a list. */
export function LanguagesField(props: LanguagesProps) {
  const own = () => [session()?.account?.source.language, ...navigator.languages, 'en'].map((tag) => tag?.split('-')[0])
  const all = () => languages([session()?.account?.source.language, 'en'])
  const shown = () => [...new Set([...own().filter((code) => code !== undefined), ...props.chosen])]
  const toggle = (code: string, on: boolean) =>
    props.onChange(on ? [...props.chosen, code] : props.chosen.filter((one) => one !== code))
  const others = () => all().filter(({ code }) => !shown().includes(code))
  return (
    <div class="stack-s">
      <Choices legend={t('languages')} hint={props.error}>
        <For each={shown()}>
          {(code) => (
            <Tick
              name="languages"
              value={code}
              checked={props.chosen.includes(code)}
              onChange={(on) => toggle(code, on)}
            >
              <span lang={code}>{languageName(code)}</span>
            </Tick>
          )}
        </For>
      </Choices>
      <Field label={t('addLanguage')}>
        {(control) => (
          <select
            {...control}
            onChange={(event) => {
              const { value } = event.currentTarget
              if (value) toggle(value, true)
              event.currentTarget.value = ''
            }}
          >
            <option value="" />
            <For each={others()}>{({ code, name }) => <option value={code}>{name}</option>}</For>
          </select>
        )}
      </Field>
    </div>
  )
}
