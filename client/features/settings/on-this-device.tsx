import { createSignal } from 'solid-js'
import { keepAnswers, keepsAnswers } from '../../api/kept.ts'
import { texts } from '../../lib/i18n.ts'
import { shortcutWords } from '../../locales/en/shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { Tick } from '../../ui/field.tsx'
import { setListed } from '../shortcuts/listen.ts'
import { on, switchShortcuts } from '../shortcuts/switch.ts'
import style from './part.module.css'

const t = texts(shortcutWords)

/** What this browser alone does: keep what was read for the tunnel, and listen to single keys. */
export function OnThisDevice() {
  const [keeps, setKeeps] = createSignal(keepsAnswers())
  const keep = (yes: boolean) => {
    keepAnswers(yes)
    setKeeps(yes)
  }
  return (
    <section class={`${style.part} stack`} aria-labelledby="h-device">
      <h2 id="h-device">{t('device')}</h2>
      <Tick checked={keeps()} onChange={keep} hint={t('keepHint')}>
        {t('keep')}
      </Tick>
      <Tick checked={on()} onChange={switchShortcuts}>
        {t('on')}
      </Tick>
      <p>
        <Button kind="quiet" onClick={() => setListed(true)}>
          {t('open')}
        </Button>
      </p>
    </section>
  )
}
