import { For, Show } from 'solid-js'
import type { MediationInvitation, MediationLine } from '../../../shared/api/mediation.ts'
import { read } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { mediation } from '../../locales/en/mediation.ts'
import { Empty } from '../../ui/empty.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { Day } from './due.tsx'
import { Lines } from './lines.tsx'
import style from './lists.module.css'
import { OwnComplaints } from './own-complaints.tsx'
import { invitationHref, MEDIATIONS } from './paths.ts'

const t = texts(mediation)

interface Own {
  cases: readonly MediationLine[]
  invitations: readonly MediationInvitation[]
}

async function readOwn(signal: AbortSignal): Promise<Own> {
  const [cases, invitations] = await Promise.all([
    read<MediationLine[]>(MEDIATIONS, { signal }),
    read<MediationInvitation[]>(`${MEDIATIONS}/invitations`, { signal }),
  ])
  return { cases, invitations }
}

/** Everything in which one has a part: invitations first, then cases. */
export function OwnCases() {
  const own = loaded(
    () => undefined,
    (_, signal) => readOwn(signal),
  )
  return (
    <Show when={own.value()} fallback={<Waiting label={t('loading')} from={own} />}>
      {(all) => (
        <>
          <Show when={all().invitations.length > 0}>
            <section class="stack-s" aria-labelledby="h-invitations">
              <h2 id="h-invitations">{t('invitations')}</h2>
              <Invitations invitations={all().invitations} />
            </section>
          </Show>
          <Show when={all().cases.length > 0}>
            <section class="stack-s" aria-labelledby="h-cases">
              <h2 id="h-cases">{t('cases')}</h2>
              <Lines lines={all().cases} label={t('cases')} />
            </section>
          </Show>
          <OwnComplaints />
          <Show when={all().cases.length + all().invitations.length === 0}>
            <Empty title={t('empty')}>
              <p>{t('emptyText')}</p>
              <p>
                <a href="/help/disagreements">{t('howItWorks')}</a>
              </p>
            </Empty>
          </Show>
        </>
      )}
    </Show>
  )
}

function Invitations(props: { invitations: readonly MediationInvitation[] }) {
  return (
    <ul class={style.list} aria-label={t('invitations')}>
      <For each={props.invitations}>
        {(invitation) => (
          <li data-waits="">
            <p>{t('invitationLine')}</p>
            <p>
              <a class={style.name} href={invitationHref(invitation.id)}>
                {t('openInvitation')}
              </a>{' '}
              <span class="hint">
                {t('by')} <Day at={invitation.due_at} />.
              </span>
            </p>
          </li>
        )}
      </For>
    </ul>
  )
}
