import { For, Show } from 'solid-js'
import type { RuleSetDoc } from '../../../shared/api/rules.ts'
import { rules } from '../../../shared/locales/en/rules.ts'
import { languageName } from '../../../shared/text/language-name.ts'
import { texts } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'

const t = texts(rules)

interface ChoiceProps {
  set: Pick<RuleSetDoc, 'locale' | 'locales'>
  chosen: string
  onChoose: (locale: string) => void
}

/** The languages that a version can be read in, where there is more than one; the original prevails. */
export function LanguageChoice(props: ChoiceProps) {
  return (
    <Show when={props.set.locales.length > 1}>
      <div class="stack-s">
        <fieldset class="row">
          <legend class="hint">{t('language')}</legend>
          <For each={props.set.locales}>
            {(locale) => (
              <Button aria-pressed={props.chosen === locale} onClick={() => props.onChoose(locale)}>
                {languageName(locale)}
              </Button>
            )}
          </For>
        </fieldset>
        <p class="hint">{t('languageNote', languageName(props.set.locale))}</p>
      </div>
    </Show>
  )
}
