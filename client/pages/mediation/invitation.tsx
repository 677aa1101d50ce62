import { useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import type { MediationInvitation } from '../../../shared/api/mediation.ts'
import { read } from '../../api/http.ts'
import { Next } from '../../features/mediation/due.tsx'
import { Frame } from '../../features/mediation/frame.tsx'
import { Invitation } from '../../features/mediation/invitation/invitation.tsx'
import { isGone } from '../../features/mediation/open-case.ts'
import { MEDIATIONS } from '../../features/mediation/paths.ts'
import { Waiting } from '../../features/shell/waiting.tsx'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { mediation } from '../../locales/en/mediation.ts'
import { invitation } from '../../locales/en/mediation-invitation.ts'

const t = texts(invitation)

/** `/mediation/invitations/:id`: somebody asked a mediator, and one may say no. */
export function Page() {
  const params = useParams<{ id: string }>()
  const asked = loaded(
    () => params.id,
    (id, signal) => read<MediationInvitation>(`${MEDIATIONS}/invitations/${id}`, { signal }),
  )
  return (
    <Frame
      title={asked.value() || asked.error() ? mediation.pageTitle : undefined}
      next={<Show when={asked.value()}>{(found) => <Next next={t('next')} due={found().due_at} />}</Show>}
    >
      <div class="narrow stack-l">
        <Show
          when={!isGone(asked.error())}
          fallback={
            <div class="stack">
              <h1>{mediation.goneTitle}</h1>
              <p>{t('gone')}</p>
            </div>
          }
        >
          <Show when={asked.value()} fallback={<Waiting label={t('loading')} from={asked} />}>
            {(found) => <Invitation invitation={found()} reload={asked.reload} />}
          </Show>
        </Show>
      </div>
    </Frame>
  )
}
