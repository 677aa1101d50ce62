import { createMemo, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { Emoji, type SmallPicture } from '../../ui/emoji.tsx'
import { type ContentElement, type ContentNode, type Named, readContent } from './content.ts'
import style from './words.module.css'

/** Elements that keep a direction of their own, so that each paragraph reads the way it was written. */
const BLOCKS = new Set(['p', 'li', 'blockquote', 'pre'])

const NOBODY: Named = { mentions: [], tags: [] }

interface WordsProps {
  /** HTML from the server: a post's text or a person's description. */
  html: string
  named?: Named
  /** The small pictures that it names, where `named` does not say them. */
  emojis?: readonly SmallPicture[]
  lang?: string | null | undefined
}

/** What somebody wrote, made of nodes and never of markup put into the page. */
export function Words(props: WordsProps) {
  const named = (): Named => props.named ?? { ...NOBODY, ...(props.emojis && { emojis: props.emojis }) }
  const drawn = createMemo(() => readContent(props.html, named(), location.origin).map(draw))
  return (
    <div class={style.words} lang={props.lang ?? undefined} dir="auto">
      {drawn()}
    </div>
  )
}

function draw(node: ContentNode): JSX.Element {
  if (typeof node === 'string') return node
  if (node.picture) return <Emoji picture={node.picture} />
  if (node.tag === 'br') return <br />
  if (node.tag === 'a') return drawLink(node)
  return (
    <Dynamic
      component={node.tag}
      class={node.part ? style[node.part] : undefined}
      dir={BLOCKS.has(node.tag) ? 'auto' : undefined}
      translate={node.untranslated ? 'no' : undefined}
    >
      {node.children.map(draw)}
    </Dynamic>
  )
}

function drawLink(node: ContentElement): JSX.Element {
  const own = node.href?.startsWith('/')
  return (
    <a
      href={node.href}
      target={own ? undefined : '_blank'}
      rel={own ? undefined : 'nofollow noopener noreferrer'}
      translate={node.untranslated ? 'no' : undefined}
    >
      {node.children.map(draw)}
    </a>
  )
}
