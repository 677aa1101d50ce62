import { z } from 'zod'
import { type FieldErrors, invalidFields } from '../../core/errors.ts'
import { limits } from '../../limits.ts'
import { type Field, readFields } from './words.ts'

const line = z
  .union([z.string(), z.number(), z.boolean()])
  .nullish()
  .transform((value) => String(value ?? ''))

const asList = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : typeof value === 'object' && value !== null ? Object.values(value) : []

/**
 * Lines come as a list, as an object with numbers for keys, or, from forms that write `fields_attributes[][name]` again
 * and again, as one line whose name and value are lists.
 */
function untangle(given: unknown): unknown {
  if (given === undefined || given === null || given === '') return undefined
  return asList(given).flatMap((one) => {
    if (typeof one !== 'object' || one === null || !('name' in one) || !Array.isArray(one.name)) return [one]
    const values = 'value' in one ? asList(one.value) : []
    return one.name.map((name, at) => ({ name, value: values[at] }))
  })
}

/** The lines of a profile, in every form in which programs send them. */
export const fieldsForm = z.preprocess(
  untangle,
  z
    .array(z.object({ name: line, value: line }))
    .max(20)
    .optional(),
)

const cause = (error: string, description: string): FieldErrors => ({ fields: [{ error, description }] })

/**
 * The lines that a profile shall have from now on: without the empty ones, and what was verified stays so where it is
 * the same address. `clean` takes out what no text may hold. Throws 422.
 */
export function newFields(
  given: { name: string; value: string }[] | undefined,
  before: string,
  clean: (text: string) => string,
): string {
  if (given === undefined) return before
  const known = new Map(readFields(before).map((field) => [field.value, field.verifiedAt]))
  const fields = given
    .map(({ name, value }) => ({ name: clean(name), value: clean(value) }))
    .filter(({ name, value }) => name !== '' || value !== '')
  if (fields.length > limits.profileFields) {
    throw invalidFields(cause('ERR_TOO_LONG', `A profile has ${limits.profileFields} lines at most.`))
  }
  for (const { name, value } of fields) {
    if (name === '') throw invalidFields(cause('ERR_BLANK', `Say what "${value.slice(0, 40)}" is.`))
    if (name.length > limits.profileField || value.length > limits.profileField) {
      throw invalidFields(cause('ERR_TOO_LONG', `A line is longer than ${limits.profileField} characters.`))
    }
  }
  return JSON.stringify(fields.map((field): Field => ({ ...field, verifiedAt: known.get(field.value) ?? null })))
}
