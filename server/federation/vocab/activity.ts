import { limits } from '../../limits.ts'
import { type ActorDoc, isActorType, readActor } from './actor.ts'
import { addressOf, audienceOf, countOf, idOf, idsOf, isThing, listOf, type Thing, textOf, typeOf } from './json.ts'
import { isPostType, type NoteDoc, readNote } from './note.ts'
import { plainOf } from './words.ts'

/** What an activity is about, as far as it was given. */
export type ObjectDoc = {
  uri: string | undefined
  type: string
  note: NoteDoc | undefined
  actor: ActorDoc | undefined
  /** Of an activity within another one: who does what. */
  inner: { actor: string | undefined; object: ObjectDoc | undefined } | undefined
}

/** Something that somebody elsewhere did. */
export type Activity = {
  id: string
  type: string
  actor: string
  object: ObjectDoc
  /** All that it is about, where that is several things. */
  objects: string[]
  target: string | undefined
  to: { everybody: boolean; named: string[] }
  cc: { everybody: boolean; named: string[] }
  content: string
  /** Of a request to quote: the post that quotes. */
  instrument: ObjectDoc | undefined
  /** Of its acceptance: the word that it may. */
  result: string | undefined
}

/** A list of things, or one page of it. `items` are addresses, `notes` what was given whole. */
export type CollectionDoc = {
  uri: string
  total: number | undefined
  items: string[]
  notes: NoteDoc[]
  first: string | undefined
  firstPage: CollectionDoc | undefined
  next: string | undefined
}

/** The word that a post may quote another one (FEP-044f). */
export type ApprovalDoc = {
  uri: string
  author: string | undefined
  quoting: string | undefined
  quoted: string | undefined
}

/** What was found at an address. */
export type Document =
  | { kind: 'actor'; uri: string; actor: ActorDoc }
  | { kind: 'note'; uri: string; note: NoteDoc }
  | { kind: 'activity'; uri: string; activity: Activity }
  | { kind: 'collection'; uri: string; collection: CollectionDoc }
  | { kind: 'approval'; uri: string; approval: ApprovalDoc }
  | { kind: 'tombstone'; uri: string }
  | { kind: 'other'; uri: string }

/** Who has the activity has the document of the post as well: to hand it over twice costs as much as to read it. */
const withoutSource = (note: NoteDoc | undefined) => note && { ...note, source: undefined }

function readObject(value: unknown, depth = 0): ObjectDoc {
  const [one] = listOf(value)
  const type = typeOf(one)
  const isActivity = isThing(one) && one.object !== undefined && depth < 2
  return {
    uri: idOf(one),
    type,
    note: isThing(one) && isPostType(type) ? withoutSource(readNote(one)) : undefined,
    actor: isThing(one) && isActorType(type) ? readActor(one) : undefined,
    inner: isActivity ? { actor: idOf(one.actor), object: readObject(one.object, depth + 1) } : undefined,
  }
}

/** An activity, or undefined for what is none: without a name, an actor or an object. */
export function readActivity(thing: Thing): Activity | undefined {
  const type = typeOf(thing)
  const id = addressOf(thing.id)
  const actor = idOf(thing.actor)
  if (type === '' || id === undefined || actor === undefined || thing.object === undefined) return undefined
  return {
    id,
    type,
    actor,
    object: readObject(thing.object),
    objects: idsOf(thing.object).slice(0, limits.federatedWidth),
    target: idOf(thing.target),
    to: audienceOf(thing.to),
    cc: audienceOf(thing.cc),
    content: plainOf((textOf(thing.content) ?? '').slice(0, limits.federatedText)),
    instrument: thing.instrument === undefined ? undefined : readObject(thing.instrument),
    result: idOf(thing.result),
  }
}

function readCollection(thing: Thing, depth = 0): CollectionDoc {
  const all = listOf(thing.orderedItems ?? thing.items).slice(0, limits.federatedWidth)
  const page = isThing(thing.first) && depth === 0 ? thing.first : undefined
  const notes = all.flatMap((one) => {
    const inner = isThing(one) && typeOf(one) === 'Create' && isThing(one.object) ? one.object : one
    return isThing(inner) && isPostType(typeOf(inner)) ? (readNote(inner) ?? []) : []
  })
  const items = all.flatMap((one) => {
    const inner = isThing(one) && typeOf(one) === 'Create' ? one.object : one
    return isThing(one) && typeOf(one) === 'Announce' ? [] : (idOf(inner) ?? [])
  })
  return {
    uri: addressOf(thing.id) ?? '',
    total: countOf(thing.totalItems),
    items,
    notes,
    first: page ? undefined : idOf(thing.first),
    firstPage: page && readCollection(page, 1),
    next: idOf(thing.next),
  }
}

const collectionTypes = ['Collection', 'OrderedCollection', 'CollectionPage', 'OrderedCollectionPage']

/** What a document is, or undefined where it has no address of its own. */
export function readDocument(thing: Thing): Document | undefined {
  const type = typeOf(thing)
  const uri = addressOf(thing.id)
  if (uri === undefined) return undefined
  if (type === 'Tombstone') return { kind: 'tombstone', uri }
  if (collectionTypes.includes(type)) return { kind: 'collection', uri, collection: readCollection(thing) }
  if (type === 'QuoteAuthorization') {
    const { attributedTo, interactingObject, interactionTarget } = thing
    const approval = {
      uri,
      author: idOf(attributedTo),
      quoting: idOf(interactingObject),
      quoted: idOf(interactionTarget),
    }
    return { kind: 'approval', uri, approval }
  }
  const actor = isActorType(type) ? readActor(thing) : undefined
  if (actor) return { kind: 'actor', uri, actor }
  const note = isPostType(type) ? readNote(thing) : undefined
  if (note) return { kind: 'note', uri, note }
  const activity = thing.actor === undefined ? undefined : readActivity(thing)
  return activity ? { kind: 'activity', uri, activity } : { kind: 'other', uri }
}
