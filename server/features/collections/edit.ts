import { z } from 'zod'
import type { AdminCollection } from '../../../shared/api/collections.ts'
import { sharedLimits } from '../../../shared/limits.ts'
import type { Context } from '../../context.ts'
import { invalidFields, notFound } from '../../core/errors.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { localAccountByName } from '../accounts/queries.ts'
import {
  allCollections,
  answerOf,
  collectionById,
  countPeople,
  deleteCollection,
  insertCollection,
  insertPerson,
  peopleIn,
  removePerson,
} from './queries.ts'
import { readAdminCollections } from './read.ts'

/** What a collection is called and about. Neither is changed later: people said yes to these very words. */
export const collectionForm = z.object({
  title: z.string().trim().max(limits.statusRaw).default(''),
  about: z.string().trim().max(limits.statusRaw).default(''),
})

const refuse = (field: string, error: string, description: string) =>
  invalidFields({ [field]: [{ error, description }] })

/** Begins a collection, with nobody in it. Throws 422. */
export function addCollection(ctx: Context, viewer: Viewer, form: z.infer<typeof collectionForm>): AdminCollection {
  const { collectionTitle, collectionAbout } = sharedLimits
  if (form.title === '') throw refuse('title', 'ERR_BLANK', 'Give it a name.')
  if ([...form.title].length > collectionTitle)
    throw refuse('title', 'ERR_TOO_LONG', `This is longer than ${collectionTitle} characters.`)
  if ([...form.about].length > collectionAbout)
    throw refuse('about', 'ERR_TOO_LONG', `This is longer than ${collectionAbout} characters.`)
  return ctx.transact(() => {
    if (allCollections(ctx.db, { most: limits.collections }).length === limits.collections)
      throw refuse('title', 'ERR_TOO_MANY', `There can be ${limits.collections} collections at most.`)
    const id = ctx.newId()
    insertCollection(ctx.db, { id, ...form, now: ctx.now() })
    noteAct(ctx, viewer, 'collection.add', form.title)
    return collection(ctx, id)
  })
}

/** Takes a collection away, and what was asked for it. Throws 404. */
export function removeCollection(ctx: Context, viewer: Viewer, id: number): object {
  return ctx.transact(() => {
    const { title } = found(ctx, id)
    for (const { accountId, agreed } of peopleIn(ctx.db, { ids: JSON.stringify([id]) })) {
      if (agreed === null) ctx.emit('noticeTakenBack', { accountId, kind: 'collection_asked', ref: id })
    }
    deleteCollection(ctx.db, { id })
    noteAct(ctx, viewer, 'collection.delete', title)
    return {}
  })
}

/** Asks somebody to stand in a collection. Throws 404 for none, 422 for nobody, and for who is not to be asked. */
export function askPerson(ctx: Context, viewer: Viewer, id: number, handle: string): AdminCollection {
  return ctx.transact(() => {
    const { title } = found(ctx, id)
    const person = localAccountByName(ctx.db, { key: handle.trim().replace(/^@/, '').toLowerCase() })
    if (!person || person.joinedAt === null || person.suspendedAt !== null)
      throw refuse('acct', 'ERR_INVALID', 'Nobody here has this name.')
    if (person.discoverable === 0)
      throw refuse('acct', 'ERR_INVALID', 'They do not want to be found, so they cannot be asked.')
    const asked = answerOf(ctx.db, { id, accountId: person.id })
    if (asked?.agreed === 0) throw refuse('acct', 'ERR_TAKEN', 'They said no to this one, and are not asked again.')
    if (!asked) ask(ctx, id, person.id)
    noteAct(ctx, viewer, 'collection.ask', title)
    return collection(ctx, id)
  })
}

function ask(ctx: Context, id: number, accountId: number): void {
  if ((countPeople(ctx.db, { id })?.count ?? 0) >= limits.collectionPeople)
    throw refuse('acct', 'ERR_TOO_MANY', `There can be ${limits.collectionPeople} people in one at most.`)
  insertPerson(ctx.db, { id, accountId, now: ctx.now() })
  ctx.emit('noticeGiven', { accountId, kind: 'collection_asked', ref: id })
}

/** Shows somebody no more in a collection, or asks them no more. Throws 404 for no collection. */
export function takeOut(ctx: Context, viewer: Viewer, id: number, accountId: number): AdminCollection {
  return ctx.transact(() => {
    const { title } = found(ctx, id)
    removePerson(ctx.db, { id, accountId })
    ctx.emit('noticeTakenBack', { accountId, kind: 'collection_asked', ref: id })
    noteAct(ctx, viewer, 'collection.take_out', title)
    return collection(ctx, id)
  })
}

function found(ctx: Context, id: number) {
  const row = collectionById(ctx.db, { id })
  if (!row) throw notFound('There is no collection of this number.')
  return row
}

function collection(ctx: Context, id: number): AdminCollection {
  const one = readAdminCollections(ctx).find((each) => each.id === String(id))
  if (!one) throw notFound()
  return one
}

type Act = 'collection.add' | 'collection.delete' | 'collection.ask' | 'collection.take_out'

const noteAct = (ctx: Context, { accountId }: Viewer, action: Act, label: string) =>
  ctx.emit('staffActed', { accountId, action, subject: 'settings', label })
