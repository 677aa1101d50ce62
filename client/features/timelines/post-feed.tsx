import type { JSX } from 'solid-js'
import { statusOf } from '../../api/store.ts'
import { Acts } from '../statuses/acts.tsx'
import { Post } from '../statuses/post.tsx'
import { beginsDay } from './day.ts'
import { ListFeed } from './list-feed.tsx'
import type { ListSource } from './look.ts'

interface PostFeedProps {
  source: ListSource
  label: string
  empty: JSX.Element
  onSettled?: () => void
}

/** A list of posts by days. `empty` is said when there is none. */
export function PostFeed(props: PostFeedProps) {
  return (
    <ListFeed source={props.source} label={props.label} empty={props.empty} onSettled={props.onSettled}>
      {(id, place) => (
        <Post id={id} day={beginsDay(timeOf(id), timeOf(place.above))} position={place.position}>
          <Acts statusId={id} />
        </Post>
      )}
    </ListFeed>
  )
}

function timeOf(id: string | undefined): string | undefined {
  return id === undefined ? undefined : statusOf(id)?.created_at
}
