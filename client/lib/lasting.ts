import { type Accessor, createMemo, untrack } from 'solid-js'

/** What `source` gives now or gave last: for a part that still looks at it while it is taken down. */
export function lasting<T>(source: Accessor<T | undefined>, first: Accessor<T>): Accessor<T> {
  return createMemo<T>((before) => source() ?? before, untrack(first))
}
