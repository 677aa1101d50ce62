import { z } from 'zod'
import { limits } from '../limits.ts'
import { blankIsAbsent, id } from './forms.ts'

/** A point in a picture as `x,y`, each from −1 to 1; the middle is `0,0`. */
const focus = z
  .string()
  .regex(/^\s*-?\d*\.?\d+\s*,\s*-?\d*\.?\d+\s*$/, { error: 'has to be two numbers such as 0.2,-0.5' })
  .transform((text) => {
    const [x = 0, y = 0] = text.split(',').map((part) => Math.min(1, Math.max(-1, Number(part))))
    return { x, y }
  })

const cleanText = (text: string) => text.toWellFormed().replace(/\r\n?/g, '\n').trim()

/** What is said about a picture, and the point of it to keep in view. */
export const descriptionForm = z.object({
  description: z.string().max(limits.mediaDescription).transform(cleanText).optional(),
  focus: blankIsAbsent(focus),
})
/** A checked {@link descriptionForm}. */
export type DescriptionForm = z.infer<typeof descriptionForm>

/** The same for a picture named by its id. */
export const mediaForm = descriptionForm.extend({ id })

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/**
 * Of `media_attributes[][id]`, `media_attributes[][description]` … the reader of forms makes one object of lists. They
 * are put together again where each says as much; a list that is shorter could belong to any of them.
 */
function gather(value: unknown): unknown {
  const given = Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : value
  const [only] = Array.isArray(given) && given.length === 1 ? given : []
  if (!isRecord(only) || !Array.isArray(only.id)) return given
  const columns = Object.entries(only)
  return only.id.map((_id, n) =>
    Object.fromEntries(columns.map(([name, column]) => [name, Array.isArray(column) ? column[n] : undefined])),
  )
}

/** What is said anew about pictures of a post, as it is written or edited. */
export const mediaAttributes = z.preprocess(gather, z.array(mediaForm).max(limits.mediaPerPost)).default([])
/** One of {@link mediaAttributes}. */
export type MediaAttributes = z.infer<typeof mediaForm>
