/** `at` where it is of another day than what stands above it; that is where a date is set. */
export function beginsDay(at: string | undefined, above: string | undefined): string | undefined {
  if (at === undefined) return undefined
  return above !== undefined && dayOf(at) === dayOf(above) ? undefined : at
}

function dayOf(at: string): string {
  return new Date(at).toDateString()
}
