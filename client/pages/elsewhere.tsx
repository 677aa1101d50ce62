import { useSearchParams } from '@solidjs/router'
import { createEffect, createSignal, Show } from 'solid-js'
import type { Guest } from '../../shared/api/elsewhere.ts'
import { read, send } from '../api/http.ts'
import { SignInForm } from '../features/elsewhere/sign-in-form.tsx'
import { NarrowPage } from '../features/shell/narrow.tsx'
import { texts } from '../lib/i18n.ts'
import { comingAndGoing } from '../locales/en/coming-and-going.ts'
import { ArrivalHeading } from '../ui/arrival.tsx'
import { Button } from '../ui/button.tsx'
import { Slip } from '../ui/slip.tsx'
import { toast } from '../ui/toast.tsx'

const t = texts(comingAndGoing)
const PATH = '/api/community/v1/elsewhere/guest'

const PROBLEMS = ['expired', 'denied', 'refused', 'unknown'] as const

/** `/elsewhere`: people of other servers, who their own server says they are. */
export function Page() {
  const [search] = useSearchParams<{ problem: string }>()
  const [guest, setGuest] = createSignal<Guest | null>()
  createEffect(() => {
    read<Guest>(PATH).then(setGuest, () => setGuest(null))
  })
  const problem = () => PROBLEMS.find((one) => one === search.problem)
  const leave = async () => {
    await send('DELETE', PATH)
    setGuest(null)
    toast(t('left'))
  }
  return (
    <NarrowPage title={t('guestTitle')} out={{ href: '/about', text: t('out') }}>
      <Show when={guest() !== undefined} fallback={<p>{t('loading')}</p>}>
        <Show
          when={guest()}
          fallback={
            <div class="stack">
              <ArrivalHeading>{t('guestTitle')}</ArrivalHeading>
              <p class="lede">{t('guestLede')}</p>
              <Show when={problem()}>
                {(why) => (
                  <Slip tone="warn" role="status">
                    <p>{t('problem')[why()]}</p>
                  </Slip>
                )}
              </Show>
              <SignInForm purpose="visit" yes={t('signIn')} />
            </div>
          }
        >
          {(who) => (
            <div class="stack">
              <ArrivalHeading>{t('youAre', who().acct)}</ArrivalHeading>
              <p>{t('guestText')}</p>
              <p class="row">
                <Button onClick={() => leave().catch(() => toast(t('notDone')))}>{t('leave')}</Button>
              </p>
            </div>
          )}
        </Show>
      </Show>
    </NarrowPage>
  )
}
