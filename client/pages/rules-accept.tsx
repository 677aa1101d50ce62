import { Navigate, useNavigate, useSearchParams } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import { loadAbout } from '../features/about/load.ts'
import { AcceptForm } from '../features/rules/accept-form.tsx'
import { NarrowPage } from '../features/shell/narrow.tsx'
import { Waiting } from '../features/shell/waiting.tsx'
import { texts } from '../lib/i18n.ts'
import { safeNext } from '../lib/next.ts'
import { rules } from '../locales/en/rules.ts'
import { session } from '../session/session.ts'
import { toast } from '../ui/toast.tsx'

const t = texts(rules)

/** `/rules/accept`: for a member who has not agreed to the rules in force; leads back by `?next=`. */
export function Page() {
  const about = loadAbout()
  const navigate = useNavigate()
  const [search] = useSearchParams<{ next: string }>()
  // Read once: by the time we go there, the address is already the next page's.
  const next = safeNext(typeof search.next === 'string' ? search.next : undefined, '/home')
  const done = () => {
    toast(t('thanks'))
    navigate(next, { replace: true })
  }
  return (
    <Switch
      fallback={
        <NarrowPage title={about.value() ? t('title') : undefined} out={{ href: '/about', text: t('notFoundHome') }}>
          <Show when={about.value()} fallback={<Waiting label={t('loading')} from={about} />}>
            {(told) => (
              <>
                <div class="stack">
                  <h1>{t('heading', told().ground_rules.length)}</h1>
                  <p class="lede">{t('lede')}</p>
                </div>
                <AcceptForm about={told()} onDone={done} />
              </>
            )}
          </Show>
        </NarrowPage>
      }
    >
      <Match when={session()?.state === 'visitor'}>
        <Navigate href="/login" />
      </Match>
      <Match when={session()?.accepted_rules}>
        <Navigate href={next} />
      </Match>
    </Switch>
  )
}
