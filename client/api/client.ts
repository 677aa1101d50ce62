import { QueryClient } from '@tanstack/solid-query'
import { createEffect, createRoot, on } from 'solid-js'
import { session } from '../session/session.ts'
import { HttpError, onReadAgain } from './http.ts'
import { forgetEverything } from './store.ts'

/** How long an answer that nobody shows is kept, in milliseconds: long enough to go back to where one was. */
const KEPT_FOR = 60 * 60 * 1000

/** How often a question that failed is asked again. A lost server is waited for in `http.ts` and does not count. */
const RETRIES = 1

let client: QueryClient | undefined

/** The one cache of answers. It is made when the first page that needs it opens; logged-out pages never do. */
export function queryClient(): QueryClient {
  client ??= make()
  return client
}

function make(): QueryClient {
  const made = new QueryClient({
    defaultOptions: {
      queries: {
        gcTime: KEPT_FOR,
        staleTime: Number.POSITIVE_INFINITY,
        // A refusal is an answer; only what broke on the way is worth a second try.
        retry: (count, error) => !(error instanceof HttpError && error.status < 500) && count < RETRIES,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  })
  made.mount()
  onReadAgain(() => made.invalidateQueries())
  createRoot(() => createEffect(on(whoLooks, (now, before) => before !== undefined && now !== before && forget(made))))
  return made
}

/** The account that is looking, null for a visitor, undefined while nobody knows. */
const whoLooks = () => (session() ? (session()?.account?.id ?? null) : undefined)

/** Somebody else is looking now: nothing stays of what only the one before could see. */
function forget(made: QueryClient): void {
  forgetEverything()
  made.resetQueries()
}
