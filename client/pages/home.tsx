import { lazy, Show, Suspense } from 'solid-js'
import { keys } from '../api/keys.ts'
import { readStatuses } from '../api/pages.ts'
import { untilTold } from '../features/announcements/told.ts'
import { Composer } from '../features/composer/composer.tsx'
import { startOfPost } from '../features/composer/start.ts'
import { RulesNotice } from '../features/rules/notice.tsx'
import { Main } from '../features/shell/main.tsx'
import { Asked } from '../features/statuses/asked.tsx'
import { Beside } from '../features/timelines/beside.tsx'
import { homePlace } from '../features/timelines/home-place.ts'
import { PostFeed } from '../features/timelines/post-feed.tsx'
import { TimelineTabs } from '../features/timelines/tabs.tsx'
import { texts } from '../lib/i18n.ts'
import { patiently } from '../lib/patiently.ts'
import { composer } from '../locales/en/composer.ts'
import { listOfPosts, timelines } from '../locales/en/timelines.ts'
import { session } from '../session/session.ts'
import { Empty } from '../ui/empty.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

const t = texts(timelines)
const c = texts(composer)

/** Fetched once the home stands: most days nothing is announced. */
const Announced = lazy(() =>
  patiently(() => import('../features/announcements/banner.tsx')).then((file) => ({ default: file.Banner })),
)

const HOME = { key: keys.home, path: '/api/v1/timelines/home', read: readStatuses, live: { stream: 'user' } } as const

/** `/home`: what the people one follows write, under the box to write in. */
export function Page() {
  const place = homePlace(HOME)
  const told = untilTold()
  return (
    <>
      <Main title={t('home')} heading="hidden">
        <TimelineTabs />
        <RulesNotice />
        <Suspense>
          <Announced />
        </Suspense>
        <Show when={session()?.account}>
          {(account) => (
            <Composer
              accountId={account().id}
              context="new"
              start={startOfPost(account())}
              label={c('write')}
              textLabel={c('text')}
              placeholder={c('text')}
            />
          )}
        </Show>
        {/* what waits here waits alone: nobody's focus is taken out of the box above */}
        <Suspense fallback={<Skeleton label={listOfPosts.loading} tall />}>
          <Show when={place.at() !== undefined && told()} fallback={<Skeleton label={listOfPosts.loading} tall />}>
            <PostFeed source={HOME} label={t('following')} empty={<NothingYet />} left={place} />
          </Show>
        </Suspense>
        <Asked />
      </Main>
      <Beside writing />
    </>
  )
}

function NothingYet() {
  return (
    <Empty title={t('emptyHome')}>
      <p>
        {t('emptyHomeText')} <a href="/local">{t('emptyHomeLink')}</a> {t('emptyHomeMore')}
      </p>
      <Show when={session()?.first_steps}>
        <p>
          <a href="/first-steps">{t('emptyHomeSteps')}</a>
        </p>
      </Show>
    </Empty>
  )
}
