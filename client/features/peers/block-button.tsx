import { createSignal } from 'solid-js'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { submitting } from '../../lib/submit.ts'
import { peers } from '../../locales/en/peers.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { toast } from '../../ui/toast.tsx'
import { Failed } from '../shell/failed.tsx'

const t = texts(peers)

/** Blocks a server for oneself, after asking. */
export function BlockServer(props: { domain: string }) {
  const [asking, setAsking] = createSignal(false)
  const blocking = submitting(async () => {
    await send('POST', '/api/v1/domain_blocks', { domain: props.domain })
    setAsking(false)
    toast(t('blockedMine'))
  })
  return (
    <p class="row">
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {t('blockMine')}
      </Button>
      <ConfirmDialog
        open={asking()}
        title={t('blockAsk', props.domain)}
        yes={t('blockYes')}
        no={t('no')}
        busy={blocking.busy()}
        onYes={() => blocking.run()}
        onClose={() => setAsking(false)}
      >
        <p>{t('blockText')}</p>
        <Failed error={blocking.error()} what={t('notDone')} />
      </ConfirmDialog>
    </p>
  )
}
