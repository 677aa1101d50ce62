/** One request to a store of IndexedDB. */
type Question = (rows: IDBObjectStore) => IDBRequest

/** A store of this browser, in a database of its own. */
export interface Chest {
  /** One request; `undefined` where the browser keeps nothing (private windows, a full disk). */
  ask: <T>(mode: IDBTransactionMode, question: Question) => Promise<T | undefined>
}

/** A chest by its database's name; its rows are found by their field `key`. Opened when it is first asked. */
export function chest(name: string, store: string, key: string): Chest {
  let opening: Promise<IDBDatabase> | undefined

  const opened = () => {
    opening ??= open(name, store, key, () => {
      opening = undefined
    })
    return opening
  }
  return {
    ask: async <T>(mode: IDBTransactionMode, question: Question) => {
      try {
        const database = await opened()
        return await asked<T>(database.transaction(store, mode), store, question)
      } catch {
        return undefined
      }
    },
  }
}

function asked<T>(transaction: IDBTransaction, store: string, question: Question): Promise<T> {
  const request = question(transaction.objectStore(store))
  return new Promise<T>((resolve, reject) => {
    // What a chest holds is what its owner put there.
    transaction.oncomplete = () => resolve(request.result as T)
    transaction.onabort = transaction.onerror = () => reject(transaction.error)
  })
}

/** `gone` is called when the browser closed it, as it may when the disk is full, or never opened it. */
function open(name: string, store: string, key: string, gone: () => void): Promise<IDBDatabase> {
  return new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: key })
    request.onsuccess = () => {
      request.result.onclose = gone
      resolve(request.result)
    }
    request.onerror = () => {
      gone()
      reject(request.error)
    }
  })
}
