import type { VerbDoor } from '../verb.ts'
import { afterVerbs } from './after.ts'
import { agreementVerbs } from './agreement.ts'
import { quoteVerbs } from './asked-quotes.ts'
import { carryVerbs } from './carry.ts'
import { dangerVerbs } from './danger.ts'
import { interpretVerbs } from './interpret.ts'
import { jointVerbs } from './joint.ts'
import { openingVerbs } from './opening.ts'
import { paceVerbs } from './pace.ts'
import { reportVerbs } from './report.ts'
import { secondVerbs } from './second.ts'
import { supportVerbs } from './support.ts'
import { wordVerbs } from './words.ts'

/** Everything that can be done from the opening of a case to its end, and after it. */
export const roomVerbs: Readonly<Record<string, VerbDoor>> = {
  ...openingVerbs,
  ...carryVerbs,
  ...jointVerbs,
  ...quoteVerbs,
  ...paceVerbs,
  ...supportVerbs,
  ...secondVerbs,
  ...interpretVerbs,
  ...agreementVerbs,
  ...reportVerbs,
  ...wordVerbs,
  ...dangerVerbs,
  ...afterVerbs,
}
