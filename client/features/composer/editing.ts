import { createStore } from 'solid-js/store'

const [open, setOpen] = createStore<Record<string, boolean>>({})

/** Whether the box to edit this post is open; it stays so while the post scrolls away and comes back. */
export const isEditing = (statusId: string): boolean => open[statusId] === true

/** Opens or closes the box to edit a post. What was written in it stays. */
export const setEditing = (statusId: string, editing: boolean): void => setOpen(statusId, editing)
