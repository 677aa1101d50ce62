import { z } from 'zod'
import { countGraphemes } from '../../../shared/text/length.ts'
import type { Context } from '../../context.ts'
import { SECOND } from '../../core/clock.ts'
import { invalidFields } from '../../core/errors.ts'
import { flag, listOf, whole } from '../../http/forms.ts'
import { limits } from '../../limits.ts'
import { isOver } from '../polls/present.ts'
import {
  changePoll,
  insertOption,
  insertPoll,
  optionsOf,
  type PollRow,
  pollsOf,
  removeOptions,
  removePoll,
} from '../polls/queries.ts'

/** A poll as forms give it; `expires_in` in seconds, and where an edit leaves it out, the end stays. */
export const pollForm = z.object({
  options: listOf(z.string().max(limits.statusRaw), 100).default([]),
  expires_in: whole.optional(),
  multiple: flag.default(false),
  hide_totals: flag.default(false),
})
/** A checked {@link pollForm}. */
export type PollForm = z.infer<typeof pollForm>

const refuse = (error: string, description: string) => invalidFields({ poll: [{ error, description }] })

/** A post has pictures or a poll, as Mastodon's have. */
export const pollWithPictures = () =>
  refuse('ERR_INCLUSION', 'A post can have pictures or a poll, not both. Nothing was posted.')

/** The options of a poll as they are kept. Throws 422 for too few or many, blank, long or equal ones. */
function readOptions({ options }: PollForm): string[] {
  const titles = options.map((option) => option.toWellFormed().replace(/\s+/g, ' ').trim())
  if (titles.some((title) => title === '')) throw refuse('ERR_BLANK', 'Every option of the poll needs words.')
  if (titles.length < 2) throw refuse('ERR_TOO_SHORT', 'A poll needs two options at least.')
  if (titles.length > limits.pollOptions) {
    throw refuse('ERR_TOO_MANY', `A poll can have ${limits.pollOptions} options at most.`)
  }
  if (titles.some((title) => countGraphemes(title) > limits.pollOption)) {
    throw refuse('ERR_TOO_LONG', `An option can have ${limits.pollOption} characters at most.`)
  }
  if (new Set(titles.map((title) => title.toLowerCase())).size < titles.length) {
    throw refuse('ERR_TAKEN', 'Two options of the poll say the same.')
  }
  return titles
}

function endOf(ctx: Context, seconds: number | undefined): number {
  if (seconds === undefined) throw refuse('ERR_BLANK', 'Say in how many seconds the poll ends (expires_in).')
  if (seconds < limits.pollShortest || seconds > limits.pollLongest) {
    const [shortest, longest] = [limits.pollShortest / 60, Math.floor(limits.pollLongest / 86_400)]
    throw refuse('ERR_INCLUSION', `A poll lasts from ${shortest} minutes to ${longest} days.`)
  }
  return ctx.now() + seconds * SECOND
}

function keepOptions(ctx: Context, pollId: number, titles: readonly string[]): void {
  for (const [position, title] of titles.entries()) insertOption(ctx.db, { pollId, position, title })
}

const closeAt = (ctx: Context, pollId: number, at: number) =>
  ctx.queue.add('closePoll', { pollId }, { at, once: `closePoll:${pollId}:${at}` })

/** Holds a poll to what one can be. Throws 422. */
export function checkPoll(ctx: Context, form: PollForm): void {
  readOptions(form)
  endOf(ctx, form.expires_in)
}

/** Puts a poll on a new post. Throws 422. */
export function askPoll(ctx: Context, statusId: number, form: PollForm): void {
  const titles = readOptions(form)
  const expiresAt = endOf(ctx, form.expires_in)
  const id = ctx.newId()
  insertPoll(ctx.db, { id, statusId, multiple: form.multiple ? 1 : 0, hideTotals: form.hide_totals ? 1 : 0, expiresAt })
  keepOptions(ctx, id, titles)
  closeAt(ctx, id, expiresAt)
}

/** What an edit does to a post's poll, as what is to be run once it is decided; nothing where it stays as it is. */
export function pollChange(ctx: Context, statusId: number, form: PollForm | undefined): (() => void) | undefined {
  const [poll] = pollsOf(ctx.db, { ids: JSON.stringify([statusId]) })
  if (!poll) return form && (() => askPoll(ctx, statusId, form))
  if (!form) return () => void removePoll(ctx.db, { id: poll.id })
  const titles = readOptions(form)
  const before = optionsOf(ctx.db, { ids: JSON.stringify([poll.id]) }).map(({ title }) => title)
  const isReset = titles.join('\n') !== before.join('\n') || form.multiple !== (poll.multiple === 1)
  const isOther = isReset || form.hide_totals !== (poll.hideTotals === 1) || form.expires_in !== undefined
  if (!isOther) return undefined
  if (isOver(poll, ctx.now())) {
    if (isReset) throw refuse('ERR_OVER', 'This poll is over, so its options stay as they are.')
    return undefined
  }
  return () => change(ctx, poll, form, isReset ? titles : undefined)
}

/** Other options are another question: what was voted before does not count for them. */
function change(ctx: Context, poll: PollRow, form: PollForm, titles: readonly string[] | undefined): void {
  const expiresAt = form.expires_in === undefined ? poll.expiresAt : endOf(ctx, form.expires_in)
  changePoll(ctx.db, {
    id: poll.id,
    multiple: form.multiple ? 1 : 0,
    hideTotals: form.hide_totals ? 1 : 0,
    expiresAt,
  })
  if (titles) {
    removeOptions(ctx.db, { pollId: poll.id })
    keepOptions(ctx, poll.id, titles)
  }
  if (expiresAt !== null && expiresAt !== poll.expiresAt) closeAt(ctx, poll.id, expiresAt)
}
