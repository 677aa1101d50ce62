/** A time of the server as a field for times has it, in the reader's own zone; empty for none. */
export function toLocal(time: string | null | undefined): string {
  if (!time) return ''
  const at = new Date(time)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** What stands in such a field as a time for the server; undefined for none. */
export const fromLocal = (text: string): string | undefined => (text === '' ? undefined : new Date(text).toISOString())
