import { describe, expect, test } from 'vitest'
import { agreement } from '../../client/locales/en/mediation-agreement.ts'
import { choices } from '../../client/locales/en/mediation-choices.ts'
import { complaints } from '../../client/locales/en/mediation-complaints.ts'
import { desk } from '../../client/locales/en/mediation-desk.ts'
import { mediationEntry } from '../../client/locales/en/mediation-entry.ts'
import { exceptions } from '../../client/locales/en/mediation-exceptions.ts'
import { help } from '../../client/locales/en/mediation-help.ts'
import { intake } from '../../client/locales/en/mediation-intake.ts'
import { invitation } from '../../client/locales/en/mediation-invitation.ts'
import { room } from '../../client/locales/en/mediation-room.ts'
import { safety } from '../../client/locales/en/mediation-safety.ts'
import { screening } from '../../client/locales/en/mediation-screening.ts'
import { ruleDrafts } from '../../client/locales/en/rule-drafts.ts'
import { invitationVerbs } from '../../server/features/mediation/invitation/verbs.ts'
import { safetyVerbs } from '../../server/features/mediation/safety/verbs.ts'
import { helpTexts, standings } from '../../shared/locales/en/mediation.ts'
import { grade, textsOf } from '../support/reading-age.ts'

/** Words of a text that is read as running text, and not as a button or a heading. */
const RUNNING = 14

/** What is said of each thing that can be done. */
const said = (verbs: Record<string, { label: string; hint: string }>) =>
  Object.values(verbs).map(({ label, hint }) => ({ label, hint }))

describe('A twelve-year-old can read', () => {
  test.each([
    ['how to go through a disagreement', help],
    ['what is asked of whoever asks', intake],
    ['the questions about safety', { ...screening.questions, ...screening.hints }],
    ['the invitation', invitation],
    ['the safety page', safety],
    ['the room', room],
    ['the agreement', agreement],
    ['the desk of a mediator and of a coordinator', desk],
    ['the choices', choices],
    ['the ways into it', mediationEntry],
    ['complaints', complaints],
    ['what goes through the walls', exceptions],
    ['drafts of the rules', ruleDrafts],
    ['what the invitation says, and what each of its buttons does', [standings.invitation, said(invitationVerbs)]],
    [
      'the page that leads away from a talk, and its buttons',
      [standings.divert, standings.crisis, standings.moderator_help, helpTexts, said(safetyVerbs)],
    ],
  ])('%s', (_what, area) => {
    expect(grade(textsOf(area))).toBeLessThanOrEqual(7)
    const running = textsOf(area)
      .split('\n')
      .filter((text) => text.split(/\s+/).length >= RUNNING)
    const hard = running.filter((text) => grade(text) > 9).map((text) => `${grade(text).toFixed(1)} ${text}`)
    expect(hard, 'no single text is far above it').toEqual([])
  })
})
