import type { Context } from './context.ts'
import type { Reactions } from './core/transact.ts'
import type { Events } from './events.ts'

/** Who reacts to what: `during` stands or falls with the event, `after` once it is committed. */
export const reactions: Reactions<Context, Events> = {}
