const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu

/**
 * A text as it is put into the index and asked of it: scripts that write words without spaces are taken sign by sign,
 * so that any part of them is found.
 */
export const spaced = (text: string) => text.replaceAll('\0', ' ').replace(unspaced, ' $& ')

/** Whether there is anything in a text that the index knows: a letter or a digit. */
export const hasWord = (text: string) => /[\p{L}\p{N}]/u.test(text)
