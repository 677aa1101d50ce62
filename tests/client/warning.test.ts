import { describe, expect, it } from 'vitest'
import { names, type Topic, toggled, topicsIn } from '../../client/features/composer/warning.ts'
import { readWarning } from '../../client/features/statuses/warning-parts.ts'

const topic = (label: string): Topic => ({ slug: label.replaceAll(' ', '-'), label, kind: 'sensitive', guidance: '' })
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
