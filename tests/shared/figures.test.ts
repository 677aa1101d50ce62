import { describe, expect, it } from 'vitest'
import {
  formatClock,
  formatDate,
  formatDay,
  formatHours,
  formatNumber,
  formatWhen,
  plural,
} from '../../shared/text/figures.ts'

const at = (month: number, day: number, hour = 12, minute = 0) => new Date(2026, month - 1, day, hour, minute)

describe('Numbers and dates', () => {
  it('group thousands and choose the word', () => {
    expect(formatNumber(2676)).toBe('2,676')
    expect([0, 1, 2].map((n) => plural(n, 'post', 'posts'))).toEqual(['posts', 'post', 'posts'])
  })

  it('are written day before month, in 24 hours', () => {
    expect(formatDate(at(5, 3))).toBe('3 May 2026')
    expect(formatDay(at(11, 22), at(12, 1))).toBe('Sunday, 22 November')
    expect(formatDay(at(11, 22), new Date(2027, 0, 1))).toBe('Sunday, 22 November 2026')
    expect(formatClock(at(5, 3, 0, 5))).toBe('00:05')
    expect(formatClock(at(5, 3, 14, 2))).toBe('14:02')
  })

  it('are as precise as one still cares about', () => {
    const now = at(11, 22, 0, 30)
    expect(formatWhen(at(11, 22, 0, 10), now)).toBe('today at 00:10')
    expect(formatWhen(at(11, 21, 23, 50), now)).toBe('yesterday at 23:50')
    expect(formatWhen(at(11, 23, 9, 5), now)).toBe('tomorrow at 09:05')
    expect(formatWhen(at(11, 20, 23, 50), now)).toBe('20 November 2026')
  })

  it('say how long something takes', () => {
    expect([0.2, 1, 6.4, 19, 24, 35, 48, 60].map(formatHours)).toEqual([
      'an hour',
      'an hour',
      '6 hours',
      '19 hours',
      'a day',
      'a day',
      '2 days',
      '3 days',
    ])
  })
})
