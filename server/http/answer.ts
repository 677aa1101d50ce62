import type { Response } from 'express'
import type { Safe } from './html.ts'

/** A cookie to set; without `value` it is taken away. */
export type Cookie = { name: string; value?: string; maxAge?: number }

/** What a handler may give beside plain JSON: status, headers, cookies, or a page. */
export class Answer {
  readonly body: unknown
  readonly options: { status?: number; headers?: Record<string, string>; cookies?: Cookie[] }

  constructor(body: unknown, options: Answer['options'] = {}) {
    this.body = body
    this.options = options
  }
}

/** JSON (or, with a {@link Safe}, a page) with more than a body. */
export const answer = (body: unknown | Safe, options?: Answer['options']) => new Answer(body, options)

/** A redirect; the target is ours or was registered, never taken from a request unread. */
export const redirect = (to: string, status: 302 | 303 = 303) => new Answer('', { status, headers: { Location: to } })

/** An answer that the handler gives by itself, and that may go on: a stream. */
export class Held {
  readonly begin: (response: Response) => void

  constructor(begin: (response: Response) => void) {
    this.begin = begin
  }
}

/** One page of a list: the items as JSON, and the cursors of its first and last row for the Link header. */
export class Page {
  readonly items: readonly unknown[]
  readonly cursors: { next?: number; prev?: number }
  /** The body where it is more than the items. */
  readonly body: unknown

  constructor(items: readonly unknown[], cursors: { next?: number; prev?: number }, body?: unknown) {
    this.items = items
    this.cursors = cursors
    this.body = body
  }
}

/**
 * A page of `items` whose rows had the ids `cursors` (newest first); `limit` decides whether an older page is
 * promised. The Link header keeps the request's other parameters, `next` first, as some clients read only that.
 */
export function page(items: readonly unknown[], cursors: readonly number[], limit: number): Page {
  return new Page(items, { next: cursors.length >= limit ? cursors.at(-1) : undefined, prev: cursors[0] })
}
