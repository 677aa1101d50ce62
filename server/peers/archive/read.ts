import { z } from 'zod'
import type { LeftOut } from '../../../shared/api/elsewhere.ts'
import { invalidFields } from '../../core/errors.ts'
import type { Upload } from '../../http/body.ts'
import { limits } from '../../limits.ts'

const PUBLIC = ['https://www.w3.org/ns/activitystreams#Public', 'as:Public', 'Public']

const addresses = z.union([z.string().transform((one) => [one]), z.array(z.string())]).catch([])
const side = z.number().min(-1).max(1)
const attachment = z.object({
  mediaType: z.string().catch(''),
  url: z.string().min(1).max(1000),
  name: z.string().nullish().catch(null),
  focalPoint: z.tuple([side, side]).nullish().catch(null),
})
const note = z.object({
  type: z.literal('Create'),
  object: z.object({
    id: z.string().min(1).max(2000),
    type: z.enum(['Note', 'Question']),
    published: z.iso.datetime({ offset: true }),
    content: z.string(),
    summary: z.string().nullish(),
    sensitive: z.boolean().catch(false),
    inReplyTo: z.unknown(),
    attachment: z.array(attachment.nullable().catch(null)).catch([]),
    to: addresses,
    cc: addresses,
  }),
})
/** A post of an archive. */
export type Note = z.infer<typeof note>['object']
/** What belongs to it beside its words. */
export type Attached = z.infer<typeof attachment>

const outbox = z.object({ orderedItems: z.array(z.unknown()).max(limits.broughtPosts) })

/** The things of an archive's `outbox.json`, or of a part of it. Throws 422. */
export function readOutbox(file: Upload | undefined): unknown[] {
  try {
    return outbox.parse(JSON.parse(file?.bytes.toString('utf8') ?? '')).orderedItems
  } catch {
    const description = 'This is not the file outbox.json of an archive of Mastodon’s.'
    throw invalidFields({ data: [{ error: 'ERR_INVALID', description }] })
  }
}

const boost = z.object({ type: z.literal('Announce') })

/** Whether a post stood on everybody's lists, and not on its author's profile alone. */
export const isListed = ({ to }: Pick<Note, 'to'>): boolean => PUBLIC.some((one) => to.includes(one))

/** Posts for everybody that answer nobody: what was for some people alone, or half of a talk, stays in the archive. */
export function readNote(item: unknown, now: number): Note | LeftOut {
  const { data } = note.safeParse(item)
  if (!data) return boost.safeParse(item).success ? 'boosts' : 'unreadable'
  if (typeof data.object.inReplyTo === 'string') return 'answers'
  const { to, cc, published } = data.object
  if (![...to, ...cc].some((one) => PUBLIC.includes(one))) return 'for_few'
  return Date.parse(published) > 0 && Date.parse(published) <= now ? data.object : 'unreadable'
}

/** Where a file lies in the archive; its address in the list may have the old server's folders before it. */
export function pathOf(url: string): string {
  const path = URL.parse(url, 'https://archive.invalid/')?.pathname ?? url
  const at = path.indexOf('media_attachments/')
  return at >= 0 ? path.slice(at) : path.replace(/^\/+/, '')
}
