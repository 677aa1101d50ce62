import { gzipSync, strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openArchive } from '../../client/features/elsewhere/archive/open.ts'
import { piecesOf } from '../../client/features/elsewhere/archive/outbox.ts'

const files = {
  'outbox.json': 'a list of posts '.repeat(200),
  'avatar.png': 'a face',
  'media_attachments/files/1/original/one.jpg': 'a garden',
}
const stored = 'media_attachments/files/1/original/one.jpg'

/** A TAR file as tar writes it, every file in a folder. */
function tar(folder: string): Uint8Array<ArrayBuffer> {
  const blocks = Object.entries(files).flatMap(([name, text]) => {
    const head = new Uint8Array(512)
    head.set(strToU8(`${folder}${name}`))
    head.set(strToU8(text.length.toString(8).padStart(11, '0')), 124)
    head.set(strToU8('0'), 156)
    const body = new Uint8Array(Math.ceil(text.length / 512) * 512)
    body.set(strToU8(text))
    return [head, body]
  })
  return gzipSync(Buffer.concat([...blocks, new Uint8Array(1024)])) as Uint8Array<ArrayBuffer>
}

async function read(bytes: BlobPart, wants: (place: string) => boolean) {
  const found: Record<string, string> = {}
  for await (const entry of openArchive(new File([bytes], 'archive'), wants)) {
    found[entry.name] = await (await entry.read()).text()
  }
  return found
}

describe('an archive of my old server', () => {
  test('is read as ZIP, packed and not, and as packed TAR, file by file', async () => {
    const packed = Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, [strToU8(text), { level: name === stored ? 0 : 6 }] as const]),
    )
    const zip = zipSync(packed as Parameters<typeof zipSync>[0]) as Uint8Array<ArrayBuffer>
    expect(await read(zip, () => true)).toEqual(files)
    expect(await read(zip, (place) => place === stored)).toEqual({ [stored]: 'a garden' })
    expect(Object.values(await read(tar('./'), () => true))).toEqual(Object.values(files))
    expect(await read(tar('old/'), (place) => place === stored)).toEqual({ [`old/${stored}`]: 'a garden' })
    expect(await read('{"orderedItems":[]}', () => true)).toEqual({ 'outbox.json': '{"orderedItems":[]}' })
    await expect(read('PK no more of it', () => true)).rejects.toThrow()
  })

  test('MUST NOT leave my device with what was for few: only that it is there is sent', async () => {
    const post = (to: string) => ({
      type: 'Create',
      object: {
        id: 'https://old.example/1',
        type: 'Note',
        content: 'secret',
        summary: 'secret',
        to,
        cc: [],
        attachment: [{ url: 'secret' }],
      },
    })
    const items = [post('https://old.example/users/ann/followers'), post('as:Public')]
    const [piece] = await piecesOf(new Blob([JSON.stringify({ orderedItems: items })]))
    expect(JSON.stringify(piece?.[0])).not.toContain('secret')
    expect(JSON.stringify(piece?.[0])).not.toContain('old.example')
    expect(piece?.[1]).toEqual(items[1])
    await expect(piecesOf(new Blob(['nothing']))).rejects.toThrow()
  })
})
