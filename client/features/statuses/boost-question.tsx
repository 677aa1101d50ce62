import { createSignal, Show } from 'solid-js'
import { posts } from '../../../shared/locales/en/posts.ts'
import { statusOf } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { nameOf } from '../relations/act.ts'
import style from './boost-question.module.css'
import { toggle } from './deeds.ts'
import { Words } from './words.tsx'

const t = texts(posts)

/** Asks before a boost, and shows what would be passed on. */
export function BoostQuestion(props: { statusId: string | undefined; onClose: () => void }) {
  const [busy, setBusy] = createSignal(false)
  const status = () => statusOf(props.statusId ?? '')
  const boost = async () => {
    const { statusId } = props
    if (statusId === undefined) return
    setBusy(true)
    await toggle(statusId, 'reblog').finally(() => setBusy(false))
    props.onClose()
  }
  return (
    <ConfirmDialog
      open={status() !== undefined}
      title={t('boostTitle', nameOf(status()?.account_id ?? ''))}
      yes={t('boostYes')}
      no={t('boostNo')}
      kind="main"
      busy={busy()}
      onYes={boost}
      onClose={() => props.onClose()}
    >
      <Show when={status()}>
        {(one) => (
          <div class="stack">
            <Show when={one().spoiler_text} fallback={<p>{t('boostText')}</p>}>
              {(line) => (
                <p>
                  {t('boostWarned')} <b dir="auto">{line()}</b>
                </p>
              )}
            </Show>
            <div class={style.glance}>
              <Words html={one().content} named={one()} lang={one().language} />
            </div>
          </div>
        )}
      </Show>
    </ConfirmDialog>
  )
}
