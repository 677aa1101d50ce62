import { Navigate, useNavigate, useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { LoginForm } from '../features/sessions/login-form.tsx'
import { NarrowPage } from '../features/shell/narrow.tsx'
import { texts } from '../lib/i18n.ts'
import { safeNext } from '../lib/next.ts'
import { sessions } from '../locales/en/sessions.ts'
import { type Session, session } from '../session/session.ts'

const t = texts(sessions)

/** `/login`, and where `?next=` says afterwards. */
export function Page() {
  const [search] = useSearchParams<{ next: string }>()
  const navigate = useNavigate()
  // Read once: by the time we go there, the address is already the next page's.
  const goal = safeNext(typeof search.next === 'string' ? search.next : undefined, '/home')

  const go = (now: Session) => {
    if (now.state === 'waiting') return navigate('/welcome', { replace: true })
    // The consent page is made by the server, not by this client.
    if (goal.startsWith('/oauth/')) return location.assign(goal)
    navigate(goal, { replace: true })
  }

  return (
    <Show when={session()?.state !== 'member'} fallback={<Navigate href={goal} />}>
      <NarrowPage
        title={t('logIn')}
        out={{ href: '/about', text: t('about') }}
        foot={
          <p>
            {t('newHere')} <a href="/join">{t('readAndJoin')}</a>
          </p>
        }
      >
        <LoginForm onDone={go} />
      </NarrowPage>
    </Show>
  )
}
