type Version = { oldVersion: number }

/** As much of IndexedDB as drafts need, kept in memory: what survives when the modules of a page are loaded anew. */
export function fakeIndexedDb() {
  const rows = new Map<string, unknown>()
  const files = new Map<string, unknown>()
  const later = (work: () => void) => setTimeout(work, 0)

  const request = (result: unknown) => ({ result })
  const storeOf = (kept: Map<string, unknown>) => ({
    get: (id: string) => request(structuredClone(kept.get(id))),
    getAll: () => request(structuredClone([...kept.values()])),
    put: (row: { id: string }, key = row.id) => {
      kept.set(key, structuredClone(row))
      return request(key)
    },
    delete: (id: string) => request(kept.delete(id)),
  })
  const database = {
    createObjectStore: () => undefined,
    transaction(name: string) {
      const store = storeOf(name === 'drafts' ? rows : files)
      const transaction = { objectStore: () => store, commit: () => {}, oncomplete: () => {} }
      later(() => transaction.oncomplete())
      return transaction
    },
  }
  const open = () => {
    const opening = { result: database, onsuccess: () => {}, onupgradeneeded: (_event: Version) => {} }
    later(() => {
      opening.onupgradeneeded({ oldVersion: 0 })
      opening.onsuccess()
    })
    return opening
  }
  return { open, rows, files }
}
