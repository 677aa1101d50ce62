import { type Accessor, createEffect } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import type { MediationView } from '../../../shared/api/mediation.ts'
import { HttpError, read, send } from '../../api/http.ts'
import { loaded } from '../../lib/loaded.ts'
import { looking } from '../../lib/looking.ts'
import { useDoor } from './door.ts'
import { countMediation } from './waiting.ts'

/** How often an open case is asked for again, in milliseconds. */
const EVERY = 30_000

/** What an action sends beside its verb. */
export type ActionForm = Readonly<Record<string, unknown>>

/** A case on the screen: as its viewer may see it, and what they do there. */
export interface OpenCase {
  view: Accessor<MediationView | undefined>
  error: Accessor<unknown>
  reload: () => void
  /** Does something; the case is then shown as it stands afterwards. Throws what the server says against it. */
  act: (verb: string, form?: ActionForm) => Promise<void>
  write: (stream: string, text: string, quoteIds: readonly string[]) => Promise<void>
}

/**
 * Opens the case (a guest's one, where `id` is empty) and keeps it as the server has it; parts that did not change stay
 * as they are on the screen. `onOut`: what one did was the last thing one could do in it.
 */
export function openCase(id: Accessor<string>, onOut: (was: MediationView) => void): OpenCase {
  const door = useDoor()
  const [kept, keep] = createStore<{ view: MediationView | undefined }>({ view: undefined })
  const asked = loaded(id, (one, signal) => read<MediationView>(door.view(one), { signal }))
  createEffect(() => {
    const view = asked.value()
    if (view) keep('view', reconcile(view))
  })
  looking(asked.reload, EVERY)

  const after = (answer: MediationView | object) => {
    if ('streams' in answer) asked.set(answer)
    else if (kept.view && !door.guest) onOut(kept.view)
    else asked.reload()
    countMediation()
  }
  return {
    view: () => (isOf(kept.view, id()) && !isGone(asked.error()) ? kept.view : undefined),
    error: asked.error,
    reload: asked.reload,
    act: async (verb, form = {}) => after(await send(`POST`, door.actions(id()), { ...form, verb })),
    write: async (stream, text, quoteIds) =>
      after(await send('POST', door.messages(id()), { stream, text, quote_ids: quoteIds })),
  }
}

/** Whether it is this case; a guest's one case has no name. */
const isOf = (view: MediationView | undefined, id: string) => id === '' || view?.id === id

/** Whether there is no such case for whoever asks, or no longer. */
export const isGone = (error: unknown): boolean => error instanceof HttpError && error.status === 404
