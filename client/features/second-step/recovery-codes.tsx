import { createSignal, For } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { secondStep } from '../../locales/en/second-step.ts'
import { Button } from '../../ui/button.tsx'
import { Tick } from '../../ui/field.tsx'
import { Slip } from '../../ui/slip.tsx'
import style from './second-step.module.css'

const t = texts(secondStep)

/** The recovery codes, this once: they are gone when this is closed, so it asks whether they were kept. */
export function RecoveryCodesShown(props: { codes: readonly string[]; onClose: () => void }) {
  const [kept, setKept] = createSignal(false)
  return (
    <div class="stack">
      <Slip tone="here">
        <p>
          <b>{t('recoveryTitle')}</b> {t('recoveryText')}
        </p>
      </Slip>
      <ul class={style.codes} aria-label={t('recoveryList')}>
        <For each={props.codes}>
          {(code) => (
            <li>
              <code>{code}</code>
            </li>
          )}
        </For>
      </ul>
      <Tick checked={kept()} onChange={setKept}>
        {t('recoveryKept')}
      </Tick>
      <p>
        <Button kind="main" why={kept() ? undefined : t('recoveryFirst')} onClick={() => props.onClose()}>
          {t('ready')}
        </Button>
      </p>
    </div>
  )
}
