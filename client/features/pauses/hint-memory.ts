/** Where this browser notes that it spoke, and that it shall not. */
const SPOKEN = 'talk-hint'
const SILENT = 'talk-hint-off'

const DAY = 86_400_000

/** Whether this browser says so when two go back and forth a lot. */
export const hintIsOn = (): boolean => localStorage.getItem(SILENT) === null

/** Switches the line on or off, for this browser. */
export function setHint(on: boolean): void {
  if (on) localStorage.removeItem(SILENT)
  else localStorage.setItem(SILENT, '1')
}

function spoken(): Record<string, number> {
  try {
    // only `noteHint` writes it; what is not readable is as good as nothing
    return JSON.parse(localStorage.getItem(SPOKEN) ?? '{}') as Record<string, number>
  } catch {
    return {}
  }
}

/** Whether something was said about this conversation within the last day. */
export const wasHinted = (talk: string, now: number): boolean => now - (spoken()[talk] ?? 0) < DAY

/** Notes that something was said about this conversation, and forgets what is older than a day. */
export function noteHint(talk: string, now: number): void {
  const recent = Object.entries(spoken()).filter(([, at]) => now - at < DAY)
  localStorage.setItem(SPOKEN, JSON.stringify({ ...Object.fromEntries(recent), [talk]: now }))
}
