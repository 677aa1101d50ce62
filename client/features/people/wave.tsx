import { Show } from 'solid-js'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { submitting } from '../../lib/submit.ts'
import { people } from '../../locales/en/people.ts'
import { Button } from '../../ui/button.tsx'
import { Slip } from '../../ui/slip.tsx'
import { toast } from '../../ui/toast.tsx'
import { loadAbout } from '../about/load.ts'
import { Failed } from '../shell/failed.tsx'

const t = texts(people)

/** That many people came at once and it is by invite only since then, and the way to end that. */
export function Wave() {
  const about = loadAbout()
  const end = submitting(async () => {
    await send('POST', '/api/community/v1/admin/join-wave/end')
    about.reload()
    toast(t('waveEnded'))
  })
  return (
    <Show when={about.value()?.registrations.wave}>
      <Slip tone="warn">
        <h2>{t('waveTitle')}</h2>
        <p>{t('wave')}</p>
        <Failed error={end.error()} what={t('notDone')} />
        <p class="row">
          <Button busy={end.busy()} onClick={() => end.run()}>
            {t('waveEnd')}
          </Button>
        </p>
      </Slip>
    </Show>
  )
}
