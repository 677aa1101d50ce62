/** A post as it lies in an answer, with the addresses of its pictures. */
export interface Lying {
  id: string
  pictures: string[]
}

const isStatus = (
  value: object,
): value is { id: string; media_attachments: { url?: unknown; preview_url?: unknown }[] } =>
  'visibility' in value && 'id' in value && 'media_attachments' in value && Array.isArray(value.media_attachments)

/** Every post in an answer, wherever it stands in it. */
export function postsIn(value: unknown, into: Lying[] = []): Lying[] {
  if (typeof value !== 'object' || value === null) return into
  if (isStatus(value)) {
    const urls = value.media_attachments.flatMap(({ url, preview_url: small }) => [url, small])
    into.push({ id: value.id, pictures: urls.filter((url) => typeof url === 'string') })
  }
  for (const part of Object.values(value)) postsIn(part, into)
  return into
}
