import type { Context } from '@fedify/fedify'
import {
  Accept,
  type Activity,
  Announce,
  type Object as AsObject,
  Block,
  Create,
  Delete,
  Follow,
  Like,
  Move,
  Note,
  Question,
  Undo,
  Update,
} from '@fedify/fedify/vocab'

/** What a test orders: which activity, and what it is about, by addresses. */
export type Order = {
  type:
    | 'Accept'
    | 'Follow'
    | 'Create'
    | 'Update'
    | 'Delete'
    | 'Like'
    | 'Announce'
    | 'Block'
    | 'Vote'
    | 'Ask'
    | 'Move'
    | 'Undo'
  to: string
  object?: string
  content?: string
  summary?: string
  inReplyTo?: string
  target?: string
  undoes?: { type: 'Follow' | 'Like' | 'Announce' | 'Block'; id: string }
}

let count = 0

const acts = { Follow, Like, Announce, Block } as const

const urlOf = (text: string | undefined) => (text === undefined ? null : new URL(text))

type About = { id: URL; actor: URL; order: Order; ctx: Context<void>; written: Map<string, AsObject> }

function keep(written: Map<string, AsObject>, note: AsObject): AsObject {
  written.set(note.id?.href ?? '', note)
  return note
}

const AS2 = 'https://www.w3.org/ns/activitystreams'
const EVERYBODY = `${AS2}#Public`

/** By JSON, since times are of a class that this Node does not know. */
const noteOf = ({ ctx, actor, order }: About, id: URL, more = {}) =>
  Note.fromJsonLd({
    '@context': AS2,
    type: 'Note',
    id: id.href,
    attributedTo: actor.href,
    to: EVERYBODY,
    cc: [ctx.getFollowersUri('fred').href, order.to],
    content: order.content ?? '',
    ...(order.summary && { summary: order.summary }),
    ...(order.inReplyTo && { inReplyTo: order.inReplyTo }),
    tag: [{ type: 'Mention', href: order.to, name: '@somebody' }],
    published: new Date().toISOString(),
    ...more,
  })

/** It was written a minute ago. */
const timesOfEdit = () => ({
  published: new Date(Date.now() - 60_000).toISOString(),
  updated: new Date().toISOString(),
})

const questionOf = ({ ctx, actor, order }: About, id: URL) =>
  Question.fromJsonLd({
    '@context': AS2,
    type: 'Question',
    id: id.href,
    attributedTo: actor.href,
    to: EVERYBODY,
    cc: [ctx.getFollowersUri('fred').href, order.to],
    content: order.content ?? '',
    oneOf: ['yes', 'no'].map((name) => ({ type: 'Note', name, replies: { type: 'Collection', totalItems: 0 } })),
    endTime: new Date(Date.now() + 18_000_000).toISOString(),
    tag: [{ type: 'Mention', href: order.to, name: '@somebody' }],
    published: new Date().toISOString(),
  })

/** The object of an order: what is there already, or what it makes. */
async function objectOf(about: About): Promise<AsObject | URL | null> {
  const { ctx, actor, order, written } = about
  const fresh = ctx.getObjectUri(Note, { id: String(count) })
  switch (order.type) {
    case 'Create':
      return keep(written, await noteOf(about, fresh))
    case 'Update':
      return keep(written, await noteOf(about, new URL(order.object ?? ''), timesOfEdit()))
    case 'Vote':
      return new Note({
        id: fresh,
        attribution: actor,
        to: new URL(order.to),
        name: order.content,
        replyTarget: urlOf(order.inReplyTo),
      })
    case 'Ask':
      return keep(written, await questionOf(about, fresh))
    case 'Undo':
      return new acts[order.undoes?.type ?? 'Like']({ id: urlOf(order.undoes?.id), actor, object: urlOf(order.object) })
    default:
      return urlOf(order.object)
  }
}

const wrap = {
  Accept,
  Create,
  Vote: Create,
  Ask: Create,
  Update,
  Delete,
  Follow,
  Like,
  Announce,
  Block,
  Move,
  Undo,
} as const

/** An order as the activity of fred's that it means. */
export async function readOrder(ctx: Context<void>, order: Order, written: Map<string, AsObject>): Promise<Activity> {
  count += 1
  const actor = ctx.getActorUri('fred')
  const id = new URL(`/activities/${count}`, actor)
  const object = await objectOf({ id, actor, order, ctx, written })
  const tos = order.type === 'Vote' ? [new URL(order.to)] : [new URL(EVERYBODY), new URL(order.to)]
  return new wrap[order.type]({ id, actor, object, tos, target: urlOf(order.target) })
}
