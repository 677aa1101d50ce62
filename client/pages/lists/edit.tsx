import { useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { EditList } from '../../features/lists/edit-list.tsx'
import { ownList } from '../../features/lists/lists.ts'
import { Main } from '../../features/shell/main.tsx'
import { Waiting } from '../../features/shell/waiting.tsx'
import { Beside } from '../../features/timelines/beside.tsx'
import { texts } from '../../lib/i18n.ts'
import { lists } from '../../locales/en/lists.ts'
import { ButtonLink } from '../../ui/button.tsx'

const t = texts(lists)

/** `/lists/:id/edit`: what a list is, and who is in it. */
export function Page() {
  const params = useParams<{ id: string }>()
  const list = ownList(() => params.id)
  return (
    <>
      <Main title={list.value() || list.error() ? t('edit') : undefined}>
        <Show when={list.value()} fallback={<Waiting label={t('loading')} from={list} />}>
          {(one) => (
            <>
              <p>
                <ButtonLink kind="quiet" href={`/lists/${one().id}`}>
                  {t('read')}
                </ButtonLink>
              </p>
              <EditList list={one()} />
            </>
          )}
        </Show>
      </Main>
      <Beside />
    </>
  )
}
