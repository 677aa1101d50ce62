import { KeptPosts } from '../features/statuses/kept-posts.tsx'

/** `/bookmarks`: what one saved, the latest first. */
export function Page() {
  return <KeptPosts list="saved" />
}
