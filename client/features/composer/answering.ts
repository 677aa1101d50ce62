import { createStore } from 'solid-js/store'
import { hold } from '../../api/held.ts'

const [open, setOpen] = createStore<Record<string, boolean>>({})

/** Whether the box to answer this post is open; it stays so while the post scrolls away and comes back. */
export const isAnswering = (statusId: string): boolean => open[statusId] === true

/** Opens or closes the box to answer a post. What was written in it stays. */
export function setAnswering(statusId: string, answering: boolean): void {
  setOpen(statusId, answering)
  hold(statusId, answering)
}
