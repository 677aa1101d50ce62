import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'

/** An answer is longer than was asked for. */
class TooLarge extends Error {
  readonly code = 'TOO_LARGE'
}

/** What unpacks each encoding, up to a length. */
const unpackers = { gzip: promisify(gunzip), deflate: promisify(inflate), br: promisify(brotliDecompress) } as const

async function unpack(bytes: Buffer, encoding: string, most: number): Promise<Buffer> {
  const unpacker = Object.entries(unpackers).find(([name]) => name === encoding)?.[1]
  if (!unpacker || bytes.length === 0) return bytes
  try {
    return await unpacker(bytes, { maxOutputLength: most })
  } catch {
    throw new TooLarge('the answer could not be unpacked within its length')
  }
}

/**
 * Reads a body up to `most` bytes, packed and unpacked. What is longer is refused, or, where `cut`, ends there.
 * Throws an error with the code `TOO_LARGE`.
 */
export async function readCapped(
  stream: AsyncIterable<Buffer>,
  encoding: string,
  { most, cut }: { most: number; cut: boolean },
): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream) {
    chunks.push(chunk)
    length += chunk.length
    if (length <= most) continue
    if (!cut || encoding !== '') throw new TooLarge('the answer is longer than was asked for')
    break
  }
  return unpack(Buffer.concat(chunks).subarray(0, most), encoding, most)
}
