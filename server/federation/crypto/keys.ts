import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import type { Context } from '../../context.ts'
import { createMemo, type Memo } from '../../core/memo.ts'
import { keyIdOf } from '../addresses.ts'
import { keepKeys, keysOf } from './queries.ts'

/** The keys of one of our actors, as PEM. */
export type ActorKeys = { keyId: string; publicKey: string; privateKey: string }

type Place = Pick<Context, 'config' | 'db' | 'vault' | 'now'>

/** What every other server can check; longer keys cost six times as much to sign with. */
const BITS = 2048

/** Opened keys that are kept at hand: some kilobytes each. */
const KEPT = 200

// given a callback, Node makes keys in a thread of its pool
const makePair = promisify(generateKeyPair)
const memos = new WeakMap<object, Memo<number, ActorKeys>>()
const underWay = new WeakMap<object, Map<number, Promise<ActorKeys>>>()

function memoOf({ db }: Place): Memo<number, ActorKeys> {
  const memo = memos.get(db) ?? createMemo<number, ActorKeys>(KEPT)
  memos.set(db, memo)
  return memo
}

/** The keys of somebody here (0: of the server itself), made when they are first needed. Throws where the secret key that seals them is another. */
export async function actorKeys(ctx: Place, owner: number): Promise<ActorKeys> {
  const known = memoOf(ctx).get(owner) ?? readKeys(ctx, owner)
  if (known) return known
  const making = underWay.get(ctx.db) ?? new Map<number, Promise<ActorKeys>>()
  underWay.set(ctx.db, making)
  const begun = making.get(owner) ?? makeKeys(ctx, owner).finally(() => making.delete(owner))
  making.set(owner, begun)
  return begun
}

function readKeys(ctx: Place, owner: number): ActorKeys | undefined {
  const row = keysOf(ctx.db, { owner })
  if (!row) return undefined
  const keys = { keyId: keyIdOf(ctx, owner), publicKey: row.publicKey, privateKey: ctx.vault.open(row.privateKey) }
  return memoOf(ctx).keep(owner, keys)
}

async function makeKeys(ctx: Place, owner: number): Promise<ActorKeys> {
  const { publicKey, privateKey } = await makePair('rsa', {
    modulusLength: BITS,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  keepKeys(ctx.db, { owner, publicKey, privateKey: ctx.vault.seal(privateKey), now: ctx.now() })
  const kept = readKeys(ctx, owner)
  if (!kept) throw new Error('the keys of an actor were not kept')
  return kept
}
