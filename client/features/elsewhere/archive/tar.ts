import type { Entry } from './open.ts'

const BLOCK = 512
const FILE = new Set(['0', '\0', ''])

/** Takes a stream apart into pieces of any length. */
function taker(stream: ReadableStream<Uint8Array>) {
  const reader = stream.getReader()
  let held = new Uint8Array(0)
  /** The next `length` bytes, or fewer at the end; kept only where somebody wants them. */
  return async (length: number, wanted: boolean): Promise<Blob> => {
    const parts: Uint8Array<ArrayBuffer>[] = []
    for (let left = length; left > 0; ) {
      if (held.length === 0) {
        const { value, done } = await reader.read()
        if (done) break
        held = new Uint8Array(value)
      }
      const part = held.slice(0, left)
      held = held.slice(part.length)
      left -= part.length
      if (wanted) parts.push(part)
    }
    return new Blob(parts)
  }
}

const text = (head: Uint8Array, from: number, length: number) =>
  new TextDecoder().decode(head.subarray(from, from + length)).replace(/\0.*$/s, '')

/** The files of a packed TAR file (POSIX ustar), in their order; those that `wants` refuses are passed over. */
export async function* tarEntries(file: Blob, wants: (name: string) => boolean): AsyncGenerator<Entry> {
  const take = taker(file.stream().pipeThrough(new DecompressionStream('gzip')))
  for (;;) {
    const head = new Uint8Array(await (await take(BLOCK, true)).arrayBuffer())
    if (head.length < BLOCK || head[0] === 0) return
    const size = Number.parseInt(text(head, 124, 12).trim() || '0', 8)
    const before = text(head, 345, 155)
    const name = (before ? `${before}/` : '') + text(head, 0, 100)
    const isFile = FILE.has(text(head, 156, 1))
    const bytes = await take(size, isFile && wants(name))
    await take((BLOCK - (size % BLOCK)) % BLOCK, false)
    if (isFile && wants(name)) yield { name, size, read: async () => bytes }
  }
}
