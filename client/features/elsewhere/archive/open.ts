import { tarEntries } from './tar.ts'
import { zipEntries } from './zip.ts'

/** A file within an archive. */
export interface Entry {
  name: string
  /** Its bytes when it is unpacked. */
  size: number
  read: () => Promise<Blob>
}

const startsWith = async (file: Blob, ...bytes: number[]) => {
  const first = new Uint8Array(await file.slice(0, bytes.length).arrayBuffer())
  return bytes.every((byte, at) => first[at] === byte)
}

/** Where a file lies, whatever folder the archive has around all. */
export function placeOf(name: string): string {
  const at = name.indexOf('media_attachments/')
  return at >= 0 ? name.slice(at) : name.replace(/^(\.?\/)+/, '')
}

/**
 * The files of an archive whose place `wants` accepts; a file that is no archive counts as its list of posts. Nothing
 * leaves this device by it. Throws for a damaged one.
 */
export async function* openArchive(file: File, wants: (place: string) => boolean): AsyncGenerator<Entry> {
  if (await startsWith(file, 0x1f, 0x8b)) {
    for await (const entry of tarEntries(file, (name) => wants(placeOf(name)))) yield entry
  } else if (await startsWith(file, 0x50, 0x4b)) {
    for await (const entry of zipEntries(file)) if (wants(placeOf(entry.name))) yield entry
  } else if (wants('outbox.json')) {
    yield { name: 'outbox.json', size: file.size, read: async () => file }
  }
}
