import { useSearchParams } from '@solidjs/router'
import { Match, Switch } from 'solid-js'
import { Collections } from '../features/collections/collections.tsx'
import { ListedPeople } from '../features/directory/listed-people.tsx'
import { SuggestedPeople } from '../features/directory/suggested-people.tsx'
import { Main } from '../features/shell/main.tsx'
import { Asked } from '../features/statuses/asked.tsx'
import { Beside } from '../features/timelines/beside.tsx'
import { texts } from '../lib/i18n.ts'
import { directory } from '../locales/en/search.ts'
import { TabButtons } from '../ui/tabs.tsx'

const t = texts(directory)

const WAYS = ['suggested', 'active', 'new', 'collections'] as const

/** `/directory`: the people who want to be found, and whom of them one may like to follow. */
export function Page() {
  const [params, setParams] = useSearchParams<{ show: string }>()
  const show = () => WAYS.find((way) => way === params.show) ?? 'active'
  return (
    <>
      <Main title={t('title')}>
        <p class="hint">{t('hint')}</p>
        <TabButtons
          label={t('order')}
          items={WAYS.map((value) => ({ value, text: t(value) }))}
          value={show()}
          onChoose={(now) => setParams({ show: now }, { replace: true })}
        />
        <Switch>
          <Match when={show() === 'suggested'}>
            <SuggestedPeople />
          </Match>
          <Match when={show() === 'active'}>
            <ListedPeople order="active" />
          </Match>
          <Match when={show() === 'new'}>
            <ListedPeople order="new" />
          </Match>
          <Match when={show() === 'collections'}>
            <Collections />
          </Match>
        </Switch>
        <Asked />
      </Main>
      <Beside />
    </>
  )
}
