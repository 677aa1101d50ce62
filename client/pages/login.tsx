import { Navigate, useNavigate, useSearchParams } from '@solidjs/router'
import { Match, Switch } from 'solid-js'
import { LoginForm } from '../features/sessions/login-form.tsx'
import { NarrowPage } from '../features/shell/narrow.tsx'
import { texts } from '../lib/i18n.ts'
import { safeNext } from '../lib/next.ts'
import { sessions } from '../locales/en/sessions.ts'
import { type Session, session, setSession } from '../session/session.ts'
import { ArrivalHeading } from '../ui/arrival.tsx'
import { Button } from '../ui/button.tsx'

const t = texts(sessions)

/** `/login`, and where `?next=` says afterwards. */
export function Page() {
  const [search] = useSearchParams<{ next: string }>()
  const navigate = useNavigate()
  // Read once: by the time we go there, the address is already the next page's.
  const goal = safeNext(typeof search.next === 'string' ? search.next : undefined, '/home')

  const go = (now: Session) => {
    if (now.came_back) return
    goOn(now)
  }
  const goOn = (now: Session | undefined) => {
    if (now?.state === 'waiting') return navigate('/welcome', { replace: true })
    // The consent page is made by the server, not by this client.
    if (goal.startsWith('/oauth/')) return location.assign(goal)
    navigate(goal, { replace: true })
  }

  return (
    <Switch fallback={<Entry onDone={go} />}>
      <Match when={session()?.came_back}>
        {/* said once: whoever comes by later is led on */}
        <CameBack
          onDone={() => {
            const now = session()
            goOn(now)
            setSession(now && { ...now, came_back: undefined })
          }}
        />
      </Match>
      <Match when={session()?.state === 'member'}>
        <Navigate href={goal} />
      </Match>
    </Switch>
  )
}

function Entry(props: { onDone: (now: Session) => void }) {
  return (
    <NarrowPage
      title={t('logIn')}
      out={{ href: '/about', text: t('about') }}
      foot={
        <p>
          {t('newHere')} <a href="/join">{t('readAndJoin')}</a>
        </p>
      }
    >
      <LoginForm onDone={props.onDone} />
    </NarrowPage>
  )
}

/** Whoever had begun to leave is told that they stay, before anything else. */
function CameBack(props: { onDone: () => void }) {
  return (
    <NarrowPage title={t('cameBack')}>
      <ArrivalHeading>{t('cameBack')}</ArrivalHeading>
      <p>{t('cameBackText')}</p>
      <p>{t('cameBackElse')}</p>
      <p>
        <Button kind="main" onClick={() => props.onDone()}>
          {t('goOn')}
        </Button>
      </p>
    </NarrowPage>
  )
}
