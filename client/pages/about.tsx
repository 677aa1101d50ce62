import { Show } from 'solid-js'
import { about as words } from '../../shared/locales/en/about.ts'
import style from '../features/about/about.module.css'
import { loadAbout } from '../features/about/load.ts'
import { Mast } from '../features/about/mast.tsx'
import { Numbers } from '../features/about/numbers.tsx'
import { GroundRules, Guidelines, Hosting, Lately, WhoRuns } from '../features/about/sections.tsx'
import { Closing, Hero } from '../features/about/welcome.tsx'
import { Alerts } from '../features/panic/alerts.tsx'
import plate from '../features/shell/nameplate.module.css'
import { SkipLink } from '../features/shell/skip-link.tsx'
import { Waiting } from '../features/shell/waiting.tsx'
import { texts } from '../lib/i18n.ts'
import { usePage } from '../lib/page.ts'
import { isMember, session } from '../session/session.ts'
import { Slip } from '../ui/slip.tsx'

const t = texts(words)

/** `/about`: what this community is, its numbers, rules and people. Also what a visitor sees at `/`. */
export function Page() {
  const about = loadAbout()
  usePage(() => (about.value() ? t('title') : undefined))
  return (
    <Show
      when={about.value()}
      fallback={
        <main id="main" class="page" tabindex="-1">
          <Waiting label={t('loading')} from={about} />
        </main>
      }
    >
      {(told) => (
        <>
          <SkipLink />
          <Mast name={told().name} mode={told().registrations.mode} />
          <main id="main" class="page" tabindex="-1">
            <Alerts />
            <Show when={session()?.setup_needed}>
              <div class={style.setup}>
                <Slip tone="here">
                  <p>
                    <b>{t('setupTitle')}</b> {t('setup')}
                  </p>
                </Slip>
              </div>
            </Show>
            <Hero about={told()} />
            <Numbers about={told()} />
            <GroundRules about={told()} />
            <Guidelines about={told()} />
            <Show when={told().recent.length > 0}>
              <Lately about={told()} />
            </Show>
            <WhoRuns about={told()} />
            <Show when={told().hosting}>{(hosting) => <Hosting hosting={hosting()} />}</Show>
          </main>
          <Show when={!isMember()}>
            <Closing about={told()} />
          </Show>
          <footer class={`page ${plate.foot}`}>
            {t('foot')} <a href="/takedown">{t('takedown')}</a>
          </footer>
        </>
      )}
    </Show>
  )
}
