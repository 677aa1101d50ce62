import type { Draft, DraftContext } from './draft.ts'

const DATABASE = 'writing'
const STORE = 'drafts'

/** How long an untouched draft is kept, in milliseconds: 30 days. */
const KEPT_FOR = 30 * 24 * 60 * 60 * 1000

interface Row {
  id: string
  draft: Draft
  changedAt: number
}

/** What is known without asking the disk: a page that opens again finds its draft at once. */
const atHand = new Map<string, Draft>()

/** Drafts belong to one account: two people on one device never see each other's. */
function idOf(accountId: string, context: DraftContext): string {
  return `${accountId}:${context}`
}

/** The draft as this page last knew it, without waiting. */
export function draftAtHand(accountId: string, context: DraftContext): Draft | undefined {
  return atHand.get(idOf(accountId, context))
}

/** The draft as it was saved, also after a crash or a reload. A browser without storage just has none. */
export async function savedDraft(accountId: string, context: DraftContext): Promise<Draft | undefined> {
  const id = idOf(accountId, context)
  const row = await ask<Row | undefined>('readonly', (drafts) => drafts.get(id))
  if (row && !atHand.has(id)) atHand.set(id, row.draft)
  return atHand.get(id)
}

/** Saves the draft on this device. Once the store is open it is on its way before this returns. */
export function saveDraft(accountId: string, context: DraftContext, draft: Draft): Promise<unknown> {
  const row: Row = { id: idOf(accountId, context), draft, changedAt: Date.now() }
  atHand.set(row.id, draft)
  return ask('readwrite', (drafts) => drafts.put(row))
}

/** Forgets the draft: it was posted, or its author emptied the box. */
export function dropDraft(accountId: string, context: DraftContext): Promise<unknown> {
  const id = idOf(accountId, context)
  atHand.delete(id)
  return ask('readwrite', (drafts) => drafts.delete(id))
}

/** Forgets drafts that nobody has touched for a month. */
export async function dropOldDrafts(now: number): Promise<void> {
  const rows = await ask<Row[]>('readonly', (drafts) => drafts.getAll())
  const old = (rows ?? []).filter((row) => row.changedAt < now - KEPT_FOR)
  await Promise.all(old.map((row) => ask('readwrite', (drafts) => drafts.delete(row.id))))
}

type Question = (drafts: IDBObjectStore) => IDBRequest

/** One request to the store; `undefined` where the browser keeps nothing (private windows, a full disk). */
async function ask<T>(mode: IDBTransactionMode, question: Question): Promise<T | undefined> {
  try {
    // Without waiting where that can be: what is typed in the moment before a page dies is kept too.
    return await asked<T>(database ?? (await opened()), mode, question)
  } catch {
    return undefined
  }
}

/** Transactions on one store run in the order in which they were made: an older state never lands on a newer one. */
function asked<T>(open: IDBDatabase, mode: IDBTransactionMode, question: Question): Promise<T> {
  const transaction = open.transaction(STORE, mode)
  const request = question(transaction.objectStore(STORE))
  transaction.commit()
  return new Promise<T>((resolve, reject) => {
    // What the store holds is what `saveDraft` put there.
    transaction.oncomplete = () => resolve(request.result as T)
    transaction.onabort = transaction.onerror = () => reject(transaction.error)
  })
}

let database: IDBDatabase | undefined
let opening: Promise<IDBDatabase> | undefined

function opened(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' })
    request.onsuccess = () => {
      database = request.result
      database.onclose = forgetDatabase
      resolve(database)
    }
    request.onerror = () => reject(request.error)
  }).catch((error: unknown) => {
    forgetDatabase()
    throw error
  })
  return opening
}

/** The browser closed it, as it may when the disk is full: the next request opens it again. */
function forgetDatabase(): void {
  database = undefined
  opening = undefined
}
