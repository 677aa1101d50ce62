import { useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'
import { Composer } from '../features/composer/composer.tsx'
import { startOfPost } from '../features/composer/start.ts'
import { Main } from '../features/shell/main.tsx'
import { Beside } from '../features/timelines/beside.tsx'
import { texts } from '../lib/i18n.ts'
import { composer } from '../locales/en/composer.ts'
import { timelines } from '../locales/en/timelines.ts'
import { session } from '../session/session.ts'

const t = texts(timelines)
const c = texts(composer)

/** `/write`: only the box to write in, as on a phone. It holds the same draft as the box on home. */
export function Page() {
  const navigate = useNavigate()
  return (
    <>
      <Main title={t('writeTitle')}>
        <Show when={session()?.account}>
          {(account) => (
            <Composer
              accountId={account().id}
              context="new"
              start={startOfPost(account())}
              label={c('write')}
              textLabel={c('text')}
              placeholder={c('text')}
              focus
              onPosted={() => navigate('/home')}
            />
          )}
        </Show>
      </Main>
      <Beside />
    </>
  )
}
