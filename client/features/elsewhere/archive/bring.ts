import type { Brought, BroughtPictures, PictureCounts } from '../../../../shared/api/elsewhere.ts'
import type { CredentialAccount } from '../../../../shared/api/wire.ts'
import { sharedLimits } from '../../../../shared/limits.ts'
import { read, send, Unreachable } from '../../../api/http.ts'
import { serverReturned } from '../../../api/reach.ts'
import { openArchive, placeOf } from './open.ts'
import { nothingYet, piecesOf, together } from './outbox.ts'

const POSTS = '/api/community/v1/arrivals/posts'
const PICTURES = '/api/community/v1/arrivals/pictures'

/** How far it is. */
export interface Told {
  posts?: { done: number; total: number }
  brought?: Brought
  pictures?: PictureCounts
}

/** The file has no list of posts. */
export class NoArchive extends Error {}

/** Sends, and once more when a lost server is back: nothing comes twice. */
async function patiently<T>(method: 'POST' | 'PATCH', path: string, body: () => FormData): Promise<T> {
  for (;;) {
    try {
      return await send<T>(method, path, body())
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error
      await serverReturned()
    }
  }
}

function formOf(fields: Record<string, string | [Blob, string]>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') form.set(name, value)
    else form.set(name, ...value)
  }
  return form
}

async function bringPosts(list: Blob, tell: (told: Told) => void): Promise<void> {
  const pieces = await piecesOf(list).catch(() => {
    throw new NoArchive()
  })
  const total = pieces.reduce((sum, { length }) => sum + length, 0)
  let brought = nothingYet
  let done = 0
  tell({ posts: { done, total } })
  for (const piece of pieces) {
    const data = new Blob([JSON.stringify({ orderedItems: piece })], { type: 'application/json' })
    brought = together(brought, await patiently<Brought>('POST', POSTS, () => formOf({ data: [data, 'outbox.json'] })))
    done += piece.length
    tell({ posts: { done, total }, brought })
  }
}

const FACES = { avatar: /^avatar\.\w+$/, header: /^header\.\w+$/ }

/** Whether somebody has chosen no picture of their own here yet. */
const isMissing = (url: string) => /-missing\.png$/.test(url)

/** The picture and the banner of the old profile, where there are none here. */
async function bringFaces(faces: Map<'avatar' | 'header', Blob>): Promise<void> {
  const own = await read<CredentialAccount>('/api/v1/accounts/verify_credentials')
  const missing = [...faces].filter(([which]) => isMissing(own[which]))
  for (const [which, picture] of missing) {
    const fields: Record<string, [Blob, string]> = { [which]: [picture, which] }
    // a picture that cannot be read is no reason to leave the others
    await patiently('PATCH', '/api/v1/accounts/update_credentials', () => formOf(fields)).catch(() => undefined)
  }
}

/** One time through the archive for what is wanted of it; gives how many were sent. */
async function bringWanted(file: File, wanted: ReadonlySet<string>, tell: (told: Told) => void): Promise<number> {
  let sent = 0
  for await (const entry of openArchive(file, (place) => wanted.has(place))) {
    const path = placeOf(entry.name)
    const large = entry.size > sharedLimits.imageBytes
    const picture = large ? undefined : await entry.read()
    const fields = (): Record<string, string | [Blob, string]> =>
      picture ? { path, file: [picture, 'picture'] } : { path, problem: 'too_large' }
    tell({ pictures: await patiently<PictureCounts>('POST', PICTURES, () => formOf(fields())) })
    sent += 1
  }
  return sent
}

/**
 * Brings an archive along: its posts, the pictures of the profile, the pictures of the posts. The archive is taken apart
 * here, so that only what comes leaves this device. Begun again, it goes on where it was. Throws `NoArchive`.
 */
export async function bringArchive(file: File, tell: (told: Told) => void): Promise<void> {
  const faces = new Map<'avatar' | 'header', Blob>()
  let list: Blob | undefined
  const kinds = [['avatar', FACES.avatar] as const, ['header', FACES.header] as const]
  const isFace = (place: string) => kinds.find(([, shape]) => shape.test(place))?.[0]
  try {
    for await (const entry of openArchive(file, (place) => place === 'outbox.json' || isFace(place) !== undefined)) {
      const face = isFace(placeOf(entry.name))
      if (face) faces.set(face, await entry.read())
      else list = await entry.read()
    }
  } catch {
    throw new NoArchive()
  }
  if (!list) throw new NoArchive()
  await bringPosts(list, tell)
  await bringFaces(faces)
  for (;;) {
    const { wanted, ...counts } = await read<BroughtPictures>(PICTURES)
    tell({ pictures: counts })
    if (wanted.length === 0 || (await bringWanted(file, new Set(wanted), tell)) === 0) return
  }
}
