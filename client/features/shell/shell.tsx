import type { RouteSectionProps } from '@solidjs/router'
import { Suspense } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { shell } from '../../locales/en/shell.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { watchMediation } from '../mediation/waiting.ts'
import { watchInbox } from '../notifications/unread.ts'
import { useFetchAhead } from './fetch-ahead.ts'
import { Nameplate } from './nameplate.tsx'
import { Rail } from './rail.tsx'
import style from './shell.module.css'
import { SkipLink } from './skip-link.tsx'

const t = texts(shell)

/** What stands round a page for reading and writing: nameplate, rail, slips, then the page's own columns. */
export function Shell(props: RouteSectionProps) {
  watchInbox()
  watchMediation()
  useFetchAhead()
  return (
    <div class={`page ${style.shell}`}>
      <SkipLink />
      <header class={style.top}>
        <Nameplate />
      </header>
      <Rail />
      <Suspense fallback={<Skeleton label={t('loading')} />}>{props.children}</Suspense>
    </div>
  )
}
