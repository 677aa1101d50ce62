import { formatDate, formatNumber, plural } from '../../text/figures.ts'

/** A person's page, which the server writes first and the client then takes over. */
export const profile = {
  locked: 'locked',
  bot: 'a program',
  verified: (at: string) => `Verified: that page links back here. Seen ${formatDate(at)}.`,
  since: (at: string) => `Here since ${formatDate(at)}.`,
  figures: (posts: number, followers: number, following: number) =>
    `${formatNumber(posts)} ${plural(posts, 'post', 'posts')}, followed by ${formatNumber(followers)}, follows ${formatNumber(following)}.`,
  posts: 'Posts',
  replies: 'Posts and replies',
  which: 'What to read',
  postsOf: (name: string) => `Posts by ${name}`,
  edit: 'Edit your profile',
  more: 'More',
  moreAbout: (name: string) => `More about ${name}`,
  loading: 'Loading the profile',
  goneTitle: 'Nobody by this name',
  gone: 'Nobody here has this name, or the account is gone.',
  failed: 'The profile could not be read.',
  again: 'Try again',
  blockedTitle: (name: string) => `You blocked ${name}.`,
  blocked: 'Neither of you sees the other.',
  mutedTitle: (name: string) => `You muted ${name}.`,
  muted: 'Their posts stand here, and nowhere else for you.',
  noPosts: 'Nothing to read here',
  noPostsText: 'Nothing was posted yet, or nothing that is for you to see.',
} as const
