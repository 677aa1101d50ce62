/** Results that were computed before, the oldest forgotten first. */
export type Memo<Key, Value> = {
  get(key: Key): Value | undefined
  keep(key: Key, value: Value): Value
  forget(key: Key): void
  clear(): void
}

/** Keeps up to `most` results of a computation that gives the same for the same key. */
export function createMemo<Key, Value>(most: number): Memo<Key, Value> {
  const kept = new Map<Key, Value>()
  return {
    get: (key) => kept.get(key),
    keep(key, value) {
      const oldest = kept.size >= most ? kept.keys().next() : undefined
      if (oldest && !oldest.done) kept.delete(oldest.value)
      kept.set(key, value)
      return value
    },
    forget: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  }
}
