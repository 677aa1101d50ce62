/** How many grounds there are for letters that stand for a face. */
const FACES = 5

/** Which of the five grounds a handle has; always the same one for the same handle. */
export function faceOf(handle: string): number {
  let sum = 0
  for (const letter of handle) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return (sum % FACES) + 1
}

/** The first two letters of a name, the first one large. */
export function lettersOf(name: string): string {
  const [first = '', second = ''] = name.match(/[\p{L}\p{N}]/gu) ?? []
  return first.toLocaleUpperCase() + second.toLocaleLowerCase()
}
