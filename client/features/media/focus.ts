/** A point in a picture: −1 to 1, from left to right and from below to above. */
export interface Point {
  x: number
  y: number
}

const percent = (part: number) => `${Math.round(part * 1000) / 10}%`

/** A point as CSS has the place of a picture in its box. */
export const placeOf = ({ x, y }: Point): string => `${percent((x + 1) / 2)} ${percent((1 - y) / 2)}`
