import { beforeEach, describe, expect, it } from 'vitest'
import { hintIsOn, noteHint, setHint, wasHinted } from '../../client/features/pauses/hint-memory.ts'

const HOUR = 3_600_000
const NOW = Date.UTC(2026, 10, 22, 12)

describe('The line about going back and forth', () => {
  beforeEach(() => localStorage.clear())

  it('is said once a day about one conversation', () => {
    noteHint('1:10', NOW)
    expect(wasHinted('1:10', NOW + 23 * HOUR)).toBe(true)
    expect(wasHinted('1:10', NOW + 24 * HOUR)).toBe(false)
    expect(wasHinted('1:11', NOW)).toBe(false)
  })

  it('leaves nothing on this device about conversations of the day before', () => {
    noteHint('1:10', NOW)
    noteHint('1:11', NOW + 25 * HOUR)
    expect(JSON.stringify({ ...localStorage })).not.toContain('1:10')
    expect(wasHinted('1:11', NOW + 25 * HOUR)).toBe(true)
  })

  it('is on until it is switched off, and can be switched on again', () => {
    expect(hintIsOn()).toBe(true)
    setHint(false)
    expect(hintIsOn()).toBe(false)
    setHint(true)
    expect(hintIsOn()).toBe(true)
  })

  it('survives what somebody else wrote there', () => {
    localStorage.setItem('talk-hint', 'not JSON')
    expect(wasHinted('1:10', NOW)).toBe(false)
    noteHint('1:10', NOW)
    expect(wasHinted('1:10', NOW)).toBe(true)
  })
})
