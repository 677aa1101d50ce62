import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArchiveState } from '../../../shared/api/account.ts'
import type { Status } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { newSecret } from '../../core/crypto.ts'
import { conflict, notFound } from '../../core/errors.ts'
import { makeFolder } from '../../core/folders.ts'
import { mediaFolder } from '../../core/pictures/files.ts'
import type { Worker } from '../../core/queue/worker.ts'
import { writeZip, type ZipWriter } from '../../core/zip/write.ts'
import type { Events } from '../../events.ts'
import type { Jobs } from '../../job-payloads.ts'
import { limits } from '../../limits.ts'
import { asMember, type Viewer } from '../../policies/viewer.ts'
import { presentCredentials } from '../accounts/present.ts'
import { accountById } from '../accounts/queries.ts'
import { presentStatuses } from '../statuses/present.ts'
import { exported, exportList } from './lists.ts'
import {
  type ArchiveRow,
  archiveById,
  archivesOf,
  deleteArchive,
  failArchive,
  finishArchive,
  insertArchive,
  newestArchive,
  oldArchives,
  postsToExport,
} from './queries.ts'

const folderOf = (ctx: Context) => join(ctx.config.dataDir, 'archives')

/** Where somebody's archive stands. */
export function readArchive(ctx: Context, { accountId }: Viewer): ArchiveState {
  const row = newestArchive(ctx.db, { accountId })
  if (!row || row.expiresAt <= ctx.now()) return { state: 'none', created_at: null, expires_at: null, bytes: null }
  return {
    state: row.failed === 1 ? 'failed' : row.file === null ? 'making' : 'ready',
    created_at: new Date(row.createdAt).toISOString(),
    expires_at: new Date(row.expiresAt).toISOString(),
    bytes: row.bytes,
  }
}

/** Asks for an archive of one's own posts. Throws 409 where one was made lately. */
export function askArchive(ctx: Context, viewer: Viewer): ArchiveState {
  const { accountId } = viewer
  return ctx.transact(() => {
    const last = newestArchive(ctx.db, { accountId })
    const now = ctx.now()
    if (last && last.failed === 0 && now - last.createdAt < limits.archiveEvery)
      throw conflict('One was made today. Take that, or ask again tomorrow.')
    const id = ctx.newId()
    insertArchive(ctx.db, { id, accountId, now, expiresAt: now + limits.archiveLasts })
    ctx.queue.add('makeArchive', { archiveId: id })
    return readArchive(ctx, viewer)
  })
}

/** The file of one's own archive. Throws 404. */
export function archiveFile(ctx: Context, { accountId }: Viewer): string {
  const row = newestArchive(ctx.db, { accountId })
  if (!row?.file || row.expiresAt <= ctx.now()) throw notFound('There is no file to fetch. Ask for a new one.')
  return join(folderOf(ctx), row.file)
}

/** A post as it is the author's: without the people and posts of others that stand around it. */
function own({ account: _account, quote: _quote, card: _card, media_attachments: media, ...post }: Status) {
  return { ...post, media_attachments: media.map((one) => ({ ...one, file: nameOf(one.url) })) }
}

/** The name under which a picture lies with us, from its address. */
const nameOf = (url: string | null | undefined) => /([0-9a-f]{2}\/[0-9a-f]{40}\.\w+)$/.exec(url ?? '')?.[1]

async function addPicture(ctx: Context, zip: ZipWriter, file: string | null | undefined): Promise<void> {
  if (file) await zip.addFile(`media/${file}`, join(mediaFolder(ctx.config.dataDir), file))
}

async function fill(ctx: Context, zip: ZipWriter, viewer: Viewer): Promise<void> {
  const me = { accountId: viewer.accountId }
  const account = accountById(ctx.db, { id: viewer.accountId })
  await zip.addText('profile.json', JSON.stringify(presentCredentials(ctx, viewer.accountId), undefined, 2))
  for (const file of [account?.avatar, account?.header]) await addPicture(ctx, zip, file)
  for (const what of exported) await zip.addText(`${what}.csv`, exportList(ctx, viewer, what))
  let after = 0
  for (let part = 1; ; part += 1) {
    const ids = postsToExport(ctx.db, { ...me, after, most: limits.archiveChunk }).map(({ id }) => id)
    if (ids.length === 0) return
    after = ids.at(-1) ?? after
    const posts = presentStatuses(ctx, viewer, ids).map(own)
    await zip.addText(`posts/${String(part).padStart(4, '0')}.json`, JSON.stringify(posts, undefined, 2))
    for (const post of posts) for (const { file } of post.media_attachments) await addPicture(ctx, zip, file)
  }
}

async function make(ctx: Context, { id, accountId }: ArchiveRow): Promise<void> {
  const viewer = asMember(accountId)
  makeFolder(folderOf(ctx))
  const file = `${newSecret()}.zip`
  const path = join(folderOf(ctx), file)
  const zip = await writeZip(path)
  try {
    await fill(ctx, zip, viewer)
    finishArchive(ctx.db, { id, file, bytes: await zip.finish() })
  } catch (thrown) {
    await rm(path, { force: true })
    throw thrown
  } finally {
    await zip.stop()
  }
}

/** Writes somebody's posts, pictures and lists into one file, some posts at a time. */
export const makeArchive: Worker<Context, Jobs['makeArchive']> = {
  retryIn: (attempts) => (attempts > 2 ? undefined : 60_000),
  async run(ctx, { archiveId }) {
    const row = archiveById(ctx.db, { id: archiveId })
    if (!row || row.file !== null) return
    await make(ctx, row).catch((thrown) => {
      failArchive(ctx.db, { id: archiveId })
      throw thrown
    })
  },
}

async function drop(ctx: Context, rows: readonly ArchiveRow[]): Promise<void> {
  for (const { id, file } of rows) {
    if (file !== null) await rm(join(folderOf(ctx), file), { force: true })
    deleteArchive(ctx.db, { id })
  }
}

/** Takes away archives whose time is over. */
export const sweepArchives = (ctx: Context) => drop(ctx, oldArchives(ctx.db, { now: ctx.now() }))

/** With an account go its archives; told while the account can still be read. */
export function dropArchivesOf(ctx: Context, { accountId }: Events['accountRemoved']): void {
  const files = archivesOf(ctx.db, { accountId }).flatMap(({ file }) => file ?? [])
  if (files.length > 0) ctx.queue.add('dropArchives', { files })
}

/** Takes the files of archives away; it may run twice. */
export const dropArchives: Worker<Context, Jobs['dropArchives']> = {
  async run(ctx, { files }) {
    for (const file of files) await rm(join(folderOf(ctx), file), { force: true })
  },
}
