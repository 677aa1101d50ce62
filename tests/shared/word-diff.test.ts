import { describe, expect, it } from 'vitest'
import { diffWords, isUnchanged, type Segment } from '../../shared/text/word-diff.ts'

const marks = {
  same: (text: string) => text,
  added: (text: string) => `{+${text}+}`,
  removed: (text: string) => `[-${text}-]`,
}
const shown = (before: string, after: string) =>
  diffWords(before, after)
    .map(({ change, text }) => marks[change](text))
    .join('')
const side = (segments: readonly Segment[], other: Segment['change']) =>
  segments
    .filter(({ change }) => change !== other)
    .map(({ text }) => text)
    .join('')

describe('What changed between two texts', () => {
  it.each([
    ['', '', ''],
    ['No ads', 'No ads', 'No ads'],
    ['', 'No ads', '{+No ads+}'],
    ['No ads', '', '[-No ads-]'],
    ['Racist behavior', 'Racist behavior and jokes', 'Racist behavior{+ and jokes+}'],
    ['Racist behavior and statements', 'Racist statements', 'Racist [-behavior and -]statements'],
    ['One two three', 'Four five six', '[-One two three-]{+Four five six+}'],
    ['Please use warnings.', 'Please use content warnings!', 'Please use {+content +}warnings[-.-]{+!+}'],
    ['我们不做广告', '我们不做任何广告', '我们不做{+任何+}广告'],
  ])('%j to %j is %j', (before, after, said) => {
    expect(shown(before, after)).toBe(said)
  })

  it('gives both texts back from its parts', () => {
    const before = 'Stalking, harassment, and the sharing of users’ personal information is grounds for removal.'
    const after = 'Stalking, harassment, doxxing, and sharing personal information about users is a ground for removal.'
    const segments = diffWords(before, after)
    expect(side(segments, 'removed')).toBe(after)
    expect(side(segments, 'added')).toBe(before)
    expect(segments.every((one, n) => one.change !== segments[n + 1]?.change)).toBe(true)
  })

  it('takes other spaces for no change', () => {
    expect(isUnchanged(diffWords('One two', 'One  two'))).toBe(true)
    expect(isUnchanged(diffWords('One two', 'One too'))).toBe(false)
  })

  it('is quick for the longest texts, also for those that share no word', () => {
    const [before, after] = ['left '.repeat(1000), 'right '.repeat(833)]
    const letters = (from: number) =>
      String.fromCharCode(...Array.from({ length: 2500 }, (_, n) => from + 2 * (n % 500)))
    const started = performance.now()
    expect(diffWords(before, after)).toHaveLength(2)
    const [removed, added] = diffWords([...letters(0x4e00)].join(' '), [...letters(0x4e01)].join(' '))
    expect([removed?.change, added?.change]).toEqual(['removed', 'added'])
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
