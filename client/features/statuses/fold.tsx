import { createMemo, For, type JSX, Show } from 'solid-js'
import { posts } from '../../../shared/locales/en/posts.ts'
import { texts } from '../../lib/i18n.ts'
import { Chip } from '../../ui/chip.tsx'
import { warningTopics } from '../composer/topics.ts'
import style from './fold.module.css'
import { isOpened, noteOpened } from './folds.ts'
import { readWarning } from './warning-parts.ts'

const t = texts(posts)

interface FoldProps {
  statusId: string
  /** The author's own words. */
  line: string
  /** Slugs of the community's topics. */
  topics: readonly string[]
  children: JSX.Element
}

/** Folds a post under its content warning: the words and topics stay readable, the reader decides. */
export function Fold(props: FoldProps) {
  const labels = () => {
    if (props.topics.length === 0) return []
    const known = warningTopics()
    return props.topics
      .map((slug) => known.find((topic) => topic.slug === slug)?.label)
      .filter((one) => one !== undefined)
  }
  const warning = createMemo(() => readWarning(props.line, labels()))
  return (
    <details
      class={style.cw}
      open={isOpened(props.statusId)}
      onToggle={(event) => noteOpened(props.statusId, event.currentTarget.open)}
    >
      <summary>
        <span class={style.line}>
          <b>{t('cw')}</b>
          <bdi>
            <For each={warning().parts}>{(part) => (part.topic ? <Chip>{part.text}</Chip> : part.text)}</For>
          </bdi>
        </span>
        <span class={style.say}>
          <span class={style.closed}>{t('show')}</span>
          <span class={style.opened}>{t('hide')}</span>
        </span>
        <Show when={warning().others.length > 0}>
          <span class={`row ${style.topics}`}>
            <For each={warning().others}>{(label) => <Chip>{label}</Chip>}</For>
          </span>
        </Show>
      </summary>
      <div class={style.inside}>{props.children}</div>
    </details>
  )
}
