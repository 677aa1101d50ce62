import { limits } from '../../limits.ts'
import { type EmojiDoc, readTags } from './hung.ts'
import {
  addressOf,
  idOf,
  idsOf,
  isOneOrigin,
  isThing,
  lineOf,
  listOf,
  pageOf,
  type Thing,
  textOf,
  timeOf,
  typeOf,
} from './json.ts'
import { plainOf, sanitise, wordedIn } from './words.ts'

/** What an actor may be. */
export const actorTypes = ['Person', 'Service', 'Application', 'Group', 'Organization'] as const
/** One of {@link actorTypes}. */
export type ActorType = (typeof actorTypes)[number]

/** A key with which an actor signs. */
export type KeyDoc = { id: string; owner: string; pem: string }

/** A person, group or program as its server says it, in our words. HTML is sanitised. */
export type ActorDoc = {
  uri: string
  type: ActorType
  username: string
  /** The host of its handle, where it says so itself (FEP-2c59). */
  handle: string | undefined
  name: string
  noteHtml: string
  note: string
  url: string | undefined
  inbox: string
  sharedInbox: string | undefined
  outbox: string | undefined
  followers: string | undefined
  following: string | undefined
  featured: string | undefined
  keys: KeyDoc[]
  locked: boolean
  discoverable: boolean
  indexable: boolean
  suspended: boolean
  fields: { name: string; value: string }[]
  avatar: string | undefined
  avatarAlt: string
  header: string | undefined
  headerAlt: string
  emojis: EmojiDoc[]
  alsoKnownAs: string[]
  movedTo: string | undefined
  published: number | undefined
}

/** Whether a thing of this type is an actor. */
export const isActorType = (type: string): type is ActorType => (actorTypes as readonly string[]).includes(type)

function readKeys(value: unknown, uri: string): KeyDoc[] {
  return listOf(value)
    .slice(0, 10)
    .flatMap((key) => {
      const pem = isThing(key) ? textOf(key.publicKeyPem) : undefined
      const id = isThing(key) ? addressOf(key.id) : undefined
      if (!isThing(key) || pem === undefined || id === undefined || pem.length > limits.federatedKey) return []
      const owner = idOf(key.owner) ?? idOf(key.controller) ?? ''
      return owner === uri && isOneOrigin(id, uri) ? [{ id, owner, pem }] : []
    })
}

function readFields(value: unknown): { name: string; value: string }[] {
  return listOf(value)
    .filter((one): one is Thing => isThing(one) && typeOf(one) === 'PropertyValue')
    .slice(0, limits.federatedFields)
    .map((field) => ({
      name: lineOf(field.name, limits.federatedField),
      value: sanitise((textOf(field.value) ?? '').slice(0, limits.federatedField)),
    }))
}

function pictureOf(value: unknown): { url: string | undefined; alt: string } {
  const [one] = listOf(value)
  if (!isThing(one)) return { url: addressOf(one), alt: '' }
  return {
    url: pageOf(one.url) ?? addressOf(one.href),
    alt: (textOf(one.summary) || textOf(one.name) || '').trim().slice(0, limits.federatedAlt),
  }
}

/** A server that is an actor itself is called as its host, which may have a port. */
const isName = (name: string) => /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.~-]{0,118}[\p{L}\p{N}_])?(?::\d{1,5})?$/u.test(name)

/** How it wants to be treated. */
const wishesOf = (thing: Thing) => ({
  locked: thing.manuallyApprovesFollowers === true,
  discoverable: thing.discoverable === true,
  indexable: thing.indexable === true,
  suspended: thing.suspended === true,
})

/** How it looks. */
function looksOf(thing: Thing) {
  const [avatar, header] = [pictureOf(thing.icon), pictureOf(thing.image)]
  const noteHtml = sanitise((wordedIn(thing, 'summary')?.text ?? '').slice(0, limits.federatedNote))
  return {
    name: lineOf(wordedIn(thing, 'name')?.text, limits.federatedName),
    noteHtml,
    note: plainOf(noteHtml),
    fields: readFields(thing.attachment),
    avatar: avatar.url,
    avatarAlt: avatar.alt,
    header: header.url,
    headerAlt: header.alt,
    emojis: readTags(thing.tag).emojis,
  }
}

/** An actor, or undefined for what cannot be one: without inbox, name or an address of its own. */
export function readActor(thing: Thing): ActorDoc | undefined {
  const type = typeOf(thing)
  const uri = addressOf(thing.id)
  const username = lineOf(thing.preferredUsername, 120)
  const endpoints = isThing(thing.endpoints) ? thing.endpoints : {}
  if (!isActorType(type) || uri === undefined || !isName(username)) return undefined
  const own = (value: unknown) => {
    const id = idOf(value)
    return id !== undefined && isOneOrigin(id, uri) ? id : undefined
  }
  const inbox = own(thing.inbox)
  if (inbox === undefined) return undefined
  return {
    uri,
    type,
    username,
    handle: textOf(thing.webfinger)?.replace(/^(acct:|@)/, ''),
    ...looksOf(thing),
    ...wishesOf(thing),
    url: own(pageOf(thing.url)),
    inbox,
    sharedInbox: own(endpoints.sharedInbox),
    outbox: own(thing.outbox),
    followers: own(thing.followers),
    following: own(thing.following),
    featured: own(thing.featured),
    keys: readKeys(thing.publicKey, uri),
    alsoKnownAs: idsOf(thing.alsoKnownAs).slice(0, limits.federatedAliases),
    movedTo: idOf(thing.movedTo),
    published: timeOf(thing.published),
  }
}
