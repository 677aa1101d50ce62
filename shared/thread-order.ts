/** A post in a thread, and how many replies stand between it and the page's own post. */
export interface Placed {
  id: string
  depth: number
}

/** Deeper replies than this stand no further in: a phone has room for so many steps and a line of words. */
export const DEEPEST = 8

/**
 * Orders what was answered to `root`: each reply directly under what it answers, older before newer. What answers a
 * post that is not here (deleted, or not for this reader) stands with the direct replies. What `goesOn` with the root,
 * by its own author, stands before what others answered to it.
 */
export function orderReplies(
  root: string,
  ids: readonly string[],
  parentOf: (id: string) => string | null | undefined,
  goesOn: (id: string) => boolean = () => false,
): Placed[] {
  const here = new Set([root, ...ids])
  const under = new Map<string, string[]>()
  for (const id of ids) {
    const parent = parentOf(id)
    const place = parent && here.has(parent) && parent !== id ? parent : root
    under.set(place, [...(under.get(place) ?? []), id])
  }
  const walk = (parent: string, depth: number): Placed[] =>
    (under.get(parent) ?? [])
      .sort((one, other) => (parent === root ? Number(goesOn(other)) - Number(goesOn(one)) : 0) || byOldest(one, other))
      .flatMap((id) => [{ id, depth: Math.min(depth, DEEPEST) }, ...walk(id, depth + 1)])
  return walk(root, 0)
}

function byOldest(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : one > other ? 1 : 0)
}
