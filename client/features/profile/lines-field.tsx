import { createUniqueId, Index, Show } from 'solid-js'
import { sharedLimits } from '../../../shared/limits.ts'
import { texts } from '../../lib/i18n.ts'
import { profileSettings } from '../../locales/en/profile-settings.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import type { Editing } from './editing.ts'
import style from './lines-field.module.css'

const t = texts(profileSettings)

/** The lines of one's own profile: each says what it is, and what it says. */
export function LinesField(props: { edit: Editing; address: string }) {
  const lines = () => props.edit.typed.lines
  const set = (n: number, part: 'name' | 'value', text: string) => {
    props.edit.setTyped('lines', n, part, text)
    props.edit.setTyped('lines', n, 'verified_at', null)
  }
  const add = () => props.edit.setTyped('lines', lines().length, { name: '', value: '', verified_at: null })
  const remove = (n: number) => props.edit.setTyped('lines', (all) => all.filter((_, at) => at !== n))
  const hint = createUniqueId()
  return (
    <fieldset class={style.lines} aria-describedby={hint}>
      <legend>{t('lines')}</legend>
      <p class="hint" id={hint}>
        {t('linesHint')}
      </p>
      <Index each={lines()}>
        {(line, n) => (
          <div class={style.line}>
            <TextField
              label={t('lineName', n + 1)}
              maxLength={sharedLimits.profileField}
              value={line().name}
              onInput={(text) => set(n, 'name', text)}
              error={props.edit.wrong.line(n)}
              dir="auto"
            />
            <TextField
              label={t('lineValue', n + 1)}
              maxLength={sharedLimits.profileField}
              value={line().value}
              onInput={(text) => set(n, 'value', text)}
              notice={<Show when={line().verified_at}>{(at) => <p class="hint">{t('verified', at())}</p>}</Show>}
              dir="auto"
            />
            <Button kind="quiet" aria-label={t('removeLineN', n + 1)} onClick={() => remove(n)}>
              {t('removeLine')}
            </Button>
          </div>
        )}
      </Index>
      <Show when={props.edit.wrong.lines()}>{(text) => <p class={style.error}>{text()}</p>}</Show>
      <Show when={lines().length < sharedLimits.profileFields}>
        <p>
          <Button onClick={add}>{t('moreLines')}</Button>
        </p>
      </Show>
      <details>
        <summary class={style.verify}>{t('verifyTitle')}</summary>
        <p class="hint">{t('verifyText')}</p>
        <p>
          <code class={style.code}>{`<a rel="me" href="${props.address}">${props.address}</a>`}</code>
        </p>
      </details>
    </fieldset>
  )
}
