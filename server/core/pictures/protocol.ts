import type { PictureKind } from './sniff.ts'

/** What the thread is asked: a cut of so many pixels made of these bytes, of which `pixels` may be decoded. */
export type Task = { id: number; bytes: Uint8Array; kind: PictureKind; pixels: number; width: number; height: number }

/** What it answers: WebP, or why there is none. */
export type Outcome = { id: number; webp?: Uint8Array; problem?: 'too_large' | 'broken' }
