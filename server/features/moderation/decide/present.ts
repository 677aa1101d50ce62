import type { Context } from '../../../context.ts'
import { openTold } from './content.ts'

/** Whether something that was done says to the person why. */
export const saysWhy = (ctx: Context, content: Buffer): boolean => openTold(ctx, content).statement !== ''
