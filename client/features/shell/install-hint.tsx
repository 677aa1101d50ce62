import { createSignal, Show } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { install } from '../../locales/en/install.ts'
import { Button } from '../../ui/button.tsx'
import { Slip } from '../../ui/slip.tsx'
import { canAsk, forgetHint, installNow, usefulAt } from './installing.ts'

const t = texts(install)

/** After the first post, once: that this can stand among one's apps, and how. */
export function InstallHint() {
  const [gone, setGone] = createSignal(false)
  const away = () => {
    forgetHint()
    setGone(true)
  }
  const go = async () => {
    away()
    await installNow()
  }
  return (
    <Show when={usefulAt() && !gone()}>
      <Slip tone="info">
        <p>
          <b>{t('title')}</b> {canAsk() ? t('text') : t('textApple')}
        </p>
        <p class="row">
          <Show when={canAsk()}>
            <Button onClick={go}>{t('yes')}</Button>
          </Show>
          <Button kind="quiet" onClick={away}>
            {canAsk() ? t('no') : t('understood')}
          </Button>
        </p>
      </Slip>
    </Show>
  )
}
