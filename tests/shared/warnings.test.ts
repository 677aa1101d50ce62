import { describe, expect, test } from 'vitest'
import type { WarningChoices } from '../../shared/api/warnings.ts'
import { decide, noChoices } from '../../shared/warnings/decide.ts'
import { matchTopics, mentionsTopic, type Nameable, piecesOf } from '../../shared/warnings/match.ts'

const topic = (label: string, kind: Nameable['kind'], ...aliases: string[]): Nameable => ({
  slug: label.replaceAll(' ', '-'),
  label,
  kind,
  aliases,
})
const topics = [
  topic('food', 'courtesy', 'cooking'),
  topic('US politics', 'courtesy', 'uspol', 'politique américaine'),
  topic('long', 'courtesy', 'long post'),
  topic('death', 'sensitive', 'dying'),
  topic('police violence', 'sensitive'),
  topic('spoilers', 'spoiler', 'spoiler'),
]
const of = (line: string) => matchTopics(line, topics)

describe('the topics of a warning', () => {
  test.each([
    ['food', ['food']],
    ['re: Food , soup', ['food']],
    ['#USPol', ['US-politics']],
    ['CW: uspol/food', ['food', 'US-politics']],
    ['Politique AMERICAINE (long)', ['US-politics', 'long']],
    ['food and dying', ['food', 'death']],
    ['food mention, pictures of food', ['food']],
    ['Spoiler: The Dispossessed, up to chapter 3', ['spoilers']],
    ['what police violence did', ['police-violence']],
    ['the death of a friend', ['death']],
  ])('“%s” is of %j, in any case and with any accents', (line, slugs) => {
    expect(of(line)).toEqual(slugs)
  })

  test.each(['a long evening', 'foodstuff', 'good food', 'deathly', '', '…', 'my landlord'])(
    '“%s” is of none',
    (line) => expect(of(line)).toEqual([]),
  )

  test('are found in a text by whole words', () => {
    const death = topics[3] ?? topic('death', 'sensitive')
    expect(mentionsTopic('She was dying, slowly.', death)).toBe(true)
    expect(mentionsTopic('undying love', death)).toBe(false)
  })

  test('pieces of a line come once, as they were written', () => {
    expect(piecesOf('re: My landlord, rent and My landlord')).toEqual([
      're',
      'My landlord',
      'rent and My landlord',
      'rent',
    ])
  })
})

const choices = (part: Partial<WarningChoices>): WarningChoices => ({ ...noChoices, ...part })
const open = { text: 'open', media: 'open' } as const
const fold = { text: 'fold', media: 'blur' } as const
const hide = { text: 'hide', media: 'hide' } as const
const post = (...slugs: string[]) => ({ topics: slugs, authorId: '7', own: false })

describe('how a reader meets a warning', () => {
  test('who chose nothing finds words folded and pictures blurred', () => {
    expect(decide(post('food'), noChoices)).toEqual(fold)
    expect(decide(post(), noChoices)).toEqual(fold)
  })

  test('a topic’s choice holds for it, the default for the rest', () => {
    const mine = choices({ topics: { food: open, death: hide } })
    expect(decide(post('food'), mine)).toEqual(open)
    expect(decide(post('death'), mine)).toEqual(hide)
    expect(decide(post('long'), mine)).toEqual(fold)
    expect(decide(post(), choices({ default: open }))).toEqual(open)
  })

  test('of several topics the strictest choice counts, for words and pictures apart', () => {
    const mine = choices({ topics: { food: open, death: hide, long: { text: 'open', media: 'hide' } } })
    expect(decide(post('food', 'death'), mine)).toEqual(hide)
    expect(decide(post('food', 'unheard-of'), mine)).toEqual(fold)
    expect(decide(post('food', 'long'), mine)).toEqual({ text: 'open', media: 'hide' })
  })

  test('a choice for a person opens or folds, and never brings back what is hidden', () => {
    const always = choices({ topics: { food: open, death: hide }, people: { '7': 'open' } })
    expect(decide(post('long'), always)).toEqual(open)
    expect(decide(post('death'), always)).toEqual(hide)
    const folded = choices({ topics: { food: open }, people: { '7': 'fold' } })
    expect(decide(post('food'), folded)).toEqual(fold)
    expect(decide({ ...post('food'), authorId: '8' }, folded)).toEqual(open)
  })

  test('pictures are open, blurred or hidden by topic, whatever becomes of the words', () => {
    for (const text of ['open', 'fold', 'hide'] as const)
      for (const media of ['open', 'blur', 'hide'] as const)
        expect(decide(post('food'), choices({ topics: { food: { text, media } } }))).toEqual({ text, media })
    const mine = choices({ topics: { food: { text: 'hide', media: 'open' }, long: { text: 'open', media: 'blur' } } })
    expect(decide(post('food', 'long'), mine)).toEqual({ text: 'hide', media: 'blur' })
  })

  test('a person’s pictures open or blur with the choice for them, and what is hidden stays so', () => {
    const met = (wish: 'open' | 'fold', media: 'open' | 'blur' | 'hide') =>
      decide(post('food'), choices({ topics: { food: { text: 'open', media } }, people: { '7': wish } })).media
    expect([met('open', 'open'), met('open', 'blur'), met('open', 'hide')]).toEqual(['open', 'open', 'hide'])
    expect([met('fold', 'open'), met('fold', 'blur'), met('fold', 'hide')]).toEqual(['blur', 'blur', 'hide'])
    const hidden = choices({ topics: { food: { text: 'hide', media: 'blur' } }, people: { '7': 'open' } })
    expect(decide(post('food'), hidden)).toEqual({ text: 'hide', media: 'blur' })
  })

  test('one’s own pictures are open to oneself', () => {
    expect(decide({ ...post('death'), own: true }, choices({ topics: { death: hide } })).media).toBe('open')
  })

  test('nobody’s own posts are hidden from them', () => {
    expect(decide({ ...post('death'), own: true }, choices({ topics: { death: hide } })).text).toBe('fold')
  })
})
