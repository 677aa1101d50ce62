import { formatNumber, plural } from '../../../shared/text/figures.ts'
import type { ListWords } from './timelines.ts'

/** What one saved and liked, and who boosted or liked a post. */
export const keepsakes = {
  tabs: 'What you kept',
  saved: 'Saved',
  liked: 'Liked',
  savedTitle: 'What you saved',
  likedTitle: 'What you liked',
  savedHint:
    'Kept for yourself: nobody else sees this. Press “Saved” to let a post go; until you leave, you can save it again.',
  likedHint:
    'Their authors were told that you like them. Press “Liked” to take that back; until you leave, you can like it again.',
  savedEnd: 'This is all that you saved.',
  likedEnd: 'This is all that you liked.',
  emptySaved: 'Nothing saved so far',
  emptySavedText: 'Press “Save” under a post that you want to find again, and it stands here.',
  emptyLiked: 'Nothing liked so far',
  emptyLikedText: 'Press “Like” under a post, and its author hears that somebody is glad of it.',
  boosts: 'Who boosted this post',
  likes: 'Who liked this post',
  quotes: 'What quotes this post',
  toPost: 'Back to the post',
  nobodyBoosted: 'Nobody has boosted it',
  nobodyLiked: 'Nobody has liked it',
  nobodyText: 'Or nobody whom you can see.',
} as const

/** The words of a list of people. */
export const listOfPeople: ListWords = {
  look: 'Look for new people',
  showNew: (n) => `Show ${formatNumber(n)} new ${plural(n, 'person', 'people')}`,
  shown: (n) => `${formatNumber(n)} new ${plural(n, 'person', 'people')}, above the ones you know.`,
  nothingNew: 'Nobody new.',
  loading: 'Loading people',
  loadingMore: 'Loading more people',
  failed: 'The people could not be read.',
  failedMore: 'The rest of the people could not be read.',
  again: 'Try again',
  end: 'These are all.',
}
