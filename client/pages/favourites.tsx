import { KeptPosts } from '../features/statuses/kept-posts.tsx'

/** `/favourites`: what one liked, the latest first. */
export function Page() {
  return <KeptPosts list="liked" />
}
