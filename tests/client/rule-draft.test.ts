import { describe, expect, it } from 'vitest'
import { fromRuleDraft, newRule, toRuleDraft } from '../../client/features/rule-drafts/rule-draft.ts'
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

  it('keeps the id, the examples and the languages of what stands under it, wherever it goes', () => {
    const draft = toRuleDraft(rule)
    const [doxxing, blocks] = draft.children
    const { children } = fromRuleDraft({
      ...draft,
      enforcement: 'ladder',
      children: [
        { ...newRule('advice'), ...blocks, ok: 'Asking a moderator' },
        { ...newRule('advice'), text: 'Mocking' },
        { ...newRule('advice'), ...doxxing, text: 'Doxxing and swatting' },
      ],
    }) as {
      children: { id?: string; text: string; enforcement: string; ok_examples: string[]; translations: object }[]
    }
    expect(children).toMatchObject([
      { id: '9', text: 'Going round blocks', enforcement: 'ladder', ok_examples: ['Asking a moderator'] },
      { text: 'Mocking', enforcement: 'ladder' },
      { id: '8', text: 'Doxxing and swatting', translations: { de: { text: 'Doxing' } } },
    ])
    expect(children[1]).not.toHaveProperty('id')
  })

  it('leaves out empty lines and languages without words, and says who has read a translation', () => {
    const draft = toRuleDraft(rule)
    const [german] = draft.translations
    const sent = fromRuleDraft({
      ...draft,
      ok: '\n  \n',
      translations: [
        { ...(german ?? { locale: 'de', text: '', hint: '' }), reviewed: true },
        { locale: 'fr', text: ' ', hint: '', reviewed: true },
      ],
    })
    expect(sent).toMatchObject({ ok_examples: [], translations: { de: { origin: 'reviewed' } } })
    expect(Object.keys((sent as { translations: object }).translations)).toEqual(['de'])
  })
})
