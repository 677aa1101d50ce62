/** What stands of pauses on posts, profiles and under the box; the rest is read with its own pages. */
export const pauseEntry = {
  notDone: 'That did not work.',
  thread: 'Pause this conversation',
  threadHint: 'Nothing in it reaches your inbox. Nobody is told',
  endThread: 'End the pause of this conversation',
  person: (name: string) => `Pause or mute ${name}`,
  personHint: 'You see nothing of theirs. They are not told',
  endPerson: (name: string) => `Stop muting ${name}`,
  truce: (name: string) => `Offer ${name} a truce`,
  truceHint: 'Neither of you sees or answers the other for a time',
  threadPaused: 'This conversation is paused.',
  threadGoesOn: 'This conversation reaches you again.',
  often: 'You two have gone back and forth a lot.',
  wait: 'Wait 10 minutes',
  waiting: 'Your words are kept. In ten minutes we say so here.',
  waited: (name: string) => `Ten minutes have passed. What you wrote to ${name} is still in the box.`,
  why: 'Why we say this',
} as const
