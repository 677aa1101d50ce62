import { invalidFields } from '../../../core/errors.ts'

/** Refuses a field with a sentence. */
export const refuseField = (field: string, description: string, error = 'ERR_INVALID') =>
  invalidFields({ [field]: [{ error, description }] })
