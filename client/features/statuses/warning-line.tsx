import { createMemo, For, Show } from 'solid-js'
import type { StatusEntity } from '../../api/store.ts'
import { warningWord } from '../../session/session.ts'
import { Chip } from '../../ui/chip.tsx'
import { EmojiText } from '../../ui/emoji.tsx'
import { allTopics } from '../warnings/topics.ts'
import style from './fold.module.css'
import { type ReadWarning, readWarning } from './warning-parts.ts'

interface WarningProps {
  status: StatusEntity
  /** Under which ids its words stand, where something else is named by them: `warning-…` and `topics-…`. */
  at?: string | undefined
}

/** Reads what a post's warning says, in the author's words and the community's topics. */
export function warningOf(status: () => StatusEntity): () => ReadWarning {
  const labels = () => {
    const slugs = status().warning_topics
    if (slugs.length === 0) return []
    const known = allTopics()
    return slugs.map((slug) => known.find((topic) => topic.slug === slug)?.label).filter((one) => one !== undefined)
  }
  return createMemo(() => readWarning(status().spoiler_text, labels()))
}

/** The author's line, with the topics that it names as chips. */
export function WarningLine(props: WarningProps & { warning: ReadWarning }) {
  return (
    <span class={style.line} id={props.at && `warning-${props.at}`}>
      <b>{warningWord()}</b>
      <bdi>
        <For each={props.warning.parts}>
          {(part) =>
            part.topic ? <Chip>{part.text}</Chip> : <EmojiText text={part.text} emojis={props.status.emojis} />
          }
        </For>
      </bdi>
    </span>
  )
}

/** The topics of a warning that its line does not name; nothing when it names them all. */
export function OtherTopics(props: { at?: string | undefined; warning: ReadWarning }) {
  return (
    <Show when={props.warning.others.length > 0}>
      <span class={`row ${style.topics}`} id={props.at && `topics-${props.at}`}>
        <For each={props.warning.others}>{(label) => <Chip>{label}</Chip>}</For>
      </span>
    </Show>
  )
}
