import { createSignal } from 'solid-js'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { submitting } from '../../lib/submit.ts'
import { join } from '../../locales/en/join.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Failed } from '../shell/failed.tsx'
import { setBegun } from './draft.ts'

const t = texts(join)

/** Throws the registration away, after asking. */
export function StartOver(props: { onDone: () => void }) {
  const [asking, setAsking] = createSignal(false)
  const leave = submitting(async () => {
    await send('DELETE', '/auth/sign-up')
    setBegun(false)
    setAsking(false)
    props.onDone()
  })
  return (
    <>
      <p class="hang">
        <Button kind="quiet" onClick={() => setAsking(true)}>
          {t('startOver')}
        </Button>
      </p>
      <ConfirmDialog
        open={asking()}
        title={t('startOverTitle')}
        yes={t('startOver')}
        no={t('startOverNo')}
        busy={leave.busy()}
        onYes={() => leave.run()}
        onClose={() => setAsking(false)}
      >
        <p>{t('startOverText')}</p>
        <Failed error={leave.error()} what={t('notDone')} />
      </ConfirmDialog>
    </>
  )
}
