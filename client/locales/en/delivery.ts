/** How far an own post got. */
export const delivery = {
  title: 'How far it got',
  text: 'People on other servers read your post there, so it is sent to each server where somebody follows you or is named in it.',
  loading: 'Loading how far it got',
  failed: 'This could not be read.',
  again: 'Try again',
  close: 'Close',
  reached: (delivered: number, servers: number) =>
    `Delivered to ${delivered} of ${servers} ${servers === 1 ? 'server' : 'servers'}.`,
  nowhere: 'It went to no other server: nobody elsewhere follows you or is named in it, or it was posted long ago.',
  waiting: (count: number) =>
    count === 1
      ? 'One server does not answer just now. It is tried again for two days.'
      : `${count} servers do not answer just now. They are tried again for two days.`,
  lost: (count: number) => (count === 1 ? 'One server did not take it.' : `${count} servers did not take it.`),
  unreached: 'Not reached yet',
  state: { waiting: 'is tried again', failed: 'did not take it' },
}
