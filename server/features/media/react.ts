import type { Context } from '../../context.ts'
import { removeFile } from '../../core/pictures/files.ts'
import type { Worker } from '../../core/queue/worker.ts'
import type { Events, Jobs } from '../../events.ts'
import { accountById } from '../accounts/queries.ts'

/** A replaced avatar's file goes once the change is committed. */
export function dropReplacedAvatar(ctx: Context, { file }: Events['avatarReplaced']): void {
  ctx.queue.add('deleteFiles', { files: [file] })
}

/** With an account goes its avatar's file; told while the account can still be read. */
export function dropAvatarOfRemoved(ctx: Context, { accountId }: Events['accountRemoved']): void {
  const file = accountById(ctx.db, { id: accountId })?.avatar
  if (file) ctx.queue.add('deleteFiles', { files: [file] })
}

/** Takes files away; it may run twice. */
export const deleteFiles: Worker<Context, Jobs['deleteFiles']> = {
  async run(ctx, { files }) {
    for (const file of files) await removeFile(ctx.config.dataDir, file)
  },
}
