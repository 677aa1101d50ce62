import type { MediationField } from '../../../../shared/api/mediation.ts'
import { fieldTexts } from '../../../../shared/locales/en/mediation-actions.ts'
import { clauseTexts } from '../../../../shared/locales/en/mediation-agreement.ts'
import { clauseTypes } from '../../../../shared/mediation/agreement.ts'
import { flag } from '../../../http/forms.ts'

type Name = Exclude<keyof typeof fieldTexts, 'support'>

const field = (name: Name, kind: MediationField['kind'], more: Partial<MediationField> = {}): MediationField => ({
  name,
  kind,
  ...fieldTexts[name],
  required: true,
  max: null,
  options: [],
  ...more,
})

/** A longer text. */
export const textField = (name: Name, max: number, required = true) => field(name, 'text', { max, required })

/** A few words on one line. */
export const lineField = (name: Name, required = true) => field(name, 'line', { required })

/** One of some values, in their order. */
export const choiceField = (
  name: Name,
  options: Readonly<Record<string, string>>,
  more: Partial<MediationField> = {},
) =>
  field(name, 'choice', {
    options: Object.entries(options).map(([value, label]) => ({ value, label, hint: '' })),
    ...more,
  })

/** Some of some values. */
export const choicesField = (name: Name, options: Readonly<Record<string, string>>, required = false) =>
  choiceField(name, options, { kind: 'choices', required, max: Object.keys(options).length })

/** A yes that has to be given. */
export const tickField = (name: Name, required = true) => field(name, 'tick', { required })

/** What {@link tickField} sends: nothing but a yes is taken. */
export const ticked = flag.refine((yes) => yes, { error: 'has to be ticked' })

/** Some people by their accounts. */
export const peopleField = (name: Name, max: number) => field(name, 'people', { max })

/** The clauses of an agreement. */
export const clausesField = (name: Name, max: number) =>
  field(name, 'clauses', { max, options: clauseTypes.map((value) => ({ value, ...clauseTexts[value] })) })

/** The ten questions. */
export const screeningField = (name: Name) => field(name, 'screening')

/** A whole number. */
export const numberField = (name: Name) => field(name, 'number')
