import { useNavigate } from '@solidjs/router'
import { createSignal } from 'solid-js'
import { posts } from '../../../shared/locales/en/posts.ts'
import { texts } from '../../lib/i18n.ts'
import { reasonOf } from '../../lib/reason.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { toast } from '../../ui/toast.tsx'
import { redraft } from '../composer/redraft.ts'

const t = texts(posts)

/** Asks before a post is taken down to be written anew, and leads to the box with all of it. */
export function RedraftQuestion(props: { statusId: string | undefined; onClose: () => void }) {
  const navigate = useNavigate()
  const [busy, setBusy] = createSignal(false)
  const takeDown = async (id: string) => {
    setBusy(true)
    try {
      await redraft(id)
      props.onClose()
      navigate(`/write?again=${id}`)
    } catch (error) {
      toast(`${t('notRedrafted')} ${reasonOf(error)}`)
      props.onClose()
    } finally {
      setBusy(false)
    }
  }
  return (
    <ConfirmDialog
      open={props.statusId !== undefined}
      title={t('redraftTitle')}
      yes={t('redraftYes')}
      no={t('deleteNo')}
      busy={busy()}
      onYes={() => props.statusId && takeDown(props.statusId)}
      onClose={() => props.onClose()}
    >
      <p>{t('redraftText')}</p>
    </ConfirmDialog>
  )
}
