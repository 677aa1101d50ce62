import type { Poll } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { invalidFields, notFound } from '../../core/errors.ts'
import { readRelations } from '../../policies/relations.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentStatuses } from '../statuses/present.ts'
import { statusById } from '../statuses/queries.ts'
import { isOver } from './present.ts'
import { insertVote, optionsOf, pollById, votesBy } from './queries.ts'

const refuse = (error: string, description: string) => invalidFields({ choices: [{ error, description }] })

/** A poll on a post that the viewer may see. Throws 404 for every other one, whether it exists or not. */
export function readPoll(ctx: Context, viewer: Viewer | undefined, id: number): Poll {
  const row = pollById(ctx.db, { id })
  const [status] = row ? presentStatuses(ctx, viewer, [row.statusId]) : []
  if (!status?.poll) throw notFound()
  return status.poll
}

/**
 * Votes once for each of the options chosen (numbers from 0). Throws 404 as {@link readPoll} and where the viewer blocks
 * the author, 422 for one's own poll, one that is over, a choice that is none, and for voting twice.
 */
export function vote(ctx: Context, viewer: Viewer, { id, choices }: { id: number; choices: number[] }): Poll {
  return ctx.transact(() => {
    readPoll(ctx, viewer, id)
    const row = pollById(ctx.db, { id })
    const status = row && statusById(ctx.db, { id: row.statusId })
    if (!row || !status) throw notFound()
    const me = viewer.accountId
    if (readRelations(ctx.db, me, [status.accountId], ctx.now()).blocking.has(status.accountId)) throw notFound()
    if (status.accountId === me) throw refuse('ERR_OWN', 'This is your own poll. Others vote in it.')
    if (isOver(row, ctx.now())) throw refuse('ERR_OVER', 'This poll is over.')
    const ids = JSON.stringify([id])
    const chosen = [...new Set(choices)]
    const count = optionsOf(ctx.db, { ids }).length
    if (chosen.length === 0) throw refuse('ERR_BLANK', 'Choose something first.')
    if (chosen.some((choice) => choice < 0 || choice >= count)) {
      throw refuse('ERR_INCLUSION', 'This poll has no such option (any more).')
    }
    if (chosen.length > 1 && row.multiple === 0) throw refuse('ERR_TOO_MANY', 'In this poll you choose one option.')
    const before = votesBy(ctx.db, { me, ids }).map(({ position }) => position)
    if (row.multiple === 0 ? before.length > 0 : chosen.some((choice) => before.includes(choice))) {
      throw refuse('ERR_TAKEN', 'You have voted in this poll already.')
    }
    for (const position of chosen) insertVote(ctx.db, { pollId: id, me, position, now: ctx.now() })
    ctx.emit('pollVoted', { pollId: id, statusId: row.statusId, accountId: me })
    return readPoll(ctx, viewer, id)
  })
}
