import { intakeVerbs } from './intake/verbs.ts'
import { invitationVerbs } from './invitation/verbs.ts'
import { choiceVerbs } from './matching/verbs.ts'
import { roomVerbs } from './room/verbs.ts'
import { safetyVerbs } from './safety/verbs.ts'
import { triageVerbs } from './triage/verbs.ts'
import type { VerbDoor } from './verb.ts'

/** Everything that a person can do in a case, by the name it has on the wire; each is a move of the table of moves. */
export const verbs: Readonly<Record<string, VerbDoor>> = {
  ...intakeVerbs,
  ...safetyVerbs,
  ...triageVerbs,
  ...invitationVerbs,
  ...choiceVerbs,
  ...roomVerbs,
}
