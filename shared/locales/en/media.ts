import { plural } from '../../text/figures.ts'

/** Pictures of posts. */
export const media = {
  pictures: (n: number) => plural(n, 'Picture', 'Pictures'),
  which: (n: number, of: number) => `Picture ${n} of ${of}`,
  one: 'Picture',
  undescribed: 'without a description',
  alt: 'ALT',
  altHint: (which: string) => `What is to be seen: ${which}`,
  covered: (n: number) => `Covered ${plural(n, 'picture', 'pictures')}`,
  sensitive: (n: number) => `The author covered ${plural(n, 'this picture', 'these pictures')}.`,
  byChoice: 'Covered by your choice.',
  byHand: 'Covered by you.',
  hiddenByChoice: (n: number) => `${n} ${plural(n, 'picture', 'pictures')}, left out by your choice.`,
  show: (n: number) => `Show ${plural(n, 'the picture', 'the pictures')}`,
  hide: (n: number) => `Cover ${plural(n, 'the picture', 'the pictures')}`,
  cover: 'Cover',
  moves: 'Moves',
  movesHint: 'It stands still here and moves when you open it.',
} as const
