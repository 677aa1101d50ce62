import { useNavigate, useSearchParams } from '@solidjs/router'
import { lazy, Match, Show, Suspense, Switch } from 'solid-js'
import { quotes } from '../../shared/locales/en/quotes.ts'
import { AgainBox } from '../features/composer/again-box.tsx'
import { Composer } from '../features/composer/composer.tsx'
import { unsentAgain } from '../features/composer/drafts.ts'
import { startOfPost } from '../features/composer/start.ts'
import { Main } from '../features/shell/main.tsx'
import { Beside } from '../features/timelines/beside.tsx'
import { texts } from '../lib/i18n.ts'
import { loaded } from '../lib/loaded.ts'
import { patiently } from '../lib/patiently.ts'
import { composer } from '../locales/en/composer.ts'
import { timelines } from '../locales/en/timelines.ts'
import { session } from '../session/session.ts'

const t = texts(timelines)
const c = texts(composer)
const q = texts(quotes)

const QuoteBox = lazy(() =>
  patiently(() => import('../features/quotes/quote-box.tsx')).then((file) => ({ default: file.QuoteBox })),
)

const PrivateBox = lazy(() =>
  patiently(() => import('../features/conversations/private-box.tsx')).then((file) => ({ default: file.PrivateBox })),
)

const idIn = (value: string | string[] | undefined) =>
  typeof value === 'string' && /^\d+$/.test(value) ? value : undefined

/**
 * `/write`: only the box to write in, as on a phone. It holds the same draft as the box on home, or with `?quote=` a
 * post that quotes that one, with `?to=` one for that person alone, or with `?again=` one that was taken down.
 */
export function Page() {
  const navigate = useNavigate()
  const [asked] = useSearchParams<{ quote?: string; again?: string; to?: string }>()
  const home = () => navigate('/home')
  const title = () => (idIn(asked.quote) ? q('write') : idIn(asked.again) ? c('writeAgain') : t('writeTitle'))
  return (
    <>
      <Main title={title()}>
        <Show when={session()?.account}>
          {(account) => (
            <Switch
              fallback={
                <>
                  <Unsent accountId={account().id} />
                  <Composer
                    accountId={account().id}
                    context="new"
                    start={startOfPost(account())}
                    label={c('write')}
                    textLabel={c('text')}
                    placeholder={c('text')}
                    focus
                    onPosted={home}
                  />
                </>
              }
            >
              <Match when={idIn(asked.quote)}>
                {(id) => (
                  <Suspense>
                    <QuoteBox account={account()} quotedId={id()} onPosted={home} />
                  </Suspense>
                )}
              </Match>
              <Match when={idIn(asked.to)}>
                {(id) => (
                  <Suspense>
                    <PrivateBox account={account()} to={id()} onPosted={() => navigate('/conversations')} />
                  </Suspense>
                )}
              </Match>
              <Match when={idIn(asked.again)}>
                {(id) => <AgainBox account={account()} statusId={id()} onPosted={home} />}
              </Match>
            </Switch>
          )}
        </Show>
      </Main>
      <Beside writing />
    </>
  )
}

/** The way back to a post that was taken down, where the page was left before it was written anew. */
function Unsent(props: { accountId: string }) {
  const found = loaded(() => props.accountId, unsentAgain)
  return (
    <Show when={found.value()}>
      {(id) => (
        <p>
          {c('unsentAgain')} <a href={`/write?again=${id()}`}>{c('goOn')}</a>
        </p>
      )}
    </Show>
  )
}
