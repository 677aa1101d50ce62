import { formatNumber, plural } from '../../../shared/text/figures.ts'

/** The page on which the community's small pictures are kept. */
export const houseEmojis = {
  lede: 'Small pictures that members put into what they write, by their name between colons, such as :fist:. Apps show them too.',
  add: 'Add a picture',
  image: 'Picture',
  imageHint: 'PNG, WebP, GIF, JPEG or AVIF, at most 256 kB. Of one that moves we also keep a copy that does not.',
  shortcode: 'Name',
  shortcodeHint: 'Letters a to z, digits and _. People write it between colons.',
  category: 'Drawer',
  categoryHint: 'Pictures of one drawer stand together where they are chosen.',
  visible: 'Offer it where pictures are chosen',
  addYes: 'Add it',
  added: (name: string) => `Added :${name}:.`,
  count: (n: number) => `${formatNumber(n)} ${plural(n, 'picture', 'pictures')}`,
  none: 'No pictures yet',
  noneText: 'The first one can be anything that your members say to each other.',
  noDrawer: 'In no drawer',
  moves: 'moves',
  hidden: 'not offered',
  disabled: 'out of use',
  disable: 'Take out of use',
  enable: 'Use again',
  disabledNow: (name: string) => `:${name}: is out of use.`,
  enabledNow: (name: string) => `:${name}: is in use again.`,
  deleteTitle: (name: string) => `Delete :${name}:?`,
  deleteText:
    'Where it was written, its name stands from then on. Taking it out of use does the same, and can be undone.',
  deleted: (name: string) => `Deleted :${name}:.`,
} as const
