import { plural } from '../../../shared/text/figures.ts'

const n = (count: number, one: string, many: string) => `${count} ${plural(count, one, many)}`

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB']

/** Bytes as people say them: with one digit behind the point below ten. */
function size(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log(bytes) / Math.log(1024)))
  const value = bytes / 1024 ** step
  return `${value < 10 && step > 0 ? Number(value.toFixed(1)) : Math.round(value)} ${UNITS[step]}`
}

/** The page of what uses the disk. */
export const houseDisk = {
  lede: 'The posts and pictures that come from other servers, and the pictures of linked pages, take room on this server’s disk. You say how much room the database and those pictures may take together.',
  used: (used: number, budget: number) => `${size(used)} of ${size(budget)} used`,
  database: (bytes: number) =>
    `${size(bytes)} is the database: all posts, those of your members too, and everything else that is written down.`,
  pictures: (bytes: number) => `${size(bytes)} are pictures from other servers, and from pages that posts link to.`,
  notCounted:
    'What your members write and do is part of the database and is never deleted to make room: where that alone takes more than you allow, more is used. The files that they upload are not counted, and are never deleted either.',
  within: 'All of it fits. Nothing is deleted to make room.',
  spare: (bytes: number) =>
    `The database’s file has ${size(bytes)} free inside. That is filled first, before the file grows again.`,
  tightTitle: 'Nearly all is used that may be. Room is being made.',
  stuckTitle: 'Nearly all is used that may be, and nothing more can go.',
  stuckOverTitle: 'More is used than may be, and nothing more can go.',
  stuck:
    'What is left is your members’ own, or they hold on to it: it grows on, past what you allow, rather than that something of theirs is lost. Pictures are fetched from other servers only as far as there is room. Allow more here, if the disk has it; or speak with whoever runs the machine.',
  overTitle: 'More is used than may be. Room is being made, and no pictures are fetched meanwhile.',
  over: 'First go pictures that nobody has looked at for a while: they are fetched again when somebody does. Then go posts of other servers that nobody here answered, liked, boosted, saved or was named in: those older than 30 days, and only if that is too little younger ones. What is then still too much stays: your members hold on to it.',
  look: 'Look again',
  most: 'The most that may be used, in gigabytes',
  mostHint:
    'Room is made before it is used up. Where nothing can go any more, no more pictures are fetched from other servers.',
  fixed: 'The most that may be used is set where the server is started (DISK_BUDGET_GB), and is changed there.',
  save: 'Let that hold',
  saved: (budget: number) => `${size(budget)} may be used from now on.`,
  notSaved: 'That was not kept.',
  byServer: 'By server',
  byServerHint: 'Counted once a day. Those with the most pictures stand first.',
  none: 'Nothing is kept from other servers yet',
  noneText: 'As soon as somebody here follows or looks up people elsewhere, their servers stand here.',
  keeps: (count: number, bytes: number) =>
    count === 0 ? 'no pictures' : `${n(count, 'picture', 'pictures')}, ${size(bytes)}`,
  people: (count: number) => n(count, 'person', 'people'),
  posts: (count: number) => n(count, 'post', 'posts'),
} as const
