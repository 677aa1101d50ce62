import { createEffect, createSignal, on, Show } from 'solid-js'
import type { Truce } from '../../../shared/api/pauses.ts'
import { sharedLimits } from '../../../shared/limits.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { submitting } from '../../lib/submit.ts'
import { pauses } from '../../locales/en/pauses.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { toast } from '../../ui/toast.tsx'
import { nameOf } from '../relations/act.ts'
import { Failed } from '../shell/failed.tsx'
import { Choice } from './choice.tsx'

const t = texts(pauses)

/** To whom a truce is to be offered; with a post, it can be for its conversation alone. */
export type TruceAsked = { about: 'truce'; accountId: string; statusId: string | undefined }

type Where = 'everywhere' | 'here'

const WHERE: readonly { value: Where; text: string; hint: string }[] = [
  { value: 'everywhere', text: t('everywhere'), hint: t('everywhereHint') },
  { value: 'here', text: t('here'), hint: t('hereHint') },
]

const USUAL = 3

/** Asks where and for how long a truce is to hold, and offers it. */
export function TruceQuestion(props: { asked: TruceAsked | undefined; onClose: () => void }) {
  const [where, setWhere] = createSignal<Where>('everywhere')
  const [days, setDays] = createSignal(USUAL)
  const name = () => nameOf(props.asked?.accountId ?? '')
  const lengths = () =>
    (where() === 'here' ? sharedLimits.lockDays : sharedLimits.truceDays).map((value) => ({
      value: Number(value),
      text: t('days', value),
    }))
  const choose = (next: Where) => {
    setWhere(next)
    if (!lengths().some(({ value }) => value === days())) setDays(USUAL)
  }
  const offer = submitting(async () => {
    if (!props.asked) return
    const { accountId: account_id, statusId: status_id } = props.asked
    const [path, form] = where() === 'here' ? ['thread_locks', { account_id, status_id }] : ['truces', { account_id }]
    await send<Truce>('POST', `/api/community/v1/${path}`, { ...form, days: days() })
    toast(t('offered'))
    props.onClose()
  })
  createEffect(
    on(
      () => props.asked,
      () => {
        setWhere('everywhere')
        setDays(USUAL)
        offer.clear()
      },
    ),
  )
  return (
    <ConfirmDialog
      open={props.asked !== undefined}
      title={t('offerTitle', name())}
      yes={t('offer')}
      no={t('keep')}
      kind="main"
      busy={offer.busy()}
      onYes={() => offer.run()}
      onClose={() => props.onClose()}
    >
      <div class="stack">
        <p>{t('offerText', name())}</p>
        <Show when={props.asked?.statusId}>
          <Choice label={t('where')} options={WHERE} value={where()} onChoose={choose} />
        </Show>
        <Choice label={t('howLong')} options={lengths()} value={days()} onChoose={setDays} />
        <Failed error={offer.error()} what={t('notDone')} />
      </div>
    </ConfirmDialog>
  )
}
