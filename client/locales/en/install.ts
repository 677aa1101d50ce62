/** That the community can stand among one's apps. */
export const install = {
  title: 'This can stand among your apps.',
  text: 'It opens by itself then, without a browser’s bars, and lets you read what you last read without a network.',
  textApple:
    'Open the share menu of your browser, and choose “Add to Home Screen”. It opens by itself then, and lets you read what you last read without a network.',
  yes: 'Put it there',
  no: 'Not now',
  understood: 'I see',
} as const
