import type { MediationField } from '../../../shared/api/mediation.ts'

type Some = Partial<Omit<MediationField, 'name' | 'kind' | 'label'>>

/** A field of what an action asks for; required unless said otherwise. */
export const field = (name: string, kind: MediationField['kind'], label: string, more: Some = {}): MediationField => ({
  name,
  kind,
  label,
  hint: '',
  required: true,
  max: null,
  options: [],
  ...more,
})

/** The values of a choice with their words, from a table of `[label, hint]`. */
export const optionsOf = (table: Readonly<Record<string, readonly [string, string?]>>): MediationField['options'] =>
  Object.entries(table).map(([value, [label, hint = '']]) => ({ value, label, hint }))
