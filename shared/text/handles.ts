const handle = /@[\p{L}\p{N}_][\p{L}\p{N}_.-]*(?:@[\p{L}\p{N}.-]+)?/gu

/** The handles in a text that is not for whom they name, as they stand there: `@ann`, `@ann@other.place`. */
export const handlesIn = (text: string): string[] => [
  ...new Set((text.match(handle) ?? []).map((found) => found.replace(/[.-]+$/, ''))),
]

/** The same text with a mark in the place of each handle. */
export const withoutHandles = (text: string): string => text.replace(handle, '[…]')
