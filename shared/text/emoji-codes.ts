/** A small picture's name between colons that no letter, digit or colon touches, as Mastodon reads it. */
const named = /(?<![\p{L}\p{N}:]):([a-zA-Z0-9_]{2,}):(?![\p{L}\p{N}:])/gu

/** The names of small pictures that a text asks for. */
export const emojiCodesIn = (text: string): string[] => [...text.matchAll(named)].map(([, code = '']) => code)

// elsewhere names may be shorter, and have other signs in them
const namedElsewhere = /(?<![\p{L}\p{N}:]):([\w.+-]{1,80}):(?![\p{L}\p{N}:])/gu

/** A text in pieces: words, and between them the names of small pictures, of here or elsewhere; the odd ones are the names. */
export const splitByEmoji = (text: string): string[] => text.split(namedElsewhere)
