import type { Entry } from './open.ts'

const END = 0x06054b50
const END_64 = 0x06064b50
const LISTED = 0x02014b50
/** The end of a ZIP file may have a remark of up to 64 kB behind it. */
const END_WITHIN = 22 + 65_535
/** What stands in a place of 32 bits whose number is too large for it. */
const ELSEWHERE = 0xffffffff

const viewOf = async (file: Blob, from: number, to: number) => new DataView(await file.slice(from, to).arrayBuffer())

const big = (view: DataView, at: number) => Number(view.getBigUint64(at, true))

/** Where the list of a ZIP file is, and its length (APPNOTE 4.3.16, and 4.3.14 for large ones). Throws for what is none. */
async function findList(file: Blob): Promise<{ at: number; length: number }> {
  const tail = await viewOf(file, Math.max(0, file.size - END_WITHIN), file.size)
  let end = tail.byteLength - 22
  while (end >= 0 && tail.getUint32(end, true) !== END) end -= 1
  if (end < 0) throw new Error('no ZIP file')
  const [length, at] = [tail.getUint32(end + 12, true), tail.getUint32(end + 16, true)]
  if (at !== ELSEWHERE && length !== ELSEWHERE) return { at, length }
  // the locator stands in the 20 bytes before
  const large = await viewOf(file, big(tail, end - 20 + 8), big(tail, end - 20 + 8) + 56)
  if (large.getUint32(0, true) !== END_64) throw new Error('no ZIP file')
  return { at: big(large, 48), length: big(large, 40) }
}

/** The numbers of an entry that were too large for their places, in their order (APPNOTE 4.5.3). */
function* largeNumbers(list: DataView, from: number, to: number): Generator<number> {
  for (let at = from; at + 4 <= to; at += 4 + list.getUint16(at + 2, true)) {
    if (list.getUint16(at, true) !== 1) continue
    for (let place = at + 4; place + 8 <= at + 4 + list.getUint16(at + 2, true); place += 8) yield big(list, place)
  }
}

type Place = { at: number; packed: number; method: number }

async function unpack(file: Blob, { at, packed, method }: Place): Promise<Blob> {
  const head = await viewOf(file, at, at + 30)
  const from = at + 30 + head.getUint16(26, true) + head.getUint16(28, true)
  const bytes = file.slice(from, from + packed)
  if (method === 0) return bytes
  if (method !== 8) throw new Error('packed in a way that browsers do not know')
  return new Response(bytes.stream().pipeThrough(new DecompressionStream('deflate-raw'))).blob()
}

/** The files of a ZIP file, each read only when it is asked for, so that a large one never has to fit into memory. */
export async function* zipEntries(file: Blob): AsyncGenerator<Entry> {
  const { at: begin, length } = await findList(file)
  const list = await viewOf(file, begin, begin + length)
  for (let at = 0; at + 46 <= list.byteLength && list.getUint32(at, true) === LISTED; ) {
    const named = at + 46
    const extra = named + list.getUint16(at + 28, true)
    const next = extra + list.getUint16(at + 30, true)
    const large = largeNumbers(list, extra, next)
    const number = (place: number) => {
      const small = list.getUint32(at + place, true)
      return small === ELSEWHERE ? ((large.next().value as number | undefined) ?? small) : small
    }
    // the large numbers stand in this order: whole size, packed size, place
    const [size, packed, offset] = [number(24), number(20), number(42)]
    const place = { at: offset, packed, method: list.getUint16(at + 10, true) }
    const name = new TextDecoder().decode(new Uint8Array(list.buffer, named, extra - named))
    yield { name, size, read: () => unpack(file, place) }
    at = next + list.getUint16(at + 32, true)
  }
}
