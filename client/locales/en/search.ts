import { formatNumber, plural } from '../../../shared/text/figures.ts'

/** Searching, and the directory. */
export const search = {
  title: 'Search',
  field: 'People, hashtags and posts',
  go: 'Search',
  clear: 'Empty the box',
  kinds: 'What to look through',
  people: 'People',
  posts: 'Posts',
  tags: 'Hashtags',
  recent: 'You looked for',
  recentHint: 'Kept in this browser only, for you alone.',
  forget: 'Forget these',
  forgotten: 'Forgotten.',
  startTitle: 'What are you looking for?',
  start:
    'In posts, you find what you wrote, what names you, what you answered, liked, saved or boosted, and public posts of people who let theirs be found.',
  directory: 'Look at everybody who wants to be found',
  toTag: (name: string) => `Public posts with #${name}`,
  toPerson: (name: string) => `The page of @${name}`,
  noPosts: 'No post has these words',
  noPostsText:
    'Only posts that concern you, and those of people who let theirs be found, are looked through. Try fewer or other words.',
  besidesPeople: 'But people with this name were found',
  besidesTags: 'But hashtags with this word were found',
  noPeople: 'Nobody is called that',
  noPeopleText: 'Try the beginning of a name. People whom you do not know show up by what they say about themselves.',
  noTags: 'No public post has such a hashtag',
  noTagsText: 'Try its first letters.',
  postsFor: (q: string) => `Posts with ${q}`,
  postsEnd: 'These are all the posts that were found.',
  peopleFor: (q: string) => `People for ${q}`,
  tagsFor: (q: string) => `Hashtags for ${q}`,
  used: (people: number) =>
    people === 0
      ? 'Not used this week'
      : `Used by ${formatNumber(people)} ${plural(people, 'person', 'people')} this week`,
  loadingTags: 'Looking for hashtags',
  failed: 'That could not be looked for.',
  again: 'Try again',
  exactly: 'Search more exactly',
  operators: [
    ['"rent strike"', 'these words in this order'],
    ['-rent', 'without this word'],
    ['from:me from:@name', 'by you, or by somebody'],
    ['before:2026-11 after:2026-10-20 during:2026', 'by year, month or day'],
    ['in:library in:public', 'only what concerns you, or only what all may find'],
    ['has:cw has:link has:media has:poll', 'with a warning, a link, a picture, a poll'],
    ['is:reply is:sensitive', 'answers, or posts marked as sensitive'],
    ['language:de', 'in a language, by its short name'],
  ],
} as const

/** The directory of people who want to be found. */
export const directory = {
  title: 'Who is here',
  hint: 'People who want to be found. Who chose nothing about it does not stand here.',
  order: 'Order',
  suggested: 'For you',
  suggestedHint: 'Whom the people you follow follow, then who is active here. They all want to be found.',
  notThem: 'Not them',
  notThemAgain: (name: string) => `${name} is not suggested again.`,
  noneTitle: 'Nobody to suggest just now',
  noneText: 'You know everybody whom we could think of.',
  active: 'Lately active',
  new: 'Newest',
  collections: 'Collections',
  label: 'People who want to be found',
  empty: 'Nobody has asked to be found yet',
  emptyText: 'Who wants to stand here says so in their settings, under Profile.',
} as const
