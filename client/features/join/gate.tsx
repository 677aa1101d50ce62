import { type JSX, Match, Show, Switch } from 'solid-js'
import type { About } from '../../../shared/api/about.ts'
import { texts } from '../../lib/i18n.ts'
import { join } from '../../locales/en/join.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { draft } from './draft.ts'
import { checkedInvite, InviteForm, InviteSlip } from './invite.tsx'

const t = texts(join)

/** Lets in who may join: everybody, those who are invited, or nobody, and says calmly which. */
export function JoinGate(props: { about: About; children: JSX.Element }) {
  const invite = checkedInvite()
  const mode = () => props.about.registrations.mode
  return (
    <Switch fallback={props.children}>
      <Match when={mode() === 'closed'}>
        <div class="stack">
          <h1>{t('closedTitle')}</h1>
          <p class="lede">{t('closed')}</p>
          <p class="row">
            <ButtonLink href="/local">{t('readAlong')}</ButtonLink>
          </p>
        </div>
      </Match>
      <Match when={mode() === 'invite' && draft.invite !== '' && invite.loading()}>
        <Skeleton label={t('loading')} />
      </Match>
      <Match when={mode() === 'invite' && !invite.value()?.valid}>
        <div class="stack">
          <h1>{t('inviteTitle')}</h1>
          <Show when={props.about.registrations.wave}>
            <p>{t('wave')}</p>
          </Show>
          <p class="lede">{t('invite')}</p>
          <Show when={invite.value()}>{(check) => <InviteSlip check={check()} needed />}</Show>
          <InviteForm />
        </div>
      </Match>
      <Match when={invite.value()}>
        {(check) => (
          <>
            <InviteSlip check={check()} needed={false} />
            {props.children}
          </>
        )}
      </Match>
    </Switch>
  )
}
