import type { Context } from '../../../context.ts'
import { openTold } from './content.ts'
import type { ActionRow } from './queries.ts'
import { stepOf } from './steps.ts'

/** Whether something that was done says to the person why. */
export const saysWhy = (ctx: Context, content: Buffer): boolean => openTold(ctx, content).statement !== ''

/** Whether something is the gravest of what was decided in one step: by that the person is told of all of it. */
export const leadsStep = (ctx: Context, action: ActionRow): boolean =>
  stepOf(ctx, action).find(({ overAt }) => overAt === null)?.id === action.id
