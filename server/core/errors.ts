/** Why a field does not hold: a code for programs and a sentence for the person. */
export type Cause = { error: string; description: string }

/** Per-field causes, as Mastodon's sign-up gives them: `{"username":[{"error":"ERR_TAKEN","description":"…"}]}`. */
export type FieldErrors = Record<string, Cause[]>

/** The causes of those fields that have one. */
export const onlyCauses = (found: Record<string, Cause | undefined>): FieldErrors =>
  Object.fromEntries(Object.entries(found).flatMap(([field, cause]) => (cause ? [[field, [cause]]] : [])))

/**
 * `appeal`: the address where somebody who is locked out reads why and objects; its secret stands behind the `#`.
 * `beside`: what programs find in the answer besides, under its name.
 */
type Extra = {
  details?: FieldErrors
  code?: string
  appeal?: string
  beside?: Record<string, unknown>
  headers?: Record<string, string>
  oauth?: string
}

/**
 * An expected "no". Its message is shown to the person who asked, so it says what happened and what to do;
 * what the operator needs goes to the log instead.
 */
export class Refusal extends Error {
  readonly status: number
  readonly extra: Extra

  constructor(status: number, message: string, extra: Extra = {}) {
    super(message)
    this.status = status
    this.extra = extra
  }
}

/** 400: the request itself is malformed. */
export const badRequest = (message: string, extra?: Extra) => new Refusal(400, message, extra)

/** 401: nobody is logged in, or the token is not valid. */
export const unauthorized = (message = 'The access token is invalid', extra?: Extra) => new Refusal(401, message, extra)

/** 403: known, but not allowed. */
export const forbidden = (message = 'This action is not allowed', extra?: Extra) => new Refusal(403, message, extra)

/** 404: absent, or not to be seen by this viewer; the two are never told apart. */
export const notFound = (message = 'Record not found') => new Refusal(404, message)

/** 409: somebody else was faster, or this was done already. */
export const conflict = (message: string, extra?: Extra) => new Refusal(409, message, extra)

/** 410: it was there once and is used up. */
export const gone = (message: string, extra?: Extra) => new Refusal(410, message, extra)

/** 422: understood, but some field does not hold; `details` says which. */
export const invalid = (message: string, extra?: Extra) => new Refusal(422, message, extra)

/** 422 with causes per field, in one sentence and in `details`. */
export function invalidFields(details: FieldErrors, code?: string): Refusal {
  const sentences = Object.values(details).flatMap((causes) => causes.map((cause) => cause.description))
  return new Refusal(422, sentences.join(' '), { details, ...(code && { code }) })
}
