import type { Sharp } from 'sharp'

/** The picture is looked at in so many points a side, of which so many waves a side are kept. */
const SIDE = 64
const WAVES = 16

/** Neighbouring points differ by so much of 255 on average, or there is too little to see to tell pictures apart. */
const DETAIL = 2

const waves = Array.from({ length: WAVES }, (_, wave) =>
  Float64Array.from({ length: SIDE }, (_one, at) => Math.cos((Math.PI / (2 * SIDE)) * (wave + 1) * (2 * at + 1))),
)

/** How much of each wave is in a row of points. */
const inWaves = (points: ArrayLike<number>): number[] =>
  waves.map((wave) => wave.reduce((sum, height, at) => sum + height * (points[at] ?? 0), 0))

function detailOf(points: Uint8Array): number {
  let sum = 0
  for (const [at, point] of points.entries()) {
    if (at % SIDE > 0) sum += Math.abs(point - (points[at - 1] ?? 0))
    if (at >= SIDE) sum += Math.abs(point - (points[at - SIDE] ?? 0))
  }
  return sum / (2 * SIDE * (SIDE - 1))
}

/** 256 bits of 64 by 64 points of grey: which of the 16 by 16 slowest waves are stronger than the middle one. */
function bitsOf(points: Uint8Array): Uint8Array {
  const rows = Array.from({ length: SIDE }, (_, y) => inWaves(points.subarray(y * SIDE, (y + 1) * SIDE)))
  const all = Array.from({ length: WAVES }, (_, x) => inWaves(rows.map((row) => row[x] ?? 0))).flat()
  const middle = all.toSorted((a, b) => a - b)[all.length / 2] ?? 0
  const bits = new Uint8Array(all.length / 8)
  for (const [at, strength] of all.entries()) {
    if (strength > middle) bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7))
  }
  return bits
}

/**
 * How a picture looks, in 32 bytes that stay nearly the same when it is made smaller, saved anew or slightly changed:
 * a perceptual hash in the manner of PDQ, made for our own pictures alone and not to be compared with other lists.
 * Empty where there is too little to see. The picture cannot be had from it.
 */
export async function likenessOf(picture: Sharp): Promise<Uint8Array> {
  const grey = picture.flatten({ background: '#ffffff' }).resize(SIDE, SIDE, { fit: 'fill' }).greyscale().raw()
  const { data, info } = await grey.toBuffer({ resolveWithObject: true })
  const points = Uint8Array.from({ length: SIDE * SIDE }, (_, at) => data[at * info.channels] ?? 0)
  return detailOf(points) < DETAIL ? new Uint8Array() : bitsOf(points)
}
