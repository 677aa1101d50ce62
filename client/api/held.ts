const held = new Map<string, (() => void)[]>()

/** Holds a post that somebody is busy with on this page, or lets go of it: then what was put off is done. */
export function hold(id: string, on: boolean): void {
  if (on) {
    held.set(id, held.get(id) ?? [])
    return
  }
  const putOff = held.get(id) ?? []
  held.delete(id)
  for (const act of putOff) act()
}

/** Puts `act` off until nobody is busy with the post any more; false where nobody is. */
export function whenLetGo(id: string, act: () => void): boolean {
  const putOff = held.get(id)
  putOff?.push(act)
  return putOff !== undefined
}
