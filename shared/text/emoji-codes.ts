/** A small picture's name between colons that no letter, digit or colon touches, as Mastodon reads it. */
const named = /(?<![\p{L}\p{N}:]):([a-zA-Z0-9_]{2,}):(?![\p{L}\p{N}:])/gu

/** The names of small pictures that a text asks for. */
export const emojiCodesIn = (text: string): string[] => [...text.matchAll(named)].map(([, code = '']) => code)

/** A text in pieces: words, and between them the names of small pictures; the odd ones are the names. */
export const splitByEmoji = (text: string): string[] => text.split(named)
