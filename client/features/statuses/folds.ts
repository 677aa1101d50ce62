import { createStore } from 'solid-js/store'

const [opened, setOpened] = createStore<Record<string, boolean>>({})

/** Whether a warning was opened on this page; it stays so when one comes back. */
export const isOpened = (statusId: string): boolean => opened[statusId] === true

/** Notes that a warning was opened or closed. */
export const noteOpened = (statusId: string, open: boolean): void => setOpened(statusId, open)
