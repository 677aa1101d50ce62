import { createEffect, createSignal, on, onCleanup, Show } from 'solid-js'
import { reachable } from '../../api/reach.ts'
import { texts } from '../../lib/i18n.ts'
import { loadAnew, outdated } from '../../lib/patiently.ts'
import { shell } from '../../locales/en/shell.ts'
import { sessionEnded } from '../../session/session.ts'
import { Button } from '../../ui/button.tsx'
import { Slip } from '../../ui/slip.tsx'
import { toast } from '../../ui/toast.tsx'
import style from './standing.module.css'

const t = texts(shell)

/** What holds for the whole page, at its top: a lost server, an old page, a session that has ended. */
export function Standing() {
  const [online, setOnline] = createSignal(navigator.onLine)
  const look = () => setOnline(navigator.onLine)
  window.addEventListener('online', look)
  window.addEventListener('offline', look)
  onCleanup(() => {
    window.removeEventListener('online', look)
    window.removeEventListener('offline', look)
  })

  createEffect(
    on(
      reachable,
      (now) => {
        if (now) toast(t('back'))
      },
      { defer: true },
    ),
  )

  return (
    <div id="standing" class={style.standing} role="status">
      <Show when={!reachable() || !online()}>
        <Slip tone="warn">
          <p>
            <b>{online() ? t('lostTitle') : t('offlineTitle')}</b> {online() ? t('lost') : t('offline')}
          </p>
        </Slip>
      </Show>
      <Show when={outdated()}>
        <Slip tone="info">
          <p>{t('outdated')}</p>
          <Button onClick={loadAnew}>{t('reload')}</Button>
        </Slip>
      </Show>
      <Show when={sessionEnded()}>
        <Slip tone="info">
          <p>
            <b>{t('endedTitle')}</b> {t('ended')} <a href="/login">{t('endedLogIn')}</a>
          </p>
        </Slip>
      </Show>
    </div>
  )
}
