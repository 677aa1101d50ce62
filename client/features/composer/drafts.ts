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

/** Each write waits for the one before it, so that an older state never lands on a newer one. */
let last: Promise<unknown> = Promise.resolve()

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
  const row = await inTurn(() => attempt<Row | undefined>('readonly', (drafts) => drafts.get(id)))
  if (row && !atHand.has(id)) atHand.set(id, row.draft)
  return atHand.get(id)
}

/** Keeps the draft at hand for the next box of this page; `saveDraft` is what a crash does not take. */
export function holdDraft(accountId: string, context: DraftContext, draft: Draft): void {
  atHand.set(idOf(accountId, context), draft)
}

/** Saves the draft on this device. */
export function saveDraft(accountId: string, context: DraftContext, draft: Draft): Promise<unknown> {
  const row: Row = { id: idOf(accountId, context), draft, changedAt: Date.now() }
  holdDraft(accountId, context, draft)
  return inTurn(() => attempt('readwrite', (drafts) => drafts.put(row)))
}

/** Forgets the draft: it was posted, or its author emptied the box. */
export function dropDraft(accountId: string, context: DraftContext): Promise<unknown> {
  const id = idOf(accountId, context)
  atHand.delete(id)
  return inTurn(() => attempt('readwrite', (drafts) => drafts.delete(id)))
}

/** Forgets drafts that nobody has touched for a month. */
export async function dropOldDrafts(now: number): Promise<void> {
  const rows = await attempt<Row[]>('readonly', (drafts) => drafts.getAll())
  const old = (rows ?? []).filter((row) => row.changedAt < now - KEPT_FOR)
  await Promise.all(old.map((row) => inTurn(() => attempt('readwrite', (drafts) => drafts.delete(row.id)))))
}

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = last.then(work)
  last = done
  return done
}

/** One request to the store; `undefined` where the browser keeps nothing (private windows, a full disk). */
async function attempt<T>(
  mode: IDBTransactionMode,
  ask: (drafts: IDBObjectStore) => IDBRequest,
): Promise<T | undefined> {
  try {
    const database = await open()
    const transaction = database.transaction(STORE, mode)
    const request = ask(transaction.objectStore(STORE))
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = transaction.onerror = () => reject(transaction.error)
    })
    // What the store holds is what `saveDraft` put there.
    return request.result as T
  } catch {
    return undefined
  }
}

let opened: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' })
    request.onsuccess = () => {
      request.result.onclose = () => {
        opened = undefined
      }
      resolve(request.result)
    }
    request.onerror = () => reject(request.error)
  }).catch((error: unknown) => {
    opened = undefined
    throw error
  })
  return opened
}
