import type { Context } from '../context.ts'

type Place = Pick<Context, 'config'>

/** The name of one of our people for other servers; 0 is the server itself. */
export const actorUri = ({ config }: Place, accountId: number): string =>
  accountId === 0 ? `${config.publicUrl}/actor` : `${config.publicUrl}/ap/users/${accountId}`

/** The name of the key with which one of our people, or (0) the server itself, signs. */
export const keyIdOf = (ctx: Place, owner: number): string => `${actorUri(ctx, owner)}#main-key`
