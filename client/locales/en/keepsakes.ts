import { formatNumber, plural } from '../../../shared/text/figures.ts'
import type { ListWords } from './timelines.ts'

/** What one saved and liked, and who boosted or liked a post. */
export const keepsakes = {
  tabs: 'What you kept',
  saved: 'Saved',
  liked: 'Liked',
  savedHint: 'Posts that you saved. Nobody else sees this.',
  likedHint: 'Posts that you liked. Their authors know.',
  emptySaved: 'Nothing saved so far',
  emptySavedText: 'Save stands under every post. What you save, you find again here.',
  emptyLiked: 'Nothing liked so far',
  emptyLikedText: 'Like stands under every post. It tells the author that somebody is glad of it.',
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
