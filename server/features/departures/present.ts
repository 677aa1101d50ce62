import type { Context } from '../../context.ts'
import { nameLeft } from './queries.ts'

/** How the name of somebody who left is known, without being there to read. */
export const hashOfName = (ctx: Context, name: string) => ctx.vault.fingerprint('left-name', name.toLowerCase())

/** Whether somebody who left had this name: nobody else gets it, so that nobody can pass for them. */
export const isOfSomebodyGone = (ctx: Context, name: string): boolean =>
  nameLeft(ctx.db, { hash: hashOfName(ctx, name) }) !== undefined
