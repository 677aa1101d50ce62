import { forgetRow, keptRows } from './kept.ts'

/** How many posts are asked about at once; the server takes no more. */
const AT_ONCE = 200

/** Which of these posts are not there for us any more; asked past everything that is kept. */
async function goneOf(ids: readonly string[]): Promise<string[]> {
  const query = new URLSearchParams(ids.map((id) => ['id[]', id]))
  const response = await fetch(`/api/community/v1/gone?${query}`, { credentials: 'same-origin', cache: 'no-store' })
  return response.ok ? response.json() : []
}

/** A picture leaves the browser’s own cache too: it is asked for anew, and what comes is put in its place. */
const forgetPicture = (url: string) =>
  fetch(url, { cache: 'reload', mode: 'no-cors', credentials: 'same-origin' }).then(
    (response) => response.body?.cancel(),
    () => undefined,
  )

/**
 * Forgets on this device what is gone at the server: answers in which such a post lies, and its pictures. `ids`: posts
 * of which that is known; without, the server is asked about all that is kept.
 */
export async function forgetGone(ids?: readonly string[]): Promise<void> {
  const rows = await keptRows()
  const known = [...new Set(rows.flatMap(({ posts = [] }) => posts.map(({ id }) => id)))]
  const gone = new Set(ids ?? [])
  for (let at = 0; !ids && at < known.length; at += AT_ONCE) {
    for (const id of await goneOf(known.slice(at, at + AT_ONCE))) gone.add(id)
  }
  const lost = rows.filter(({ posts }) => !posts || posts.some(({ id }) => gone.has(id)))
  await Promise.all(lost.map(({ path }) => forgetRow(path)))
  const pictures = lost.flatMap(({ posts = [] }) =>
    posts.filter(({ id }) => gone.has(id)).flatMap((post) => post.pictures),
  )
  await Promise.all([...new Set(pictures)].map(forgetPicture))
}
