import { z } from 'zod'
import type { FieldErrors } from '../core/errors.ts'
import { badRequest, invalid } from '../core/errors.ts'

const words = new Map<unknown, boolean>([
  [true, true],
  ['true', true],
  ['1', true],
  [1, true],
  ['on', true],
  ['t', true],
  [false, false],
  ['false', false],
  ['0', false],
  [0, false],
  ['off', false],
  ['f', false],
  ['', false],
])

/** A boolean in any of the forms that Rails takes: true, 1, "true", "1", "on". */
export const flag = z.any().transform((value, context) => {
  const read = words.get(value)
  if (read === undefined) context.addIssue({ code: 'custom', message: 'has to be true or false' })
  return read ?? false
})

/** An id on the wire: a string (or number) of digits below 2^53. Anything else names no record. */
export const id = z.union([z.string(), z.number()]).transform((value) => {
  const read = Number(value)
  return /^\d{1,16}$/.test(String(value)) && Number.isSafeInteger(read) ? read : -1
})

const asArray = (value: unknown) => {
  if (value === undefined || Array.isArray(value)) return value
  return typeof value === 'object' && value !== null ? Object.values(value) : [value]
}

/** A list that may come as one value, as `name[]`, or as an object with numbers for keys. */
export const listOf = <T extends z.ZodType>(item: T, most: number) => z.preprocess(asArray, z.array(item).max(most))

/** A whole number that may come as text. */
export const whole = z.coerce.number().int()

/** How many items of a page: what is over the most is cut to it, as clients expect. */
export const pageSize = (standard: number, most: number) =>
  z.coerce
    .number()
    .int()
    .min(1)
    .catch(standard)
    .default(standard)
    .transform((size) => Math.min(size, most))

/** The cursors of Mastodon's lists: below `max_id`; above `since_id`, newest first; next above `min_id`. */
export const cursors = { max_id: id.optional(), since_id: id.optional(), min_id: id.optional() }

/** A language as ISO 639 has it, with or without a region or script: `de`, `pt-BR`, `zh-Hant`. */
export const languageCode = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, {
  error: 'has to be a language code such as en or pt-BR',
})

/** A time of the day such as `22:00`; an empty text is none. */
export const timeOfDay = z.union([z.literal('').transform(() => null), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)])

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

/** A time zone by its name in the IANA's list. */
export const timeZone = z.string().refine(isZone, { error: 'has to be a time zone such as Europe/Berlin' })

/** An empty text, which forms send for what was left out, is as good as absent. */
export const blankIsAbsent = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), item.optional())

const causeOf = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'too_big') return 'ERR_TOO_LONG'
  if (issue.code === 'too_small') return Number(issue.minimum) === 1 ? 'ERR_BLANK' : 'ERR_TOO_SHORT'
  return issue.code === 'invalid_type' && issue.input === undefined ? 'ERR_BLANK' : 'ERR_INVALID'
}

const said: Record<string, string> = {
  ERR_TOO_LONG: 'is too long',
  ERR_TOO_SHORT: 'is too short',
  ERR_BLANK: "can't be blank",
  ERR_INVALID: 'is not valid',
}

/** Checks a request's fields; null is as good as absent. Throws 400 for a read and 422, with details, for a write. */
export function readForm<F extends z.ZodType>(form: F, fields: Record<string, unknown>, reads: boolean): z.infer<F> {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined))
  const parsed = form.safeParse(given, { reportInput: true })
  if (parsed.success) return parsed.data
  const details: FieldErrors = {}
  for (const issue of parsed.error.issues) {
    const error = causeOf(issue)
    const field = String(issue.path[0] ?? 'base')
    const description = issue.code === 'custom' ? issue.message : (said[error] ?? 'is not valid')
    const causes = details[field] ?? []
    details[field] = [...causes, { error, description }]
  }
  const sentence = Object.entries(details)
    .map(([field, causes]) => `${field} ${causes[0]?.description}`)
    .join(', ')
  throw (reads ? badRequest : invalid)(`Validation failed: ${sentence}`, { details })
}
