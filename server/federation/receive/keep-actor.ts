import type { Context } from '../../context.ts'
import { decisionFor } from '../../policies/domains.ts'
import type { Handle } from '../net/webfinger.ts'
import type { ActorDoc, KeyDoc } from '../vocab/actor.ts'
import type { EmojiDoc } from '../vocab/hung.ts'
import { hostOf } from '../vocab/json.ts'
import { aliasesOf } from './acts/queries.ts'
import {
  actorByHandle,
  actorByUri,
  describeActor,
  hideActor,
  insertActor,
  noteSuspendedThere,
  putEmoji,
  putRemote,
  renameActor,
  showActor,
  suspendedThere,
} from './queries.ts'

/** An emoji as it is kept with what it stands in. */
export type KeptEmoji = { id: number; shortcode: string; url: string }

/** Keeps the emoji of a server that stand in some texts; as JSON, to be kept with them. */
export function keepEmojis(ctx: Context, host: string, emojis: readonly EmojiDoc[], texts: readonly string[]): string {
  const named = emojis.filter(({ shortcode }) => texts.some((text) => text.includes(`:${shortcode}:`)))
  if (named.length === 0 || decisionFor(ctx.db, host).refusesMedia) return '[]'
  const kept = named.flatMap(({ shortcode, url }): KeptEmoji[] =>
    putEmoji(ctx.db, { id: ctx.newId(), host, shortcode, url, now: ctx.now() }),
  )
  return JSON.stringify(kept)
}

/** Another actor had the handle before: it goes on without one that anybody could take for it. */
function freeHandle(ctx: Context, { username, domain }: Handle, uri: string): void {
  const before = actorByHandle(ctx.db, { domain, key: username.toLowerCase() })
  if (!before || before.uri === uri) return
  const name = `was-${username}-${before.id}`.slice(0, 200)
  renameActor(ctx.db, { id: before.id, username: name, key: name.toLowerCase(), domain })
}

/** The key that a signature named, else the first one. */
const keyOf = (keys: readonly KeyDoc[], keyId: string | undefined) => keys.find(({ id }) => id === keyId) ?? keys[0]

/**
 * Keeps what a person's own server says of them, by their address and never by their handle, which was checked before.
 * Within a transaction. Gives their id.
 */
export function keepActor(ctx: Context, doc: ActorDoc, handle: Handle, keyId?: string): number {
  freeHandle(ctx, handle, doc.uri)
  const known = actorByUri(ctx.db, { uri: doc.uri })
  const id = known?.id ?? ctx.newId()
  const now = ctx.now()
  const name = { username: handle.username, key: handle.username.toLowerCase(), domain: handle.domain }
  if (!known) insertActor(ctx.db, { id, uri: doc.uri, ...name, createdAt: Math.min(doc.published ?? now, now), now })
  else if (known.username !== name.username || known.domain !== name.domain) renameActor(ctx.db, { id, ...name })
  describeActor(ctx.db, {
    id,
    displayName: doc.name,
    displayKey: doc.name.toLowerCase(),
    note: doc.note,
    locked: doc.locked ? 1 : 0,
    discoverable: doc.discoverable ? 1 : 0,
    indexable: doc.indexable ? 1 : 0,
    bot: doc.type === 'Service' || doc.type === 'Application' ? 1 : 0,
    avatarAlt: doc.avatarAlt,
    headerAlt: doc.headerAlt,
  })
  keepRemote(ctx, id, doc, keyId)
  heedSuspension(ctx, id, doc.suspended)
  return id
}

/** Whom their own server suspends is hidden here too, until it takes that back; what was decided here holds besides. */
function heedSuspension(ctx: Context, accountId: number, suspended: boolean): void {
  const since = suspendedThere(ctx.db, { id: accountId })?.since ?? null
  if (suspended === (since !== null)) return
  const now = ctx.now()
  noteSuspendedThere(ctx.db, { id: accountId, since: suspended ? now : null })
  if (suspended) {
    ctx.emit('accountVanishing', { accountId })
    hideActor(ctx.db, { id: accountId, now })
    ctx.emit('accountSuspended', { accountId })
  } else if (showActor(ctx.db, { id: accountId, since }) > 0) ctx.emit('accountRestored', { accountId })
}

/** What an account says since now that it is too; what it said before was looked at then. */
function tellNames(ctx: Context, accountId: number, before: string, now: readonly string[]): void {
  const known: string[] = JSON.parse(before)
  const names = now.filter((name) => !known.includes(name))
  if (names.length > 0) ctx.emit('namesDeclared', { accountId, names })
}

function keepRemote(ctx: Context, id: number, doc: ActorDoc, keyId: string | undefined): void {
  const { alsoKnownAs = '[]' } = aliasesOf(ctx.db, { id }) ?? {}
  const host = hostOf(doc.uri)
  const key = keyOf(doc.keys, keyId)
  const refused = decisionFor(ctx.db, host).refusesMedia
  const texts = [doc.name, doc.noteHtml, ...doc.fields.flatMap(({ name, value }) => [name, value])]
  putRemote(ctx.db, {
    id,
    host,
    kind: doc.type,
    url: doc.url ?? null,
    inbox: doc.inbox,
    sharedInbox: doc.sharedInbox ?? null,
    outbox: doc.outbox ?? null,
    followers: doc.followers ?? null,
    following: doc.following ?? null,
    featured: doc.featured ?? null,
    keyId: key?.id ?? null,
    publicKey: key?.pem ?? null,
    alsoKnownAs: JSON.stringify(doc.alsoKnownAs),
    movedTo: doc.movedTo ?? null,
    avatar: refused ? null : (doc.avatar ?? null),
    header: refused ? null : (doc.header ?? null),
    noteHtml: doc.noteHtml,
    fields: JSON.stringify(doc.fields),
    emojis: keepEmojis(ctx, host, doc.emojis, texts),
    now: ctx.now(),
  })
  tellNames(ctx, id, alsoKnownAs, doc.alsoKnownAs)
}
