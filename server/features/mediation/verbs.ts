import type { VerbDoor } from './verb.ts'

/** Everything that a person can do in a case, by the name it has on the wire; each is a move of the table of moves. */
export const verbs: Readonly<Record<string, VerbDoor>> = {}
