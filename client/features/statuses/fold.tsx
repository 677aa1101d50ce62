import { createMemo, For, type JSX, Show } from 'solid-js'
import { posts } from '../../../shared/locales/en/posts.ts'
import type { StatusEntity } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { warnings } from '../../locales/en/warnings.ts'
import { isMember, warningWord } from '../../session/session.ts'
import { Chip } from '../../ui/chip.tsx'
import { EmojiText } from '../../ui/emoji.tsx'
import { choiceFor } from '../warnings/choices.ts'
import { allTopics } from '../warnings/topics.ts'
import style from './fold.module.css'
import { FoldMenu } from './fold-menu.tsx'
import { isOpened, noteOpened } from './folds.ts'
import { readWarning } from './warning-parts.ts'

const t = texts(posts)

const w = texts(warnings)

interface FoldProps {
  status: StatusEntity
  /** The author's own words. */
  line: string
  /** The id of the warning, where something else is named by it. */
  warning?: string
  children: JSX.Element
}

/** Folds a post under its content warning: the words and topics stay readable, the reader decides. */
export function Fold(props: FoldProps) {
  const labels = () => {
    const slugs = props.status.warning_topics
    if (slugs.length === 0) return []
    const known = allTopics()
    return slugs.map((slug) => known.find((topic) => topic.slug === slug)?.label).filter((one) => one !== undefined)
  }
  const warning = createMemo(() => readWarning(props.line, labels()))
  return (
    <div class={style.place} data-choices={isMember() ? '' : undefined}>
      <details
        class={style.cw}
        open={isOpened(props.status)}
        onToggle={(event) => noteOpened(props.status, event.currentTarget.open)}
      >
        <summary>
          <span class={style.line} id={props.warning}>
            <b>{warningWord()}</b>
            <bdi>
              <For each={warning().parts}>
                {(part) =>
                  part.topic ? <Chip>{part.text}</Chip> : <EmojiText text={part.text} emojis={props.status.emojis} />
                }
              </For>
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
