import type { Context } from '../../context.ts'
import { sha256Hex } from '../../core/crypto.ts'
import { readFileNow, removeFile } from '../../core/pictures/files.ts'
import { barPicture, unbarPictures } from '../../core/pictures/queries.ts'
import type { Worker } from '../../core/queue/worker.ts'
import type { Events } from '../../events.ts'
import type { Jobs } from '../../job-payloads.ts'
import { accountById } from '../accounts/queries.ts'
import { looksOf, lostFiles, mediaOf, postsWithFile } from './queries.ts'

/** The file of a replaced picture of a profile goes once the change is committed. */
export function dropReplacedPicture(ctx: Context, { file }: Events['pictureReplaced']): void {
  ctx.queue.add('deleteFiles', { files: [file] })
}

/** With an account go the files of its pictures; told while the account can still be read. */
export function dropPicturesOfRemoved(ctx: Context, { accountId }: Events['accountRemoved']): void {
  const account = accountById(ctx.db, { id: accountId })
  const files = [account?.avatar, account?.header].filter((file) => typeof file === 'string')
  if (files.length > 0) ctx.queue.add('deleteFiles', { files })
  // those of its posts are known once it is gone
  ctx.queue.add('clearFiles', {})
}

/** With a post go the files of its pictures. */
export function dropPicturesOfPost(ctx: Context): void {
  if (lostFiles(ctx.db, { most: 1 }).length > 0) ctx.queue.add('clearFiles', {})
}

/** The pictures of a post that goes because of what they show do not come again, and are looked at where else they are; told while their files are there. */
export function barCondemned(ctx: Context, { statusId, actionId, bars }: Events['statusCondemned']): void {
  if (!bars) return
  const looks = looksOf(ctx.db, { statusId })
  for (const { id, file } of mediaOf(ctx.db, { ids: JSON.stringify([statusId]) })) {
    const bytes = file === null ? undefined : readFileNow(ctx.config.dataDir, file)
    if (!bytes) continue
    const hash = sha256Hex(bytes)
    const likeness = looks.find((one) => one.id === id)?.likeness ?? Buffer.alloc(0)
    barPicture(ctx.db, { hash, actionId, likeness, now: ctx.now() })
    for (const twin of postsWithFile(ctx.db, { hash, but: statusId })) {
      if (twin.statusId !== null) ctx.emit('pictureTwinFound', { statusId: twin.statusId, actionId })
    }
  }
  ctx.queue.add('findAlike', { actionId, after: 0 })
}

/** Once that was found to be wrong they may. */
export function unbarReturned(ctx: Context, { actionId }: Events['actionOver']): void {
  unbarPictures(ctx.db, { actionId })
}

/** Takes files away; it may run twice. */
export const deleteFiles: Worker<Context, Jobs['deleteFiles']> = {
  async run(ctx, { files }) {
    for (const file of files) await removeFile(ctx.config.dataDir, file)
  },
}
