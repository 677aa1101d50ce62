import { Show } from 'solid-js'
import { Entries } from '../features/announcements/entry.tsx'
import { announced } from '../features/announcements/list.ts'
import { Main } from '../features/shell/main.tsx'
import { Waiting } from '../features/shell/waiting.tsx'
import { texts } from '../lib/i18n.ts'
import { announcements } from '../locales/en/announcements.ts'
import { Empty } from '../ui/empty.tsx'

const t = texts(announcements)

/** `/announcements`: what is announced now, also what one put away. */
export function Page() {
  const list = announced()
  return (
    <Main title={t('title')}>
      <p>{t('lede')}</p>
      <Show when={list.items()} fallback={<Waiting label={t('loading')} from={list} />}>
        {(items) => (
          <Entries
            of={items()}
            list={list}
            fallback={
              <Empty title={t('none')}>
                <p>{t('noneText')}</p>
              </Empty>
            }
          />
        )}
      </Show>
    </Main>
  )
}
