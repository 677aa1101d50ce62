import type { PictureKind } from './sniff.ts'

/** What the thread is asked to make: a cut of so many pixels, what a post shows, or its likeness alone. `pixels`: how many may be decoded. */
export type Wish =
  | { make: 'cut'; width: number; height: number; pixels: number }
  | { make: 'likeness'; pixels: number }
  | { make: 'attachment'; pixels: number; animationPixels: number; keptPixels: number; smallPixels: number }

/** What the thread is asked. */
export type Task = { id: number; bytes: Uint8Array; kind: PictureKind } & Wish

/** A picture as WebP; of moving ones, each frame has this size. */
export type Made = { webp: Uint8Array; width: number; height: number }

/** A picture for a post: as it is shown, as it stands in lists (never moving), a blur of it in some 30 characters, and its likeness. */
export type Attachment = { shown: Made; small: Made; blurhash: string; likeness: Uint8Array; animated: boolean }

/** Why there is none: too many pixels, too many of them in all frames, or no picture at all. */
export type Problem = 'too_large' | 'too_long' | 'broken'

/** What the thread answers. */
export type Outcome = {
  id: number
  webp?: Uint8Array
  likeness?: Uint8Array
  attachment?: Attachment
  problem?: Problem
}
