import { formatNumber, plural } from '../../../shared/text/figures.ts'

/** What is offered while a name, a hashtag or a small picture is being written. */
export const completion = {
  people: 'People',
  tags: 'Hashtags',
  emojis: 'Small pictures',
  offered: (n: number) =>
    `${formatNumber(n)} ${plural(n, 'suggestion', 'suggestions')}. Arrow keys choose, Enter takes, Escape closes.`,
} as const
