import { posts } from '../../../shared/locales/en/posts.ts'
import { formatNumber } from '../../../shared/text/figures.ts'
import type { StatusEntity } from '../../api/store.ts'
import { Button } from '../../ui/button.tsx'
import style from './acts.module.css'
import { mayBoostAtOnce } from './boosting.ts'
import { isDone, toggle } from './deeds.ts'
import { ask } from './question.ts'

type Shown = 'reblog' | 'favourite' | 'bookmark'

const counted = { reblog: 'reblogs_count', favourite: 'favourites_count', bookmark: undefined } as const

/** One word that does something with a post, or takes it back; how often it was done stands small beside it. */
export function DeedButton(props: { status: StatusEntity; deed: Shown; at: string }) {
  const done = () => isDone(props.status, props.deed)
  const count = () => {
    const field = counted[props.deed]
    const n = field === undefined ? 0 : props.status[field]
    return n > 0 ? ` ${formatNumber(n)}` : ''
  }
  const press = () => {
    const { id } = props.status
    if (props.deed === 'reblog' && !done() && !mayBoostAtOnce(props.status)) ask({ about: 'boost', statusId: id })
    else toggle(id, props.deed)
  }
  return (
    <Button
      kind="quiet"
      class={style.act}
      data-act={props.deed}
      aria-pressed={done()}
      aria-describedby={`name-${props.at}`}
      onClick={press}
    >
      {posts.deeds[props.deed][done() ? 'done' : 'todo']}
      {count()}
    </Button>
  )
}
