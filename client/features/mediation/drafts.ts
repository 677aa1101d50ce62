import { createStore, reconcile } from 'solid-js/store'

const [drafts, setDrafts] = createStore<Record<string, string>>({})

/**
 * What is being written in a room, by its place. It lives in this tab's memory and nowhere else: another person at the
 * same device finds nothing of it, and a failed send loses nothing.
 */
export const draftAt = (place: string): string => drafts[place] ?? ''

/** Keeps what is being written. */
export const keepDraft = (place: string, text: string): void => setDrafts(place, text)

/** Forgets everything that is being written, for when the screen is cleared. */
export const forgetDrafts = (): void => setDrafts(reconcile({}))
