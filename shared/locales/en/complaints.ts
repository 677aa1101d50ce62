/** Why a complaint about one who runs the community is not taken. */
export const complaintRefusals = {
  about: 'Choose one of those who run the community. For anybody else, report what they did.',
  yourself: 'This cannot be about yourself.',
  empty: 'Write what happened.',
  waiting: 'You have a complaint about this person that waits for its answer.',
  answered: 'This complaint was answered already.',
} as const
