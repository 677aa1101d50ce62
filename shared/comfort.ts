/** What a reader can choose for one device beside leaving it to the system; no two kinds share a word. */
export const comforts = {
  text: ['large', 'larger', 'largest'],
  contrast: ['more'],
  motion: ['less'],
  colours: ['light', 'dark'],
} as const

/** One of the kinds of {@link comforts}, an attribute of the page's root. */
export type Comfort = keyof typeof comforts
