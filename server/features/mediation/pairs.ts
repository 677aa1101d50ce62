import type { Context } from '../../context.ts'
import { addToCounter, readCounter } from './queries.ts'

/**
 * What is remembered of a pair after its case is gone: that one asked the other, and how often nothing came back; and of
 * another server, how many there asked.
 */
export type PairKind = 'asked' | 'unanswered' | 'server'

/** The name of two people, in the direction in which one asked about the other. */
export const pairOf = (ctx: Context, from: number, to: number): Buffer =>
  ctx.vault.fingerprint('mediation pair', `${from} ${to}`)

/** How often something is remembered of a pair now. */
export const counterOf = (ctx: Context, hmac: Buffer, kind: PairKind): number =>
  readCounter(ctx.db, { hmac, kind, now: ctx.now() })?.count ?? 0

/** Remembers something of a pair for a time; one more where it is remembered already. */
export const remember = (ctx: Context, hmac: Buffer, kind: PairKind, lasts: number): void =>
  void addToCounter(ctx.db, { hmac, kind, now: ctx.now(), until: ctx.now() + lasts })
