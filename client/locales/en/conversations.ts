import { plural } from '../../../shared/text/figures.ts'

/** Private conversations: posts that only the people named in them see. */
export const conversations = {
  title: 'Private conversations',
  lede: 'Posts that only the people named in them can see.',
  honest:
    'They are not encrypted. Those who run this server could read them, and those who run the servers of the others. For what nobody may ever read, use an app that is made for that.',
  list: 'Private conversations',
  loading: 'Loading your conversations',
  with: (names: string) => `With ${names}`,
  alone: 'With yourself',
  unread: 'unread',
  more: 'More',
  moreAbout: (names: string) => `More about the conversation with ${names}`,
  markRead: 'Mark as read',
  markUnread: 'Mark as unread',
  remove: 'Take off this list',
  removeHint: 'The posts stay. It comes back when somebody writes in it again.',
  removed: 'Taken off the list. The posts stay.',
  notDone: 'Nothing was changed.',
  older: 'Show older ones',
  pictures: (n: number) => `${n} ${plural(n, 'picture', 'pictures')}`,
  empty: 'No private conversations',
  emptyText: 'Open somebody’s profile and choose “Write privately”, or write a post that only the people in it see.',
  write: (name: string) => `Write privately to ${name}`,
  text: 'What do you want to say?',
} as const
