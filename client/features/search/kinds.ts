/** What can be looked through. */
export const kinds = ['posts', 'people', 'tags'] as const
/** One of {@link kinds}. */
export type Kind = (typeof kinds)[number]

/** What is likely meant by what was typed: a handle, a hashtag, or words. */
export function likelyKind(q: string): Kind {
  if (/^@\S+$/.test(q)) return 'people'
  return /^#\S+$/.test(q) ? 'tags' : 'posts'
}

/** Where one word that was typed may lead to straight away. */
export function straightTo(q: string): { tag?: string; person?: string } {
  if (/^#[\p{L}\p{M}\p{N}_]+$/u.test(q)) return { tag: q.slice(1) }
  if (/^@[\w.-]+(@[\w.:-]+)?$/.test(q)) return { person: q.slice(1) }
  return {}
}
