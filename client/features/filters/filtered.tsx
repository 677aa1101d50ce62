import { useLocation } from '@solidjs/router'
import { type JSX, Show } from 'solid-js'
import type { StatusEntity } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { filters } from '../../locales/en/filters.ts'
import { warningWord } from '../../session/session.ts'
import style from '../statuses/fold.module.css'
import { contextOf, foundBy } from './found.ts'

const t = texts(filters)

/** A post as the reader's filters let it stand: folded under their names, with its own warning to be read beside. */
export function Filtered(props: { status: StatusEntity; children: JSX.Element }) {
  const location = useLocation()
  // what hides is left out of lists by the server; where such a post stands all the same, it is folded
  const found = () => foundBy(props.status, contextOf(location.pathname), ['warn', 'hide'])
  return (
    <Show when={found().length > 0} fallback={props.children}>
      <details class={style.cw}>
        <summary>
          <span class={style.line}>
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
            {(line) => (
              <span class={`${style.topics} ${style.line} ${style.closed}`}>
                <b>{warningWord()}</b>
                <bdi>{line()}</bdi>
              </span>
            )}
          </Show>
        </summary>
        <div class={style.inside}>{props.children}</div>
      </details>
    </Show>
  )
}
