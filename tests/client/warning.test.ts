import { describe, expect, it } from 'vitest'
import { spoilerIn, withSpoiler } from '../../client/features/composer/spoiler.ts'
import { goingOn, withWords } from '../../client/features/composer/used-words.ts'
import { names, toggled, topicsIn } from '../../client/features/composer/warning.ts'
import { readWarning } from '../../client/features/statuses/warning-parts.ts'
import { changed, wayBack } from '../../client/features/warnings/choices.ts'
import type { WarningChoices, WarningTopic } from '../../shared/api/warnings.ts'
import { sharedLimits } from '../../shared/limits.ts'
import { noChoices } from '../../shared/warnings/decide.ts'

const topic = (label: string, more: Partial<WarningTopic> = {}): WarningTopic => ({
  slug: label.replaceAll(' ', '-'),
  label,
  kind: 'sensitive',
  guidance: '',
  aliases: [],
  required_for: '',
  discreet: false,
  retired: false,
  ...more,
})
const [food, police, death] = [topic('food'), topic('police violence'), topic('death')]
const all = [food, police, death]

describe('A chip and the warning line', () => {
  it('puts its words in and takes them out again', () => {
    expect(toggled('', food)).toBe('food')
    expect(toggled('food', police)).toBe('food, police violence')
    expect(toggled('food, police violence', food)).toBe('police violence')
    expect(toggled('food', food)).toBe('')
  })

  it('leaves free words where they are', () => {
    expect(toggled('my landlord, food, a long evening', food)).toBe('my landlord, a long evening')
    expect(toggled('my landlord', food)).toBe('my landlord, food')
  })

  it('keeps the one re: of a reply', () => {
    expect(toggled('re: food', police)).toBe('re: food, police violence')
    expect(toggled('re: food, death', food)).toBe('re: death')
    expect(toggled('re: food', food)).toBe('')
  })

  it('is pressed exactly when the line names it as a part of its own', () => {
    expect(names('re: Food , soup', food)).toBe(true)
    expect(names('food for thought', food)).toBe(false)
    expect(names('good food', food)).toBe(false)
    expect(topicsIn('re: police violence, court, FOOD', all)).toEqual(['food', 'police-violence'])
    expect(topicsIn('', all)).toEqual([])
  })

  it('counts other words for a topic, in any case and with any accents', () => {
    const politics = topic('US politics', { aliases: ['uspol'] })
    expect(names('re: USPol', politics)).toBe(true)
    expect(toggled('my landlord, uspól', politics)).toBe('my landlord')
  })

  it('never sends more topics than one warning can have', () => {
    const many = Array.from({ length: 12 }, (_, n) => topic(`topic ${n}`))
    expect(topicsIn(many.map(({ label }) => label).join(', '), many)).toHaveLength(sharedLimits.warningTopics)
  })
})

describe('A spoiler', () => {
  const spoilers = topic('spoilers', { kind: 'spoiler', aliases: ['spoiler'] })

  it('says which work and up to where, in the line that is posted', () => {
    const chosen = toggled('food', spoilers)
    expect(chosen).toBe('food, spoilers')
    const work = withSpoiler(chosen, spoilers, { work: 'The Dispossessed', upTo: '' })
    expect(work).toBe('food, Spoiler: The Dispossessed')
    const whole = withSpoiler(work, spoilers, { work: 'The Dispossessed', upTo: 'chapter 3' })
    expect(whole).toBe('food, Spoiler: The Dispossessed, up to chapter 3')
    expect(spoilerIn(whole, spoilers)).toEqual({ work: 'The Dispossessed', upTo: 'chapter 3' })
    expect(names(whole, spoilers)).toBe(true)
    expect(topicsIn(whole, [food, spoilers])).toEqual(['food', 'spoilers'])
  })

  it('leaves the line whole when it is taken off or emptied', () => {
    const line = 're: food, Spoiler: The Dispossessed, up to chapter 3, death'
    expect(toggled(line, spoilers)).toBe('re: food, death')
    expect(withSpoiler(line, spoilers, { work: '', upTo: '' })).toBe('re: food, spoilers, death')
  })

  it('takes no comma, which would begin something else', () => {
    expect(withSpoiler('spoilers', spoilers, { work: 'Lion, Witch, Wardrobe', upTo: '' })).toBe(
      'Spoiler: Lion Witch Wardrobe',
    )
  })
})

describe('Words that others here warn with', () => {
  const politics = topic('US politics', { aliases: ['uspol'] })
  const offered = [
    { words: 'US politics', slug: politics.slug },
    { words: 'usual things', slug: null },
    { words: 'useful', slug: null },
  ]
  const going = (line: string) => goingOn(line, offered, [politics]).map((one) => one.words)

  it('go on what is written last, and belong to their topic', () => {
    expect(going('food, usp')).toEqual(['US politics'])
    expect(going('food, US')).toEqual(['US politics', 'usual things', 'useful'])
    expect(going('food, usu')).toEqual(['usual things'])
    expect(withWords('re: food, usu', 'usual things')).toBe('re: food, usual things')
  })

  it('are not offered for nothing, for what is chosen, or for what stands there whole', () => {
    expect(going('food, u')).toEqual([])
    expect(going('us, ')).toEqual([])
    expect(going('uspol')).toEqual([])
    expect(going('useful')).toEqual([])
  })
})

describe('Choices about warnings', () => {
  const open = { text: 'open', media: 'open' } as const
  const before: WarningChoices = { ...noChoices, topics: { food: open }, people: { '1': 'open' } }

  it('change what is named, and nothing else', () => {
    const after = changed(before, { topics: { food: null, death: open }, people: { '2': 'fold' } })
    expect(after).toEqual({ ...before, topics: { death: open }, people: { '1': 'open', '2': 'fold' } })
  })

  it('can be taken back', () => {
    const changes = { default: open, topics: { food: null, death: open }, people: { '1': null }, suggest: false }
    expect(changed(changed(before, changes), wayBack(before, changes))).toEqual(before)
  })
})

describe('A warning as it is read', () => {
  const line = (text: string, labels: string[]) => readWarning(text, labels)

  it('marks topics where the author named them, and loses no word', () => {
    expect(line('police violence, and what I saw', ['police violence']).parts).toEqual([
      { text: 'police violence', topic: true },
      { text: ', and what I saw', topic: false },
    ])
    for (const text of ['re: food, soup', 'a,b, food', 're: re: food', 'food', 'nothing known, at all']) {
      expect(
        line(text, ['food'])
          .parts.map((part) => part.text)
          .join(''),
      ).toBe(text)
    }
  })

  it('shows a topic behind the line when the line does not name it', () => {
    expect(line('Saturday’s march', ['blood']).others).toEqual(['blood'])
    expect(line('re: Blood', ['blood']).others).toEqual([])
  })
})
