/** The small pictures to put into a text. */
export const emojiPicker = {
  title: 'Emoji',
  search: 'Look for a name',
  loading: 'The pictures are coming',
  own: 'Of this community',
  common: 'Everywhere',
  none: 'Nothing of this name. Try another word.',
} as const
