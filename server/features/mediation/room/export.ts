import type { MediationView } from '../../../../shared/api/mediation.ts'
import { isParty } from '../../../../shared/mediation/case.ts'
import { caucusOf } from '../../../../shared/mediation/streams.ts'
import type { Context } from '../../../context.ts'
import { notFound } from '../../../core/errors.ts'
import { presentCase } from '../present.ts'
import type { Seat } from '../seats.ts'

/** One's own copy of a case. */
type Exported = Pick<MediationView, 'code_name' | 'track' | 'state' | 'created_at' | 'intake' | 'agreement'> & {
  messages: { at: string; stream: string; author: string; text: string; carried: boolean }[]
}

/**
 * What a side takes away: what they wrote, what they said, what reached both, and the agreement. What the mediator said
 * to them alone is the mediator's too and stays; the other side's own talk was never theirs to read. Throws 404 for
 * everybody else.
 */
export function exportCase(ctx: Context, seat: Seat): Exported {
  if (!isParty(seat.role)) throw notFound()
  const { code_name, track, state, created_at, intake, agreement, streams } = presentCase(ctx, seat)
  const own = caucusOf(seat.role)
  const messages = streams
    .filter(({ name }) => name === own || name === 'joint')
    .flatMap((stream) => stream.messages)
    .filter((message) => message.stream === 'joint' || message.author === 'you' || message.carried)
    .filter((message) => message.state === 'sent' || message.author === 'you')
    .map(({ created_at: at, stream, author_name: author, text, carried }) => ({ at, stream, author, text, carried }))
  return { code_name, track, state, created_at, intake, agreement, messages }
}
