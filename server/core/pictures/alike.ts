const ONES = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll('0', '').length)

/** Whether two likenesses (likeness.ts) differ in so many bits at most; those that are empty or unknown are like nothing. */
export function isAlike(a: Uint8Array | null, b: Uint8Array, most: number): boolean {
  if (a === null || a.length === 0 || a.length !== b.length) return false
  let differing = 0
  for (let at = 0; at < a.length; at += 1) differing += ONES[(a[at] ?? 0) ^ (b[at] ?? 0)] ?? 0
  return differing <= most
}
