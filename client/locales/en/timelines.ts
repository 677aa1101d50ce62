import { formatNumber, plural } from '../../../shared/text/figures.ts'

/** Lists of posts. */
export const timelines = {
  home: 'Home',
  following: 'Following',
  everyone: 'Everyone here',
  timelines: 'Timelines',
  remote: 'Elsewhere',
  remoteHint:
    'Public posts from other servers, as far as this one knows them: by people whom somebody here follows, and what those share.',
  allServers: 'All',
  allServersHint: 'What everyone here writes in public, together with what is known from other servers.',
  emptyRemote: 'Nothing from elsewhere yet',
  emptyRemoteText: 'As soon as somebody here follows people on other servers, what those write in public stands here.',
  emptyRemoteLink: 'Look around on other servers',
  tag: (name: string) => `#${name}`,
  tagHint: (name: string) => `Public posts with #${name} that this server knows.`,
  writeTitle: 'Write',
  emptyHome: 'Nothing here yet',
  emptyHomeText: 'Home shows what you write, and what the people you follow write. Look at what',
  emptyHomeLink: 'everyone here',
  emptyHomeMore: 'wrote, and follow whom you like.',
  emptyHomeSteps: 'New here? Take the first steps: your profile, content warnings, and people to follow.',
  emptyTag: 'Nothing with this hashtag',
  emptyTagText: 'Nobody here has used it in public, as far as this server knows.',
  writing: 'While you write',
  writingText: 'Other people read what you write here with all they carry. The rules are what we promised each other.',
  rules: 'Read the rules',
} as const

/** What a list says about itself: while it is read, when it failed, at its end. */
export interface ListWords {
  look: string
  showNew: (n: number) => string
  shown: (n: number) => string
  nothingNew: string
  loading: string
  loadingMore: string
  failed: string
  failedMore: string
  again: string
  end: string
}

/** The words of a list of posts. */
export const listOfPosts: ListWords = {
  look: 'Look for new posts',
  showNew: (n) => `Show ${formatNumber(n)} new ${plural(n, 'post', 'posts')}`,
  shown: (n) => `${formatNumber(n)} new ${plural(n, 'post', 'posts')}, above the ones you know.`,
  nothingNew: 'Nothing new.',
  loading: 'Loading posts',
  loadingMore: 'Loading older posts',
  failed: 'The posts could not be read.',
  failedMore: 'The older posts could not be read.',
  again: 'Try again',
  end: 'You have read everything.',
}
