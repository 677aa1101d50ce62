import { useLocation } from '@solidjs/router'
import { type JSX, Show } from 'solid-js'
import type { StatusEntity } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { filters } from '../../locales/en/filters.ts'
import style from '../statuses/fold.module.css'
import { OtherTopics, WarningLine, warningOf } from '../statuses/warning-line.tsx'
import { contextOf, foundBy } from './found.ts'

const t = texts(filters)

interface FilteredProps {
  status: StatusEntity
  /** The entry of the list at which it stands, where the post there is named by its filters. */
  at?: string
  children: JSX.Element
}

/** A post as the reader's filters let it stand: folded under their names, with its own warning to be read beside. */
export function Filtered(props: FilteredProps) {
  const location = useLocation()
  // what hides is left out of lists by the server; where such a post stands all the same, it is folded
  const found = () => foundBy(props.status, contextOf(location.pathname), ['warn', 'hide'])
  const warning = warningOf(() => props.status)
  return (
    <Show when={found().length > 0} fallback={props.children}>
      <details class={style.cw}>
        <summary>
          <span class={style.line} id={props.at && `filter-${props.at}`}>
            <b>{t('filtered')}</b>
            <bdi>
              {found()
                .map(({ title }) => title)
                .join(', ')}
            </bdi>
          </span>
          <span class={style.say}>
            <span class={style.closed}>{t('show')}</span>
            <span class={style.opened}>{t('hide')}</span>
          </span>
          <Show when={props.status.spoiler_text}>
            <span class={`${style.topics} ${style.closed}`}>
              <WarningLine status={props.status} warning={warning()} />
              <OtherTopics warning={warning()} />
            </span>
          </Show>
        </summary>
        <div class={style.inside}>{props.children}</div>
      </details>
    </Show>
  )
}
