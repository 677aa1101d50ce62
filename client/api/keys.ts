/** The names under which answers are kept. Every list of posts begins with `posts`, so that all can be walked at once. */
export const keys = {
  home: ['posts', 'home'],
  local: ['posts', 'local'],
  found: (q: string) => ['posts', 'found', q],
  tag: (name: string) => ['posts', 'tag', name.toLowerCase()],
  profilePosts: (accountId: string, which: 'posts' | 'replies' | 'pictures') => ['posts', 'profile', accountId, which],
  favourites: ['posts', 'favourites'],
  bookmarks: ['posts', 'bookmarks'],
  pinned: (accountId: string) => ['pinned', accountId],
  doers: (statusId: string, which: 'boosts' | 'likes') => ['people', which, statusId],
  thread: (statusId: string) => ['thread', statusId],
  profile: (acct: string) => ['profile', acct.toLowerCase()],
  inbox: ['inbox'],
  unread: ['unread'],
  requests: ['requests'],
  topics: ['topics'],
} as const
