/** What the thread is asked: to begin a file, to put a text or a file into it, to end it. */
export type ZipTask = { to: string } | { name: string; text: string } | { name: string; path: string } | { end: true }

/** What it answers each time: the bytes written so far, or that it could not. */
export type ZipOutcome = { bytes: number; failed?: true }
