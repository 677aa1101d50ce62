import type { JSX } from 'solid-js'
import { readAt, statusOf } from '../../api/store.ts'
import { listOfPosts } from '../../locales/en/timelines.ts'
import { Acts } from '../statuses/acts.tsx'
import { BoostedBy } from '../statuses/boosted-by.tsx'
import { Post } from '../statuses/post.tsx'
import { beginsDay } from './day.ts'
import { ListFeed, type ListFeedProps } from './list-feed.tsx'
import type { ListSource } from './look.ts'

interface PostFeedProps {
  source: ListSource
  label: string
  /** What stands under the last post, where the list is not one that is read through. */
  end?: string
  empty: JSX.Element
  onSettled?: () => void
  left?: ListFeedProps['left']
}

/** A list of posts by days, or with its own order each with its date. `empty` is said when there is none. */
export function PostFeed(props: PostFeedProps) {
  const day = (id: string, above: string | undefined) =>
    props.source.ownOrder ? undefined : beginsDay(timeOf(id), timeOf(above))
  return (
    <ListFeed
      source={props.source}
      label={props.label}
      words={props.end === undefined ? undefined : { ...listOfPosts, end: props.end }}
      empty={props.empty}
      onSettled={props.onSettled}
      left={props.left}
    >
      {(id, place) => (
        <Post
          id={readAt(id)}
          at={id}
          first={props.source.ownOrder && place.position.at === 1}
          day={day(id, place.above)}
          dated={props.source.ownOrder || readAt(id) !== id}
          note={readAt(id) === id ? undefined : <BoostedBy boostId={id} />}
          position={place.position}
        >
          <Acts statusId={readAt(id)} at={id} />
        </Post>
      )}
    </ListFeed>
  )
}

function timeOf(id: string | undefined): string | undefined {
  return id === undefined ? undefined : statusOf(id)?.created_at
}
