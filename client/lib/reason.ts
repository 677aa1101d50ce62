import { HttpError, Unreachable } from '../api/http.ts'
import { shell } from '../locales/en/shell.ts'

/** Why something failed, in words for the person. What is not the server's answer is our own fault and says so. */
export function reasonOf(error: unknown): string {
  if (error instanceof HttpError) {
    // which fields it is about stands beside them, in the form's own words
    if (error.message.startsWith('Validation failed: ') && Object.keys(error.details).length > 0) return shell.inForm
    return error.message || shell.noAnswer(error.status)
  }
  return error instanceof Unreachable ? shell.unreachable : shell.ourFault
}

/** Whether it was refused for what was asked, so that asking the same again can only be refused again. */
export const isMistaken = (error: unknown): boolean =>
  error instanceof HttpError && (error.status === 400 || error.status === 422)

/** Why something failed where something was filled in, and that this is still there. */
export function reasonKeeping(error: unknown): string {
  return error instanceof HttpError ? reasonOf(error) : `${reasonOf(error)} ${shell.kept}`
}

/**
 * What the server says against one field of a form, as one text; `undefined` when it says nothing. `blank` are the
 * form's own words for what was left empty.
 */
export function fieldReason(error: unknown, field: string, blank?: string): string | undefined {
  if (!(error instanceof HttpError)) return undefined
  return (
    error.details[field]
      ?.map(({ error: code, description }) =>
        code === 'ERR_BLANK' && blank ? blank : (shell.fields[description] ?? description),
      )
      .filter(Boolean)
      .join(' ') || undefined
  )
}
