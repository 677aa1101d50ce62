import {
  type MediationClause,
  type MediationField,
  type MediationPerson,
  type Screening,
  screeningQuestions,
} from '../../../../shared/api/mediation.ts'

/** What one field holds while it is filled in. */
export type FieldValue =
  | string
  | boolean
  | readonly string[]
  | readonly MediationPerson[]
  | Partial<Screening>
  | Clauses
/** The clauses of an agreement while they are written. */
export type Clauses = readonly MediationClause[]
/** What the fields of a form hold, by their names. */
export type FormValues = Record<string, FieldValue>

const namedBefore = ({ options }: MediationField): readonly MediationPerson[] =>
  options.map(({ value, label, hint }) => ({ id: value, acct: hint, display_name: label, avatar: '', url: '' }))

/** What a field holds before anything is filled in: of people, whom one wrote down earlier. */
export function emptyValue(field: MediationField): FieldValue {
  const { kind } = field
  switch (kind) {
    case 'tick':
      return false
    case 'people':
      return namedBefore(field)
    case 'choices':
      return field.chosen ?? []
    case 'clauses':
      return []
    case 'screening':
      return {}
    case 'text':
    case 'line':
    case 'choice':
    case 'number':
    case 'date':
      return ''
    default:
      return kind satisfies never
  }
}

/** Whether nothing is filled in; a screening is whole or counts as empty. */
export function isEmpty(value: FieldValue | undefined): boolean {
  if (typeof value === 'string') return value.trim() === ''
  if (typeof value === 'boolean') return !value
  if (Array.isArray(value)) return value.length === 0
  return !value || screeningQuestions.some((question) => !(question in value))
}

/** What is sent for the fields that are filled in; the contract says the shape of each. */
export function wireForm(fields: readonly MediationField[], values: FormValues): Record<string, unknown> {
  const filled = fields.filter(({ name, kind, chosen }) => kind === 'tick' || chosen || !isEmpty(values[name]))
  return Object.fromEntries(filled.map((field) => [field.name, wireValue(field, values[field.name])]))
}

function wireValue({ kind, max }: MediationField, value: FieldValue | undefined): unknown {
  if (kind === 'number') return Number(value)
  if (kind !== 'people') return value
  const ids = (value as readonly MediationPerson[]).map(({ id }) => id)
  return max === 1 ? ids[0] : ids
}
