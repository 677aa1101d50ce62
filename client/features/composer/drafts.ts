import { type Draft, type DraftContext, isWaiting } from './draft.ts'

const DATABASE = 'writing'
const DRAFTS = 'drafts'
/** The files of drafts' pictures: beside them, so that a word that is typed does not write a picture anew. */
const FILES = 'files'

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
  const row = await ask<Row | undefined>(DRAFTS, 'readonly', (drafts) => drafts.get(id))
  if (row && !atHand.has(id)) atHand.set(id, row.draft)
  return atHand.get(id)
}

/** Saves the draft on this device. Once the store is open it is on its way before this returns. */
export function saveDraft(accountId: string, context: DraftContext, draft: Draft): Promise<unknown> {
  const row: Row = { id: idOf(accountId, context), draft, changedAt: Date.now() }
  atHand.set(row.id, draft)
  return ask(DRAFTS, 'readwrite', (drafts) => drafts.put(row))
}

/** Forgets the draft: it was posted, or its author emptied the box. */
export function dropDraft(accountId: string, context: DraftContext): Promise<unknown> {
  const id = idOf(accountId, context)
  atHand.delete(id)
  return ask(DRAFTS, 'readwrite', (drafts) => drafts.delete(id))
}

/** The post that was taken down last and not written anew yet, on this device. */
export async function unsentAgain(accountId: string): Promise<string | undefined> {
  const rows = (await ask<Row[]>(DRAFTS, 'readonly', (drafts) => drafts.getAll())) ?? []
  const start = idOf(accountId, 'again:')
  const mine = rows.filter((row) => row.id.startsWith(start)).sort((a, b) => b.changedAt - a.changedAt)
  return mine[0]?.id.slice(start.length)
}

/** The drafts of an account that wait to be posted by themselves, and what each belongs to. */
export async function waitingDrafts(accountId: string): Promise<{ context: string; draft: Draft }[]> {
  const rows = (await ask<Row[]>(DRAFTS, 'readonly', (drafts) => drafts.getAll())) ?? []
  return rows
    .filter(({ id, draft }) => id.startsWith(`${accountId}:`) && isWaiting(draft))
    .map(({ id, draft }) => ({ context: id.slice(accountId.length + 1), draft }))
}

/** The boxes that stand on the page now: what waits in them they post themselves. */
const standing = new Set<string>()

/** Whether the box of this draft stands on the page. */
export const stands = (accountId: string, context: string): boolean => standing.has(`${accountId}:${context}`)

/** Notes that the box of a draft stands on the page; gives what to call when it goes. */
export function stand(accountId: string, context: DraftContext): () => void {
  standing.add(idOf(accountId, context))
  return () => standing.delete(idOf(accountId, context))
}

/** Forgets drafts that nobody has touched for a month. */
export async function dropOldDrafts(now: number): Promise<void> {
  const rows = await ask<Row[]>(DRAFTS, 'readonly', (drafts) => drafts.getAll())
  const old = (rows ?? []).filter((row) => row.changedAt < now - KEPT_FOR)
  await Promise.all(old.map((row) => ask(DRAFTS, 'readwrite', (drafts) => drafts.delete(row.id))))
  await Promise.all(old.flatMap((row) => row.draft.pictures ?? []).map(({ key }) => dropFile(key)))
}

/** The same for files: a browser that keeps nothing has them until the page is closed. */
const filesAtHand = new Map<string, Blob>()

/** Keeps the file of a draft's picture on this device. */
export function keepFile(key: string, file: Blob): Promise<unknown> {
  filesAtHand.set(key, file)
  return ask(FILES, 'readwrite', (files) => files.put(file, key))
}

/** The file of a draft's picture. */
export const keptFile = async (key: string): Promise<Blob | undefined> =>
  filesAtHand.get(key) ?? ask<Blob>(FILES, 'readonly', (files) => files.get(key))

/** Forgets the file of a draft's picture. */
export function dropFile(key: string): Promise<unknown> {
  filesAtHand.delete(key)
  return ask(FILES, 'readwrite', (files) => files.delete(key))
}

type Question = (store: IDBObjectStore) => IDBRequest
type Store = typeof DRAFTS | typeof FILES

/** One request to a store; `undefined` where the browser keeps nothing (private windows, a full disk). */
async function ask<T>(store: Store, mode: IDBTransactionMode, question: Question): Promise<T | undefined> {
  try {
    // Without waiting where that can be: what is typed in the moment before a page dies is kept too.
    return await asked<T>(database ?? (await opened()), { store, mode, question })
  } catch {
    return undefined
  }
}

/** Transactions on one store run in the order in which they were made: an older state never lands on a newer one. */
function asked<T>(
  open: IDBDatabase,
  { store, mode, question }: { store: Store; mode: IDBTransactionMode; question: Question },
): Promise<T> {
  const transaction = open.transaction(store, mode)
  const request = question(transaction.objectStore(store))
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
    const request = indexedDB.open(DATABASE, 2)
    request.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion < 1) request.result.createObjectStore(DRAFTS, { keyPath: 'id' })
      request.result.createObjectStore(FILES)
    }
    request.onsuccess = () => {
      database = request.result
      database.onclose = forgetDatabase
      // another tab has a newer version of this: it is not held up, and this one asks again
      database.onversionchange = () => {
        request.result.close()
        forgetDatabase()
      }
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
