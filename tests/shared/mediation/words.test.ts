import { describe, expect, test } from 'vitest'
import { actionTexts, fieldTexts, optionTexts } from '../../../shared/locales/en/mediation-actions.ts'
import { clauseTexts } from '../../../shared/locales/en/mediation-agreement.ts'
import {
  groundRules,
  mediatorPrompts,
  phasePrompts,
  roomRefusals,
  roomTexts,
  safetyTalk,
  silenceTexts,
  streamTexts,
} from '../../../shared/locales/en/mediation-room.ts'
import { grade, textsOf } from '../../support/reading-age.ts'

describe('a twelve-year-old can read', () => {
  test.each([
    ['the ground rules', groundRules],
    ['what can be done, and what will happen then', actionTexts],
    ['what is asked for', { fieldTexts, optionTexts }],
    ['the prompts', phasePrompts],
    ['the mediator’s cards', { mediatorPrompts, safetyTalk }],
    ['who reads what, and why one cannot write', { streamTexts, silenceTexts, roomTexts }],
    ['what is refused', roomRefusals],
    ['the clauses', clauseTexts],
  ])('%s', (_what, texts) => {
    expect(grade(textsOf(texts))).toBeLessThanOrEqual(7)
  })
})
