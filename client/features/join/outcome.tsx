import { useNavigate } from '@solidjs/router'
import { Match, Switch } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { join } from '../../locales/en/join.ts'
import { isMember } from '../../session/session.ts'
import { ArrivalHeading } from '../../ui/arrival.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { firstPage } from './first-page.ts'

const t = texts(join)

/** The end of joining: in, waiting for the collective, or refused. */
export function Outcome(props: { step: 'joined' | 'waiting' | 'refused'; username: string }) {
  const navigate = useNavigate()
  return (
    <div class="stack">
      <Switch>
        <Match when={props.step === 'joined'}>
          <ArrivalHeading>{t('confirmedTitle', props.username)}</ArrivalHeading>
          <p class="lede">{isMember() ? t('confirmed') : t('confirmedLogIn')}</p>
          <p class="row">
            <Button kind="main" onClick={() => navigate(isMember() ? firstPage() : '/login')}>
              {isMember() ? t('goIn') : t('logIn')}
            </Button>
          </p>
        </Match>
        <Match when={props.step === 'waiting'}>
          <ArrivalHeading>{t('waitingTitle')}</ArrivalHeading>
          <p class="lede">{t('waiting')}</p>
          <p class="row">
            <ButtonLink kind="main" href="/welcome">
              {t('howItStands')}
            </ButtonLink>
            <ButtonLink href="/local">{t('readAlong')}</ButtonLink>
          </p>
        </Match>
        <Match when={props.step === 'refused'}>
          <ArrivalHeading>{t('refusedTitle')}</ArrivalHeading>
          <p class="lede">{t('refused')}</p>
          <p class="row">
            <ButtonLink href="/local">{t('readAlong')}</ButtonLink>
          </p>
        </Match>
      </Switch>
    </div>
  )
}
