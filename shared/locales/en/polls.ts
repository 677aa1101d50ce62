import { formatNumber, formatWhen, plural } from '../../text/figures.ts'

/** Polls: asking and voting. */
export const polls = {
  poll: 'Poll',
  one: 'Choose one',
  several: 'Choose one or more',
  vote: 'Vote',
  choose: 'Choose something first.',
  voted: 'Your vote is counted.',
  notVoted: 'Not voted.',
  results: 'See the numbers',
  back: 'Back to the choices',
  look: 'Look again',
  looked: 'The numbers are as of now.',
  notLooked: 'The numbers could not be read.',
  percent: (n: number) => `${n} %`,
  yours: 'your vote',
  hidden: 'The numbers are shown when it is over.',
  people: (n: number) => `${formatNumber(n)} ${plural(n, 'person', 'people')} voted`,
  ends: (at: string) => `ends ${whenIn(at)}`,
  ended: (at: string) => `ended ${formatWhen(at)}`,
  endsOn: (date: string) => `ends on ${date}`,
  endedOn: (date: string) => `ended on ${date}`,
  add: 'Poll',
  addTitle: 'Ask a question with choices',
  option: (n: number) => `Choice ${n}`,
  more: 'Add a choice',
  less: (n: number) => `Take away choice ${n}`,
  takeOff: 'Take off the poll',
  multiple: 'People can choose several',
  hide: 'Hide the numbers until it is over',
  lasts: 'It ends after',
  stays: 'as it is now',
  resets: 'If you change the choices, everybody votes anew.',
  needs: 'A poll needs two choices that say different things.',
  durations: {
    1800: '30 minutes',
    3600: 'an hour',
    21600: '6 hours',
    86400: 'a day',
    259200: '3 days',
    604800: 'a week',
    1209600: 'two weeks',
    2592000: '30 days',
  } as Readonly<Record<number, string>>,
} as const

const whenIn = (at: string): string => {
  const when = formatWhen(at)
  return /^\d/.test(when) ? `on ${when}` : when
}
