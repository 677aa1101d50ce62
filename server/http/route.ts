import type { Request } from 'express'
import { z } from 'zod'
import type { Context } from '../context.ts'
import type { Permission } from '../policies/roles.ts'
import type { Scope } from '../policies/scopes.ts'
import type { Caller, Viewer } from '../policies/viewer.ts'
import type { Upload } from './body.ts'
import type { Family } from './rate-limit.ts'

/**
 * Who may call a route. `public`: anyone. `app`: any token. `account`: anyone with an account, waiting ones too.
 * `member`: confirmed and approved people. `poster`: members who accepted the rules in time.
 */
export type Access = 'public' | 'app' | 'account' | 'member' | 'poster'

type ViewerFor<A extends Access> = A extends 'public' | 'app' ? Viewer | undefined : Viewer

/** What a handler gets: who asks, the checked form (path, query and body together), and the rest of the request. */
export type Call<A extends Access, Form> = {
  viewer: ViewerFor<A>
  caller: Caller
  form: Form
  files: Record<string, Upload>
  request: Request
}

type Options<A extends Access, F extends z.ZodType> = {
  access: A
  /** What a program needs; our own client needs none. Without one, programs are refused on `account` and above. */
  scope?: Scope
  may?: Permission
  /** As `may`, but a program that was given the scope speaks for the member too. */
  held?: Permission
  form?: F
  /** Of a door for `poster`: what it takes also from who has not accepted the rules, seen from the form and who asks. */
  unless?(ctx: Context, form: z.infer<F>, viewer: Viewer): boolean
  /** Takes multipart files, each up to this many bytes. */
  upload?: number
  /** How many such files a body may hold together; one, unless said otherwise. */
  files?: number
  /** The family of its rate limit; see http/rate-limit.ts. */
  limit?: Family
  /**
   * Whether an answer may be given again until something is written: only for a GET whose answer depends on nothing but
   * the database, the address and who asks.
   */
  kept?: boolean
  /**
   * Makes something, so that a request which is sent again with its Idempotency-Key makes nothing more and is answered
   * as before. Only for a handler that never awaits and whose answer is plain JSON without sealed text.
   */
  once?: boolean
  /** One sentence for the OpenAPI document of the community's API. */
  summary?: string
}

/** A door of the server, as data: mounted by the app, walked by tests, described in the OpenAPI document. */
export type Route = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  path: string
  options: Options<Access, z.ZodType>
  handle(ctx: Context, call: Call<Access, unknown>): unknown
}

const empty = z.object({})

function make(method: Route['method']) {
  return <A extends Access, F extends z.ZodType = typeof empty>(
    path: string,
    options: Options<A, F>,
    handle: (ctx: Context, call: Call<A, z.infer<F>>) => unknown,
  ): Route =>
    // the app checks access and form before it calls, which is what the narrower type says
    ({ method, path, options, handle: handle as Route['handle'] })
}

/** Declares a door for each method. */
export const get = make('get')
export const post = make('post')
export const put = make('put')
export const patch = make('patch')
export const del = make('delete')
