import sharp from 'sharp'
import type { MediaAttachment } from '../../shared/api/wire.ts'
import type { Reply } from './client.ts'
import type { Person } from './server.ts'

/** A picture of one colour. */
export const plain = (width: number, height: number, background: object | string = '#b01e17') =>
  sharp({ create: { width, height, channels: 4, background } })

/** A photo as a telephone takes it: turned by the camera, with the place and the owner's name in it. */
export const photo = (width = 640, height = 480): Promise<Buffer> =>
  plain(width, height)
    .withExif({
      IFD0: { Artist: 'Rosa at home', Make: 'Telephone' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Rosa at home</x:xmpmeta>')
    .jpeg()
    .toBuffer()

/** A picture with much to see: of another `seed` another one. */
export function scene(seed: number, width = 900, height = 600) {
  const raw = Buffer.alloc(900 * 600 * 3, 230)
  for (let shape = 0; shape < 24; shape += 1) {
    const part = (salt: number, of: number) =>
      (((seed * 7919 + shape * 1047 + salt * 1299) * 7 * (shape + salt)) % 9973) % of
    const [left, top] = [part(1, 800), part(2, 500)]
    const fill = Buffer.from([part(4, 256), part(5, 256), part(6, 256)])
    const right = Math.min(900, left + 40 + part(3, 260))
    for (let y = top; y < Math.min(600, top + 40 + part(7, 200)); y += 1) {
      raw.fill(fill, (y * 900 + left) * 3, (y * 900 + right) * 3)
    }
  }
  return sharp(raw, { raw: { width: 900, height: 600, channels: 3 } }).resize(width, height, { fit: 'fill' })
}

/** A picture that moves: a frame of each colour. */
export async function moving(width = 64, height = 48, colours = ['#ff0000', '#0000ff']): Promise<Buffer> {
  const frames = await Promise.all(colours.map((colour) => plain(width, height, colour).png().toBuffer()))
  return sharp(frames, { join: { animated: true } })
    .gif({ delay: colours.map(() => 100) })
    .toBuffer()
}

type Said = { name?: string; type?: string; path?: string; fields?: Record<string, string> }

/** Sends a file as a picture for a post. */
export function upload(person: Person, bytes: Uint8Array, said: Said = {}): Promise<Reply<MediaAttachment>> {
  const form = new FormData()
  for (const [field, value] of Object.entries(said.fields ?? {})) form.set(field, value)
  const file = new Blob([new Uint8Array(bytes)], { type: said.type ?? 'image/jpeg' })
  form.set('file', file, said.name ?? 'photo.jpg')
  return person.api.post(said.path ?? '/api/v2/media', form)
}

/** Uploads a picture, and fails where that was refused. */
export async function uploaded(person: Person, bytes?: Uint8Array, fields: Record<string, string> = {}) {
  const reply = await upload(person, bytes ?? (await photo()), { fields })
  if (reply.status !== 200) throw new Error(`not uploaded: ${reply.status} ${reply.text}`)
  return reply.body
}

/** The bytes behind an address, and how they are served. */
export async function fetchFile(url: string | null) {
  const response = await fetch(url ?? '')
  return { headers: response.headers, status: response.status, bytes: Buffer.from(await response.arrayBuffer()) }
}
