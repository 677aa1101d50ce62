import { type JSX, Show } from 'solid-js'
import { posts } from '../../../shared/locales/en/posts.ts'
import type { StatusEntity } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { warnings } from '../../locales/en/warnings.ts'
import { isMember } from '../../session/session.ts'
import { choiceFor } from '../warnings/choices.ts'
import style from './fold.module.css'
import { FoldMenu } from './fold-menu.tsx'
import { isOpened, noteOpened } from './folds.ts'
import { OtherTopics, WarningLine, warningOf } from './warning-line.tsx'

const t = texts(posts)

const w = texts(warnings)

interface FoldProps {
  status: StatusEntity
  /** The entry of the list at which it stands, where the post there is named by its warning. */
  at?: string
  children: JSX.Element
}

/** Folds a post under its content warning: the words and topics stay readable, the reader decides. */
export function Fold(props: FoldProps) {
  const warning = warningOf(() => props.status)
  return (
    <div class={style.place} data-choices={isMember() ? '' : undefined}>
      <details
        class={style.cw}
        open={isOpened(props.status)}
        onToggle={(event) => noteOpened(props.status, event.currentTarget.open)}
      >
        <summary>
          <WarningLine status={props.status} at={props.at} warning={warning()} />
          <span class={style.say}>
            <span class={style.closed}>{t('show')}</span>
            <span class={style.opened}>{t('hide')}</span>
          </span>
          <OtherTopics at={props.at} warning={warning()} />
          <Show when={choiceFor(props.status) === 'hide'}>
            <span class={style.note}>{w('hidden')}</span>
          </Show>
        </summary>
        <div class={style.inside}>{props.children}</div>
      </details>
      <Show when={isMember()}>
        <FoldMenu status={props.status} class={style.choices} />
      </Show>
    </div>
  )
}
