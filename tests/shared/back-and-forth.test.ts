import { describe, expect, it } from 'vitest'
import { type Turn, wentBackAndForth } from '../../shared/talk/back-and-forth.ts'

const MINUTE = 60_000
const NOW = Date.UTC(2026, 10, 22, 12)

/** A talk that begins with a post of ann's: who replies to the post before, and so many minutes after it. */
function talk(replies: readonly (readonly [by: string, after: number])[], ended = 0): Turn[] {
  const whole = replies.reduce((sum, [, after]) => sum + after, 0)
  let at = NOW - (ended + whole) * MINUTE
  const turns: Turn[] = [{ by: 'ann', to: undefined, at, answeredAt: undefined }]
  for (const [by, after] of replies) {
    const before = turns.at(-1)
    turns.push({ by, to: before?.by, at: at + after * MINUTE, answeredAt: at })
    at += after * MINUTE
  }
  return turns
}

const heated = (turns: readonly Turn[]) => wentBackAndForth(turns, 'ann', 'ben', NOW)
const four = (after: number) => ['ben', 'ann', 'ben', 'ann'].map((by) => [by, after] as const)

describe('Two people went back and forth a lot', () => {
  it('when four replies alternate within an hour', () => {
    expect(heated(talk(four(10)))).toBe(true)
    expect(heated(talk(four(10).slice(0, 3)))).toBe(false)
  })

  it('but not when that took longer, or is over for an hour', () => {
    expect(heated(talk(four(21)))).toBe(false)
    expect(heated(talk(four(10), 31))).toBe(false)
    expect(heated(talk(four(1), 61))).toBe(false)
  })

  it('when three replies each came in under two minutes', () => {
    expect(heated(talk(four(1.9).slice(0, 3)))).toBe(true)
    expect(heated(talk(four(2).slice(0, 3)))).toBe(false)
    expect(
      heated(
        talk([
          ['ben', 1],
          ['ann', 1],
          ['ben', 5],
        ]),
      ),
    ).toBe(false)
    expect(heated(talk(four(1).slice(0, 2)))).toBe(false)
  })

  it('whichever of the two looks', () => {
    expect(wentBackAndForth(talk(four(10)), 'ben', 'ann', NOW)).toBe(true)
  })

  it('but not with others between them, and not by talking to themselves', () => {
    expect(wentBackAndForth(talk(four(1)), 'ann', 'cem', NOW)).toBe(false)
    const crowd = talk([
      ['ben', 5],
      ['cem', 5],
      ['ann', 5],
      ['ben', 5],
      ['cem', 5],
    ])
    expect(heated(crowd)).toBe(false)
    const alone = talk(['ann', 'ann', 'ann', 'ann'].map((by) => [by, 1] as const))
    expect(wentBackAndForth(alone, 'ann', 'ann', NOW)).toBe(false)
  })

  it('only as far as they alternate', () => {
    const at = (n: number) => NOW - (10 - n) * MINUTE
    const twice: Turn[] = [
      { by: 'ben', to: 'ann', at: at(1), answeredAt: at(-9) },
      { by: 'ann', to: 'ben', at: at(4), answeredAt: at(1) },
      { by: 'ann', to: 'ben', at: at(7), answeredAt: at(1) },
      { by: 'ben', to: 'ann', at: at(10), answeredAt: at(7) },
    ]
    expect(heated(twice)).toBe(false)
  })

  it('not where nothing is known', () => expect(heated([])).toBe(false))
})
