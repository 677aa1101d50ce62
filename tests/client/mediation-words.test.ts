import { describe, expect, test } from 'vitest'
import { agreement } from '../../client/locales/en/mediation-agreement.ts'
import { choices } from '../../client/locales/en/mediation-choices.ts'
import { desk } from '../../client/locales/en/mediation-desk.ts'
import { help } from '../../client/locales/en/mediation-help.ts'
import { intake } from '../../client/locales/en/mediation-intake.ts'
import { invitation } from '../../client/locales/en/mediation-invitation.ts'
import { room } from '../../client/locales/en/mediation-room.ts'
import { safety } from '../../client/locales/en/mediation-safety.ts'
import { screening } from '../../client/locales/en/mediation-screening.ts'
import { grade, textsOf } from '../support/reading-age.ts'

/** Words of a text that is read as running text, and not as a button or a heading. */
const RUNNING = 14

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
  ])('%s', (_what, area) => {
    expect(grade(textsOf(area))).toBeLessThanOrEqual(7)
    const running = textsOf(area)
      .split('\n')
      .filter((text) => text.split(/\s+/).length >= RUNNING)
    const hard = running.filter((text) => grade(text) > 9).map((text) => `${grade(text).toFixed(1)} ${text}`)
    expect(hard, 'no single text is far above it').toEqual([])
  })
})
