import { HttpError, Unreachable } from '../api/http.ts'
import { shell } from '../locales/en/shell.ts'

/** Why something failed, in words for the person. What is not the server's answer is our own fault and says so. */
export function reasonOf(error: unknown): string {
  if (error instanceof HttpError) return error.message || shell.noAnswer(error.status)
  return error instanceof Unreachable ? shell.unreachable : shell.ourFault
}

/** The same where something was filled in, and that this is still there. */
export function reasonKeeping(error: unknown): string {
  return error instanceof HttpError ? reasonOf(error) : `${reasonOf(error)} ${shell.kept}`
}

/** What the server says against one field of a form, as one text; `undefined` when it says nothing. */
export function fieldReason(error: unknown, field: string): string | undefined {
  if (!(error instanceof HttpError)) return undefined
  return (
    error.details[field]
      ?.map((one) => one.description)
      .filter(Boolean)
      .join(' ') || undefined
  )
}
