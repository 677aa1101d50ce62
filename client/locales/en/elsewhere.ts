import { formatNumber, plural } from '../../../shared/text/figures.ts'

const replies = (n: number) => `${formatNumber(n)} ${plural(n, 'reply', 'replies')}`

/** What other servers have: people and posts there, and the rest of a conversation. */
export const elsewhere = {
  asking: (host: string) => `Asking ${host}`,
  found: (host: string) => `Found on ${host}`,
  foundEnd: 'This is all that was found there.',
  nothing: (host: string) => `${host} has nothing that we could show`,
  nothingText:
    'The address may be wrong, what it names may be gone or not for everybody, or the server does not answer. This community may also have cut it off.',
  failed: 'That could not be looked up.',
  again: 'Try again',
  label: 'Replies on other servers',
  hereOf: (here: number, all: number) => `${formatNumber(here)} of ${replies(all)} here.`,
  perhaps: (here: number) => `${replies(here)} here. Other servers may have more.`,
  whole: (here: number) => `${replies(here)}: all that other servers told us of.`,
  fetch: 'Fetch the rest',
  fetchMore: 'Fetch more',
  always: 'Always, when I open a conversation',
  came: (n: number) => (n === 0 ? 'Nothing new came.' : `${replies(n)} came.`),
  missing: {
    gone: (n: number) => `${replies(n)} ${plural(n, 'was', 'were')} deleted where ${plural(n, 'it was', 'they were')}.`,
    refused: (n: number) => `${replies(n)} ${plural(n, 'is', 'are')} not for everybody, or of a server cut off here.`,
    unreachable: (n: number) => `${replies(n)}: ${plural(n, 'its server does', 'their servers do')} not answer.`,
    unreadable: (n: number) => `${replies(n)} could not be read here.`,
  },
  more: 'There is more than we fetch at once.',
  filling: (host: string) => `Fetching the latest posts from ${host}`,
}
