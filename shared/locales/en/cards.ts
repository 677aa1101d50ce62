/** What stands below a post about the page that it links to. */
export const cards = {
  label: (title: string, host: string) => `Link: ${title}, at ${host}`,
  takeOff: 'Take the link’s preview off',
  takenOff: 'The preview is off. The link stays.',
  notTakenOff: 'The preview was not taken off.',
} as const
