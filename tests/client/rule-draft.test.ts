import { describe, expect, it } from 'vitest'
import { fromRuleDraft, toRuleDraft } from '../../client/features/rule-drafts/rule-draft.ts'
import type { FullRule } from '../../shared/api/rules.ts'

const child = (id: string, text: string, german?: string): FullRule => ({
  ...{ id, slug: id, text, hint: '', number: '7a', enforcement: 'removal', ok_examples: [], not_ok_examples: [] },
  translations: german ? { de: { text: german, hint: '', origin: 'machine' } } : {},
  children: [],
})

const rule: FullRule = {
  ...{ id: '7', slug: 'gr7', text: 'Stalking', hint: 'Such as', number: '7', enforcement: 'removal' },
  ok_examples: ['Asking once'],
  not_ok_examples: ['Asking again', 'Following'],
  translations: { de: { text: 'Stalken', hint: 'Etwa', origin: 'machine' } },
  children: [child('8', 'Doxxing', 'Doxing'), child('9', 'Going round blocks', 'Sperren umgehen')],
}

describe('A rule while it is drafted', () => {
  it('goes back as it came', () => {
    expect(fromRuleDraft(toRuleDraft(rule))).toEqual({
      ...{ id: '7', text: 'Stalking', hint: 'Such as', enforcement: 'removal' },
      ok_examples: ['Asking once'],
      not_ok_examples: ['Asking again', 'Following'],
      translations: { de: { text: 'Stalken', hint: 'Etwa', origin: 'machine' } },
      children: [
        expect.objectContaining({
          id: '8',
          text: 'Doxxing',
          translations: { de: expect.objectContaining({ text: 'Doxing' }) },
        }),
        expect.objectContaining({ id: '9', text: 'Going round blocks' }),
      ],
    })
  })

  it('keeps the ids of lines that were reworded or moved, and gives none to a new line', () => {
    const draft = { ...toRuleDraft(rule), below: 'Going round blocks\nDoxxing and swatting\nMocking' }
    const { children } = fromRuleDraft(draft) as {
      children: { id?: string; text: string; translations: Record<string, { text: string }> }[]
    }
    expect(children.map(({ id, text }) => [id, text])).toEqual([
      ['9', 'Going round blocks'],
      [undefined, 'Doxxing and swatting'],
      [undefined, 'Mocking'],
    ])
    expect(children.map(({ translations }) => translations.de?.text)).toEqual(['Sperren umgehen', undefined, undefined])
    const { children: reworded } = fromRuleDraft({
      ...toRuleDraft(rule),
      below: 'Doxxing and swatting\nGoing round blocks',
    }) as {
      children: { id?: string }[]
    }
    expect(reworded.map(({ id }) => id)).toEqual(['8', '9'])
  })

  it('leaves out empty lines and languages without words, and says who has read a translation', () => {
    const draft = toRuleDraft(rule)
    const [german] = draft.translations
    const sent = fromRuleDraft({
      ...draft,
      ok: '\n  \n',
      translations: [
        { ...(german ?? { locale: 'de', text: '', hint: '', below: '' }), reviewed: true },
        { locale: 'fr', text: ' ', hint: '', below: '', reviewed: true },
      ],
    })
    expect(sent).toMatchObject({ ok_examples: [], translations: { de: { origin: 'reviewed' } } })
    expect(Object.keys((sent as { translations: object }).translations)).toEqual(['de'])
  })
})
