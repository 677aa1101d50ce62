/** The preview of the page that a post links to. */
export const cards = {
  takeOff: 'Take the link’s preview off',
  takenOff: 'The preview is off. The link stays.',
  notTakenOff: 'The preview was not taken off.',
} as const
