/** The least a password must have, in characters; the server holds the same line. */
export const PASSWORD_MIN = 10

/** How many characters a person would count. */
export function lengthOf(password: string): number {
  return [...password].length
}
