import { createSignal, Show } from 'solid-js'
import type { MediationDesk, MediatorProfile } from '../../../../shared/api/mediation-team.ts'
import { texts } from '../../../lib/i18n.ts'
import { submitting } from '../../../lib/submit.ts'
import { desk as words } from '../../../locales/en/mediation-desk.ts'
import { Button } from '../../../ui/button.tsx'
import { Slip } from '../../../ui/slip.tsx'
import { toast } from '../../../ui/toast.tsx'
import { Failed } from '../../shell/failed.tsx'
import { Day } from '../due.tsx'
import { Lines } from '../lines.tsx'
import style from '../lists.module.css'
import { AfterHardCase } from './debrief.tsx'
import { ProfileForm } from './profile-form.tsx'
import { saveProfile } from './save-profile.ts'

const t = texts(words)

/** The mediator's desk: what is asked of one, what one has, how much that is. */
export function Desk(props: { desk: MediationDesk; reload: () => void }) {
  const [editing, setEditing] = createSignal(false)
  const profile = () => props.desk.profile
  const away = submitting(async () => {
    await saveProfile({ ...profile(), away: !profile().away })
    toast(profile().away ? t('isBack') : t('isAway'))
    props.reload()
  })
  const saved = () => {
    setEditing(false)
    toast(t('saved'))
    props.reload()
  }
  return (
    <>
      <Show when={props.desk.cooling_off_until}>
        {(until) => (
          <Slip tone="info">
            <p>
              <b>{t('cooling')}</b> {t('coolingText')} <Day at={until()} />.
            </p>
          </Slip>
        )}
      </Show>
      <section class={`${style.part} stack-s`} aria-labelledby="h-offers">
        <h2 id="h-offers">{t('offers')}</h2>
        <Show when={props.desk.offers.length > 0} fallback={<p class="hint">{t('noOffers')}</p>}>
          <Lines lines={props.desk.offers} label={t('offers')} />
        </Show>
      </section>
      <section class={`${style.part} stack-s`} aria-labelledby="h-cases">
        <h2 id="h-cases">{t('cases')}</h2>
        <p>{t('load', props.desk.load.open, props.desk.load.max)}</p>
        <Show when={props.desk.cases.length > 0} fallback={<p class="hint">{t('noCases')}</p>}>
          <Lines lines={props.desk.cases} label={t('cases')} />
        </Show>
        <p class="hint">{t('handOver')}</p>
      </section>
      <AfterHardCase desk={props.desk} reload={props.reload} />
      <section class={`${style.part} stack`} aria-labelledby="h-you">
        <h2 id="h-you">{t('you')}</h2>
        <p>{standing(profile(), props.desk.cooling_off_until !== null)}</p>
        <Failed error={away.error()} what={t('notSaved')} />
        <p class="row">
          <Show when={profile().volunteering}>
            <Button aria-pressed={profile().away} busy={away.busy()} onClick={() => away.run()}>
              {profile().away ? t('comeBack') : t('goAway')}
            </Button>
          </Show>
          <Show when={!editing()}>
            <Button onClick={() => setEditing(true)}>{profile().volunteering ? t('change') : t('volunteer')}</Button>
          </Show>
        </p>
        <Show when={editing()}>
          <ProfileForm profile={profile()} onSaved={saved} onClose={() => setEditing(false)} />
        </Show>
      </section>
    </>
  )
}

function standing({ volunteering, away }: MediatorProfile, isResting: boolean): string {
  if (!volunteering) return t('notYet')
  if (isResting && !away) return t('restsNow')
  return away ? t('awayNow') : t('thereNow')
}
