/** As much of IndexedDB as drafts need, kept in memory: what survives when the modules of a page are loaded anew. */
export function fakeIndexedDb() {
  const rows = new Map<string, unknown>()
  const later = (work: () => void) => setTimeout(work, 0)

  const request = (result: unknown) => ({ result })
  const store = {
    get: (id: string) => request(structuredClone(rows.get(id))),
    getAll: () => request(structuredClone([...rows.values()])),
    put: (row: { id: string }) => {
      rows.set(row.id, structuredClone(row))
      return request(row.id)
    },
    delete: (id: string) => request(rows.delete(id)),
  }
  const database = {
    createObjectStore: () => store,
    transaction() {
      const transaction = { objectStore: () => store, commit: () => {}, oncomplete: () => {} }
      later(() => transaction.oncomplete())
      return transaction
    },
  }
  const open = () => {
    const opening = { result: database, onsuccess: () => {}, onupgradeneeded: () => {} }
    later(() => {
      opening.onupgradeneeded()
      opening.onsuccess()
    })
    return opening
  }
  return { open, rows }
}
