import { describe, expect, it } from 'vitest'
import { faceOf, lettersOf } from '../../shared/text/face.ts'

describe('Letters that stand for a face', () => {
  it('are the first two of the name, in any script, without what is not a letter', () => {
    expect(lettersOf('Tansy')).toBe('Ta')
    expect(lettersOf('🌹 élise')).toBe('Él')
    expect(lettersOf('بشرى')).toBe('بش')
    expect(lettersOf('q')).toBe('Q')
    expect(lettersOf('🌹')).toBe('')
  })

  it('stand on the same ground every time', () => {
    expect(faceOf('tansy')).toBe(faceOf('tansy'))
    const grounds = new Set(['ada', 'tansy', 'marrow', 'sorrel', 'bramble', 'kestrel', 'fern', 'rue'].map(faceOf))
    expect(grounds.size).toBeGreaterThan(2)
    expect(Math.min(...grounds)).toBeGreaterThanOrEqual(1)
    expect(Math.max(...grounds)).toBeLessThanOrEqual(5)
  })
})
