import { createStore, reconcile } from 'solid-js/store'
import type { StatusEntity } from '../../api/store.ts'
import { choiceFor, choices } from '../warnings/choices.ts'

/** Warnings that were opened or closed by hand on this page; they stay so when one comes back. */
const [byHand, setByHand] = createStore<Record<string, boolean | undefined>>({})

/** Threads in which everything is open, or everything of some topics. */
const [threads, setThreads] = createStore<Record<string, 'all' | readonly string[] | undefined>>({})

/** Whether a post stands open below its warning. */
export const isOpened = (status: StatusEntity): boolean => byHand[status.id] ?? opensByItself(status)

function opensByItself(status: StatusEntity): boolean {
  const choice = choiceFor(status)
  if (choice === 'open') return true
  const opened = threads[status.thread_id]
  if (opened === undefined) return false
  if (opened === 'all') return choice !== 'hide'
  const { topics } = choices()
  const slugs = status.warning_topics
  return slugs.length > 0 && slugs.every((slug) => opened.includes(slug) || topics[slug]?.text === 'open')
}

/** Notes that a warning was opened or closed; what it does by itself need not be noted. */
export const noteOpened = (status: StatusEntity, open: boolean): void =>
  setByHand(status.id, open === opensByItself(status) ? undefined : open)

/** From now on choices alone say what is open: one was made just now. */
export const forgetByHand = (): void => setByHand(reconcile({}))

/** Opens everything in a thread, or everything of a topic. Returns the way back. */
export function openThread(threadId: string, what: 'all' | string): () => void {
  const before = threads[threadId]
  const kept = Array.isArray(before) ? before : []
  setThreads(threadId, what === 'all' || before === 'all' ? 'all' : [...kept, what])
  return () => setThreads(threadId, before)
}
