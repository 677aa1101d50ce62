import { formatNumber, plural } from '../../../shared/text/figures.ts'
import type { ListWords } from './timelines.ts'

/** The inbox: follows, requests, mentions and replies. */
export const inbox = {
  title: 'Inbox',
  label: 'What came for you',
  fresh: 'new',
  mention: (name: string) => `${name} mentioned you`,
  reply: (name: string) => `${name} replied to you`,
  favourite: (name: string) => `${name} liked your post`,
  reblog: (name: string) => `${name} boosted your post`,
  status: (name: string) => `${name} wrote a post`,
  update: (name: string) => `${name} edited a post that names you or that you boosted`,
  quote: (name: string) => `${name} quoted your post`,
  quotedUpdate: (name: string) => `${name} edited a post that you quoted`,
  poll: 'A poll in which you voted is over',
  pollOwn: 'Your poll is over',
  follow: 'follows you now.',
  followRequest: 'asks to follow you.',
  answered: 'This request is answered.',
  empty: 'Nothing has come yet',
  emptyText: 'When somebody follows you, mentions you or replies to you, you find it here.',
} as const

/** The words of the list in the inbox. */
export const listOfInbox: ListWords = {
  look: 'Look for something new',
  showNew: (n) => `Show ${formatNumber(n)} new ${plural(n, 'entry', 'entries')}`,
  shown: (n) => `${formatNumber(n)} new ${plural(n, 'entry', 'entries')}, above the ones you know.`,
  nothingNew: 'Nothing new.',
  loading: 'Loading your inbox',
  loadingMore: 'Loading older entries',
  failed: 'Your inbox could not be read.',
  failedMore: 'The older entries could not be read.',
  again: 'Try again',
  end: 'You have read everything.',
}
