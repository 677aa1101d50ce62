import type { Deed, Group } from '../../features/shortcuts/table.ts'

const deeds: Record<Deed, string> = {
  next: 'Next post',
  previous: 'Post before',
  open: 'Open the post',
  author: 'Who wrote it',
  reply: 'Reply',
  mention: 'Write to who wrote it',
  boost: 'Boost',
  quote: 'Quote',
  favourite: 'Like',
  bookmark: 'Save',
  more: 'More about the post',
  unfold: 'Open or fold what is under a warning',
  reveal: 'Show or cover its pictures',
  media: 'Open its picture',
  write: 'Into the box to write in',
  writeNew: 'Write on a page of its own',
  warn: 'Put a content warning on',
  leave: 'Leave an empty box',
  search: 'Search',
  newer: 'New posts, or the top',
  top: 'To the top',
  list: 'This list',
  back: 'Back',
  home: 'Home',
  local: 'Local',
  inbox: 'Inbox',
  conversations: 'Private conversations',
  favourites: 'What you liked',
  bookmarks: 'What you saved',
  lists: 'Lists',
  profile: 'Your profile',
  requests: 'Follow requests',
  pauses: 'Whom you paused, muted and blocked',
  settings: 'Settings',
}

const groups: Record<Group, string> = {
  reading: 'Reading',
  answering: 'The post you are at',
  writing: 'Writing',
  going: 'Going',
}

const keys: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc', Backspace: '⌫', Enter: '⏎' }

/** The list of keyboard shortcuts. */
export const shortcutWords = {
  title: 'Keyboard shortcuts',
  open: 'Keyboard shortcuts',
  device: 'On this device',
  keep: 'Keep what I read for where there is no network',
  keepHint: 'Five days, in this browser, and gone when you log out. Switch it off where others use the device too.',
  on: 'Single keys do something on this device',
  or: 'or',
  close: 'Close',
  deeds,
  groups,
  keys,
} as const
