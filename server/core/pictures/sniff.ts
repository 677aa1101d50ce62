/** The kinds of pictures that are taken. */
export type PictureKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif'

const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))

/**
 * What a file is by its first bytes, whatever its name and the sender say; undefined for everything that is not
 * taken, SVG and the rest of HEIF's family included.
 */
export function sniffPicture(bytes: Uint8Array): PictureKind | undefined {
  if (bytes.length < 16) return undefined
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return 'gif'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'webp'
  return ascii(bytes, 4, 12) === 'ftypavif' ? 'avif' : undefined
}

/** Whether a file is one of the kinds of HEIF that Apple's cameras write and that we cannot read. */
export const isAppleOnly = (bytes: Uint8Array): boolean =>
  /^ftyp(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(ascii(bytes, 4, 12))
