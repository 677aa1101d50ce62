import { createSignal } from 'solid-js'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { reasonOf } from '../../lib/reason.ts'
import { lists } from '../../locales/en/lists.ts'
import { session, setSession } from '../../session/session.ts'
import { Tick } from '../../ui/field.tsx'
import { toast } from '../../ui/toast.tsx'
import style from '../lists/own-lists.module.css'

const t = texts(lists)

const put = (plays: boolean) => setSession((known) => known && { ...known, autoplay_gifs: plays })

/** Whether pictures and emoji that move do so by themselves, on every device of the member. */
export function PlayingPart() {
  const [busy, setBusy] = createSignal(false)
  const choose = async (plays: boolean) => {
    setBusy(true)
    put(plays)
    try {
      await send('PUT', '/api/community/v1/preferences', { autoplay_gifs: plays })
    } catch (error) {
      put(!plays)
      toast(`${t('playingNotKept')} ${reasonOf(error)}`)
    } finally {
      setBusy(false)
    }
  }
  return (
    <section class={`${style.part} stack`} aria-labelledby="h-playing">
      <h2 id="h-playing">{t('playing')}</h2>
      <Tick checked={session()?.autoplay_gifs ?? false} disabled={busy()} onChange={choose} hint={t('playsHint')}>
        {t('plays')}
      </Tick>
    </section>
  )
}
