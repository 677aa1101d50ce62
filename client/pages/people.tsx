import { useSearchParams } from '@solidjs/router'
import { Match, onMount, Switch } from 'solid-js'
import { Applications } from '../features/people/applications.tsx'
import { ByHand } from '../features/people/by-hand.tsx'
import { Invites } from '../features/people/invites.tsx'
import { Members } from '../features/people/members.tsx'
import { Wave } from '../features/people/wave.tsx'
import { Context, Main } from '../features/shell/main.tsx'
import { texts } from '../lib/i18n.ts'
import { people } from '../locales/en/people.ts'
import { loadSession, session } from '../session/session.ts'
import { TabButtons } from '../ui/tabs.tsx'

const t = texts(people)

const TABS = ['applications', 'by_hand', 'members', 'invites'] as const
type Tab = (typeof TABS)[number]

/** `/people`: who applies, who asks to be confirmed by hand, who is here, and the ways in. */
export function Page() {
  const [search, setSearch] = useSearchParams<{ show: string }>()
  onMount(() => loadSession().catch(() => undefined))
  const waiting = (tab: Tab) => (tab === 'applications' || tab === 'by_hand' ? session()?.waiting?.[tab] : undefined)
  // what nobody chose is where somebody waits
  const start = (): Tab => (!waiting('applications') && waiting('by_hand') ? 'by_hand' : 'applications')
  const tab = (): Tab => TABS.find((one) => one === search.show) ?? start()
  return (
    <>
      <Main title={t('title')}>
        <Wave />
        <TabButtons
          label={t('show')}
          items={TABS.map((value) => ({
            value,
            text: t('tabs')[value],
            count: { n: waiting(value) ?? 0, what: t('waiting') },
          }))}
          value={tab()}
          onChoose={(show) => setSearch({ show })}
        />
        <Switch>
          <Match when={tab() === 'applications'}>
            <Applications />
          </Match>
          <Match when={tab() === 'by_hand'}>
            <ByHand />
          </Match>
          <Match when={tab() === 'members'}>
            <Members />
          </Match>
          <Match when={tab() === 'invites'}>
            <Invites />
          </Match>
        </Switch>
      </Main>
      <Context label={t('codesTitle')}>
        <section>
          <h2>{t('dutyTitle')}</h2>
          <p>{t('duty')}</p>
        </section>
        <section>
          <h2>{t('codesTitle')}</h2>
          <p>{t('codes')}</p>
        </section>
      </Context>
    </>
  )
}
