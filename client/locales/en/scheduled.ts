import { formatClock, formatDate, formatNumber, plural } from '../../../shared/text/figures.ts'

const when = (at: string) => `${formatDate(at)}, ${formatClock(at)}`

/** Posts that wait for their time. */
export const scheduled = {
  when: 'When to post it',
  whenHint: 'By the clock of this device, five minutes from now at the soonest. It is posted even when you are away.',
  whole: 'Choose a day and a time.',
  tooSoon: 'That is too soon. Choose a time five minutes from now, or later.',
  notLater: 'Post it now instead',
  all: 'Posts that wait',

  title: 'Posts that wait',
  lede: 'What you wrote for later. Only you see it until its time comes.',
  empty: 'Nothing waits',
  emptyText: 'Under the box to write in, Later puts a post to a day and a time.',
  write: 'Write something',
  loading: 'Loading what waits',
  notRead: 'What waits could not be read.',
  list: 'Posts that wait',
  at: (at: string) => `On ${when(at)}`,
  was: (at: string) => `Was to be posted on ${when(at)}`,
  failed: 'Not posted.',
  pictures: (n: number) => `With ${formatNumber(n)} ${plural(n, 'picture', 'pictures')}.`,
  poll: 'With a poll.',
  answers: 'It replies to a post.',
  quotes: 'It quotes a post.',
  change: 'Change the time',
  changeDo: 'Save the time',
  keep: 'Leave it',
  changed: 'It has another time now.',
  notChanged: 'Not changed.',
  cancel: 'Take it back',
  cancelTitle: 'Take this post back?',
  cancelText: 'It will not be posted, and its words are gone.',
  cancelled: 'It is taken back.',
  notCancelled: 'Not taken back.',
  more: 'More',
  seenBy: {
    public: 'For everyone',
    unlisted: 'For everyone, quietly',
    private: 'For followers',
    direct: 'For the people it mentions',
  },
  here: 'in this community',
} as const
