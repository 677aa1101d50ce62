import type { Locator } from 'playwright/test'
import sharp from 'sharp'
import type { MediaAttachment, Status } from '../../../shared/api/wire.ts'
import type { Person } from './people.ts'

/** A picture that looks like something: hills under a sky of a colour. */
export function hills(width = 900, height = 600, sky = '#e8b964'): Promise<Buffer> {
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 90 60" preserveAspectRatio="none">
<rect width="90" height="60" fill="${sky}"/><circle cx="66" cy="18" r="8" fill="#fff4d6"/>
<path d="M0 44 Q20 24 42 42 T90 34 V60 H0Z" fill="#29592f"/><path d="M0 52 Q30 38 58 52 T90 48 V60 H0Z" fill="#1c3a20"/></svg>`
  return sharp(Buffer.from(drawn)).jpeg().toBuffer()
}

/** Puts a picture on the server from another device. */
export async function adds(person: Person, bytes: Buffer, description?: string, focus?: string): Promise<string> {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'hills.jpg')
  if (description) form.set('description', description)
  if (focus) form.set('focus', focus)
  return (await person.api<MediaAttachment>('POST', '/api/v2/media', form)).id
}

/** Posts pictures from another device. */
export async function shows(person: Person, words: string, ids: string[], more: object = {}): Promise<Status> {
  return person.writes(words, { media_ids: ids, ...more })
}

/** Pastes pictures as from another program. */
export const paste = (into: Locator, pictures: readonly Buffer[]): Promise<void> => bring('paste', into, pictures)

/** Drops pictures as from a folder. */
export const drop = (into: Locator, pictures: readonly Buffer[]): Promise<void> => bring('drop', into, pictures)

async function bring(how: 'paste' | 'drop', into: Locator, pictures: readonly Buffer[]): Promise<void> {
  const files = pictures.map((bytes) => bytes.toString('base64'))
  await into.evaluate(
    (element, given) => {
      const data = new DataTransfer()
      for (const [n, text] of given.files.entries()) {
        const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
        data.items.add(new File([bytes], `brought-${n}.jpg`, { type: 'image/jpeg' }))
      }
      const travels = { bubbles: true, cancelable: true }
      element.dispatchEvent(
        given.how === 'paste'
          ? new ClipboardEvent('paste', { clipboardData: data, ...travels })
          : new DragEvent('drop', { dataTransfer: data, ...travels }),
      )
    },
    { how, files },
  )
}
