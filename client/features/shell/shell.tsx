import type { RouteSectionProps } from '@solidjs/router'
import { createSignal, lazy, onMount, Show, Suspense } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { patiently } from '../../lib/patiently.ts'
import { shell } from '../../locales/en/shell.ts'
import { isMember, session } from '../../session/session.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { watchTalks } from '../conversations/unread.ts'
import { ViewerPlace } from '../media/viewer-place.tsx'
import { watchMediation } from '../mediation/waiting.ts'
import { watchInbox, watchStreams } from '../notifications/unread.ts'
import { useFetchAhead } from './fetch-ahead.ts'
import { watchInstalling } from './installing.ts'
import { keepReadingPlace } from './keep-reading-place.ts'
import { Nameplate } from './nameplate.tsx'
import { Rail } from './rail.tsx'
import style from './shell.module.css'
import { SkipLink } from './skip-link.tsx'

const t = texts(shell)

const Shortcuts = lazy(() =>
  patiently(() => import('../shortcuts/list.tsx')).then((file) => ({ default: file.Shortcuts })),
)

const Outbox = lazy(() =>
  patiently(() => import('../composer/outbox.ts')).then((file) => ({
    default: () => {
      file.watchOutbox(session()?.account?.id ?? '')
      return null
    },
  })),
)

const Counts = lazy(() =>
  patiently(() => import('../timelines/fresh-counts.ts')).then((file) => ({
    default: () => {
      file.keepCounts()
      return null
    },
  })),
)

/** Keys are listened to, and what waited is posted, once the page stands. */
const SOON = 1500

/** What stands round a page for reading and writing: nameplate, rail, slips, then the page's own columns. */
export function Shell(props: RouteSectionProps) {
  watchInbox()
  watchTalks()
  watchStreams()
  watchMediation()
  useFetchAhead()
  watchInstalling()
  const [settled, setSettled] = createSignal(false)
  onMount(() => setTimeout(() => setSettled(true), SOON))
  onMount(keepReadingPlace)
  return (
    <div class={`page ${style.shell}`}>
      <SkipLink />
      <header class={style.top}>
        <Nameplate />
      </header>
      <Rail />
      <Suspense fallback={<Skeleton label={t('loading')} />}>{props.children}</Suspense>
      <ViewerPlace />
      <Show when={settled() && isMember()}>
        <Suspense>
          <Shortcuts />
          <Outbox />
          <Counts />
        </Suspense>
      </Show>
    </div>
  )
}
