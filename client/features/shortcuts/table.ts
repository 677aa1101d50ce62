/** What a shortcut does: something with the post that is being read, a way to go, or something for the whole page. */
export type Deed =
  | 'next'
  | 'previous'
  | 'open'
  | 'author'
  | 'reply'
  | 'mention'
  | 'boost'
  | 'quote'
  | 'favourite'
  | 'bookmark'
  | 'more'
  | 'unfold'
  | 'reveal'
  | 'media'
  | 'write'
  | 'writeNew'
  | 'warn'
  | 'leave'
  | 'search'
  | 'newer'
  | 'top'
  | 'list'
  | 'back'
  | 'home'
  | 'local'
  | 'inbox'
  | 'conversations'
  | 'favourites'
  | 'bookmarks'
  | 'lists'
  | 'profile'
  | 'requests'
  | 'pauses'
  | 'settings'

/** Keys as `event.key` gives them: one, two after each other (`g h`), or with Alt (`Alt+n`). The first is the one shown. */
export type Shortcut = { keys: readonly [string, ...string[]]; deed: Deed }

/** The shortcuts, as Mastodon has them where it has one, in the groups in which they are shown. */
export const shortcuts = {
  reading: [
    { keys: ['j', 'ArrowDown'], deed: 'next' },
    { keys: ['k', 'ArrowUp'], deed: 'previous' },
    { keys: ['o', 'Enter'], deed: 'open' },
    { keys: ['p'], deed: 'author' },
    { keys: ['x'], deed: 'unfold' },
    { keys: ['h'], deed: 'reveal' },
    { keys: ['e'], deed: 'media' },
    { keys: ['.'], deed: 'newer' },
    { keys: ['0'], deed: 'top' },
    { keys: ['Backspace'], deed: 'back' },
  ],
  answering: [
    { keys: ['r'], deed: 'reply' },
    { keys: ['m'], deed: 'mention' },
    { keys: ['b'], deed: 'boost' },
    { keys: ['q'], deed: 'quote' },
    { keys: ['f'], deed: 'favourite' },
    { keys: ['d'], deed: 'bookmark' },
    { keys: ['a'], deed: 'more' },
  ],
  writing: [
    { keys: ['n'], deed: 'write' },
    { keys: ['Alt+n'], deed: 'writeNew' },
    { keys: ['Alt+x'], deed: 'warn' },
    { keys: ['Escape'], deed: 'leave' },
  ],
  going: [
    { keys: ['s', '/'], deed: 'search' },
    { keys: ['g h'], deed: 'home' },
    { keys: ['g l'], deed: 'local' },
    { keys: ['g n'], deed: 'inbox' },
    { keys: ['g d'], deed: 'conversations' },
    { keys: ['g f'], deed: 'favourites' },
    { keys: ['g k'], deed: 'bookmarks' },
    { keys: ['g i'], deed: 'lists' },
    { keys: ['g u'], deed: 'profile' },
    { keys: ['g r'], deed: 'requests' },
    { keys: ['g m', 'g b'], deed: 'pauses' },
    { keys: ['g s'], deed: 'settings' },
    { keys: ['?'], deed: 'list' },
  ],
} as const satisfies Record<string, readonly Shortcut[]>

/** A group of {@link shortcuts}. */
export type Group = keyof typeof shortcuts

const all: readonly Shortcut[] = Object.values(shortcuts).flat()

/** What a press, after an earlier one that began a sequence, stands for; `begins` when it may begin one. */
export function deedOf(pressed: string, before: string | undefined): Deed | 'begins' | undefined {
  const sequence = before === undefined ? undefined : `${before} ${pressed}`
  const found =
    all.find(({ keys }) => sequence !== undefined && keys.includes(sequence)) ??
    all.find(({ keys }) => keys.includes(pressed))
  if (found) return found.deed
  return all.some(({ keys }) => keys.some((key) => key.startsWith(`${pressed} `))) ? 'begins' : undefined
}
