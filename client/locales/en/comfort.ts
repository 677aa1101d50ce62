/** How this device shows it all. */
export const comfort = {
  title: 'How it looks on this device',
  hint: 'What your device asks for holds everywhere. Here you can ask for more, in this browser alone, which tells us with each page; we keep none of it.',
  text: 'Size of the text',
  textChoices: { '': 'As the device has it', large: 'Large', larger: 'Larger', largest: 'Largest' },
  contrast: 'Contrast',
  contrastChoices: { '': 'As the device has it', more: 'High: black, white, and strong lines' },
  motion: 'Movement',
  motionChoices: { '': 'As the device has it', less: 'Nothing moves by itself' },
  colours: 'Light or dark',
  coloursChoices: { '': 'As the device has it', light: 'Always light', dark: 'Always dark' },
} as const
