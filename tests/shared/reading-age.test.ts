import { describe, expect, it } from 'vitest'
import { join } from '../../client/locales/en/join.ts'
import { ruleNotices } from '../../client/locales/en/rule-notices.ts'
import { warningSettings } from '../../client/locales/en/warning-settings.ts'
import { warnings } from '../../client/locales/en/warnings.ts'
import preset from '../../server/presets/left-community.json' with { type: 'json' }
import { about } from '../../shared/locales/en/about.ts'
import { actionTexts, fieldTexts, optionTexts } from '../../shared/locales/en/mediation-actions.ts'
import { rules } from '../../shared/locales/en/rules.ts'
import { grade, syllables, textsOf } from '../support/reading-age.ts'

describe('The measure of how hard a text is to read', () => {
  const said: Record<string, number> = {
    ...{ the: 1, are: 1, whose: 1, asked: 1, makes: 1, rules: 1, named: 1, lives: 1, used: 1, homes: 1, year: 1 },
    ...{ rule: 1, voice: 1, closed: 1, changed: 1, hours: 1, whole: 1, there: 1, please: 1, make: 1, little: 2 },
    ...{ table: 2, wanted: 2, boxes: 2, judges: 2, places: 2, people: 2, agreed: 2, version: 2, social: 2, reply: 2 },
    ...{ doing: 2, going: 2, trying: 2, quiet: 2, cruel: 2, notice: 2, because: 2, language: 2, leaving: 2 },
    ...{ racism: 3, behavior: 3, radio: 3, usual: 3, serious: 3, notices: 3, example: 3, decided: 3, agreement: 3 },
    ...{ personal: 3, effective: 3, harassment: 3, anyone: 3, community: 4, information: 4, moderator: 4 },
    ...{ emergency: 4, mediator: 4, nationalism: 5 },
  }

  it('counts syllables as they are said', () => {
    for (const [word, count] of Object.entries(said)) expect([word, syllables(word)]).toEqual([word, count])
  })

  it.each([
    // words, sentences and syllables counted by hand
    ['The cat sat on the mat.', 6, 1, 6],
    ['We keep what you wrote. Nobody else can read it.', 10, 2, 12],
    ['Someone asked a mediator for help with a disagreement with you.', 11, 1, 18],
    ['Institutional accountability necessitates comprehensive administrative documentation.', 6, 1, 29],
  ])('reads “%s” as Flesch and Kincaid do', (text, words, sentences, sounds) => {
    expect(grade(text)).toBeCloseTo(0.39 * (words / sentences) + 11.8 * (sounds / words) - 15.59, 5)
  })

  it('tells an office’s words from a friend’s', () => {
    expect(grade('You may say no, and they will not be told.')).toBeLessThan(3)
    expect(
      grade('Notification of the complainant regarding nonparticipation shall be withheld in all circumstances.'),
    ).toBeGreaterThan(12)
  })

  it('reads each line as a sentence, and the functions of a list of texts with their arguments', () => {
    expect(textsOf({ one: 'One', more: { two: (n: number) => `${n} of them` }, name: 'Hello {{ name }}' })).toBe(
      'One\n2 of them\nHello a name',
    )
    expect(grade('Rules\nHelp')).toBe(grade('Rules. Help.'))
  })
})

describe('A reader of about twelve (grade 7 or less) understands', () => {
  it.each([
    ['round the rules', rules],
    ['of their notices', ruleNotices],
    ['of warnings', warnings],
    ['of the settings for warnings', warningSettings],
    ['of the page about the community', about],
    ['of a mediation asked for, invited to and under way', { actionTexts, fieldTexts, optionTexts }],
  ])('the words %s', (_, area) => expect(grade(textsOf(area))).toBeLessThanOrEqual(7))
  it('the rules that a community starts with, with their examples', () => {
    const all = preset.rules.list.flatMap(({ children = [], ...rule }) => [rule, ...children])
    const said = all.flatMap((rule) => Object.values({ ...rule, id: '', slug: '', kind: '', enforcement: '' }).flat())
    expect(said).toContain('Jokes count. So does “just asking”.')
    expect(said).toContain('A joke about how somebody looks or where they come from')
    expect(grade([preset.rules.intro, ...said].join('\n'))).toBeLessThanOrEqual(7)
  })
  it('the words of the step where newcomers agree to them', () => {
    const { rulesTitle, rulesLede, keepTo, agreed, why, tallyOf, tallyAgreed, missing, customsHint } = join
    const step = { rulesTitle, rulesLede, keepTo, agreed, why, tallyOf, tallyAgreed, missing, customsHint }
    expect(grade(textsOf(step))).toBeLessThanOrEqual(7)
  })
})
