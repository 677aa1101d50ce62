import { formatNumber, plural } from '../../../shared/text/figures.ts'

/** What is used a lot here. */
export const trends = {
  title: 'In use here these days',
  hint: 'What several people here wrote about in public. Somebody of the collective looked at each before it stood here.',
  tags: 'Hashtags',
  posts: 'Posts that people passed on',
  links: 'Pages that people link to',
  people: (n: number) => `${formatNumber(n)} ${plural(n, 'person', 'people')} in a week`,
  linkPeople: (n: number) => `${formatNumber(n)} ${plural(n, 'person', 'people')} linked to it`,
  reviewTitle: 'Waiting for a word from you',
  reviewHint:
    'Several people used these in public. Members and visitors see them only when you show them; what you leave out stays out.',
  reviewNone: 'Nothing waits.',
  show: 'Show it',
  leaveOut: 'Leave it out',
  showOne: (name: string) => `Show it: ${name}`,
  leaveOutOne: (name: string) => `Leave it out: ${name}`,
  isShown: 'Shown',
  isOut: 'Left out',
  shown: 'It is shown now.',
  leftOut: 'It stays out.',
  notDone: 'Not done.',
  publisher: (domain: string) => `Every page of ${domain}`,
  postBy: (name: string) => `A post by ${name}`,
} as const
