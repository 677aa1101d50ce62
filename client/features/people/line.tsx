import { type JSX, Show } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import type { Listed } from '../../lib/listed.ts'
import { people } from '../../locales/en/people.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Waiting } from '../shell/waiting.tsx'
import style from './people.module.css'

const t = texts(people)

interface LineProps {
  /** What counts first: since when, or the code. */
  first: JSX.Element
  children: JSX.Element
  acts: JSX.Element
  /** The text needs the whole width, so the buttons stand below it. */
  below?: boolean
}

/** One person or invite of a list. */
export function Line(props: LineProps) {
  return (
    <li class={props.below ? style.below : undefined}>
      <p class={style.first}>{props.first}</p>
      <div class={`${style.what} stack-s`}>{props.children}</div>
      <div class={style.acts}>{props.acts}</div>
    </li>
  )
}

interface LinesProps<T> {
  from: Listed<T>
  empty: string
  emptyText: string
  children: JSX.Element
}

/** The list, or that it is empty, or that it is on its way; and the way to what comes after it. */
export function Lines<T>(props: LinesProps<T>) {
  const some = () => (props.from.items()?.length ?? 0) > 0
  return (
    <Show
      when={props.from.items() && !props.from.error()}
      fallback={<Waiting label={t('loading')} from={props.from} />}
    >
      <Show
        when={some()}
        fallback={
          <Empty title={props.empty}>
            <p>{props.emptyText}</p>
          </Empty>
        }
      >
        <ul class={style.list}>{props.children}</ul>
        <Show when={props.from.hasMore()}>
          <p class="row">
            <Button busy={props.from.loading()} onClick={() => props.from.more()}>
              {t('more')}
            </Button>
          </p>
        </Show>
      </Show>
    </Show>
  )
}
