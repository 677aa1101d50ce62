/**
 * What a post is found by beside its words: tokens of the column `marks`. Each ends in a digit, which keeps the
 * stemmer away from it.
 */
export const marks = {
  /** Whoever wrote it, is named in it or did something with it finds it. */
  library: (accountId: number) => `a${accountId}`,
  /** Every member finds it. */
  open: 'p0',
  from: (accountId: number) => `f${accountId}`,
  language: (code: string) => `l${plain(code.split('-')[0] ?? '')}0`,
  topic: (slug: string) => `t${plain(slug)}0`,
  reply: 'ireply0',
  sensitive: 'isensitive0',
  has: (what: Having) => `h${what}0`,
} as const

/** What `has:` can ask for. */
export const havings = ['media', 'poll', 'link', 'cw'] as const
/** One of {@link havings}. */
export type Having = (typeof havings)[number]

const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
