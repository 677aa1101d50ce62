import { formatNumber, formatWhen, plural } from '../../../shared/text/figures.ts'

/** What the people who run the community say to all members. */
export const announcements = {
  title: 'Announcements',
  all: 'All announcements',
  lede: 'What the people who run this community say to everybody. Those you put away stay here until they are over.',
  none: 'Nothing is announced',
  noneText: 'What concerns everybody will stand here, and above your home until you put it away.',
  label: 'For everybody:',
  over: 'Over, or put away elsewhere:',
  loading: 'The announcements are coming',
  when: (start: string, end: string | null) => (end ? `From ${start} to ${end}` : `From ${start}`),
  until: (end: string) => `Until ${end}`,
  said: (at: string) => `Said ${formatWhen(at)}`,
  putAway: 'Put away',
  came: 'Something is announced to everybody.',
  showIt: 'Show it',
  react: 'React',
  reactTitle: 'React to this announcement',
  reacted: (name: string, n: number) => `${name}: ${formatNumber(n)} ${plural(n, 'reaction', 'reactions')}`,
  notDone: 'That was not done.',
} as const

/** The page on which announcements are written. */
export const houseAnnouncements = {
  lede: 'Members read these above their home until each of them puts it away. Nobody is mailed.',
  add: 'Write an announcement',
  change: 'Change this announcement',
  text: 'What do you want to say to everybody?',
  textHint: 'Plain text. @names, #hashtags, addresses and emoji work as in posts.',
  publishAt: 'Comes out',
  publishHint: 'Empty: as soon as you send it.',
  startsAt: 'When it begins',
  endsAt: 'When it ends',
  endsHint: 'From then on the announcement is not shown any more.',
  allDay: 'Whole days, without a time',
  send: 'Announce it',
  saved: 'The announcement is kept.',
  none: 'Nothing was announced yet',
  noneText: 'Write what concerns everybody, such as a day of maintenance or a gathering.',
  state: { to_come: 'To come', shown: 'Shown now', over: 'Over' },
  at: (time: string) => `comes out ${formatWhen(time)}`,
  since: (time: string) => `since ${formatWhen(time)}`,
  deleteTitle: 'Take this announcement back?',
  deleteText: 'It goes from everybody’s home at once, with all reactions to it.',
  deleted: 'The announcement is taken back.',
} as const
