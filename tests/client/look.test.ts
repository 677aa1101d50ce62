import { describe, expect, it } from 'vitest'
import { byNewest, type IdList, idsOf } from '../../client/api/pages.ts'
import { joined } from '../../client/features/timelines/look.ts'

const list = (...pages: string[][]): IdList => ({
  pages: pages.map((ids, n) => ({ ids, next: n === pages.length - 1 ? '/older' : undefined, top: ids[0] })),
  pageParams: pages.map(() => undefined),
})
const found = (ids: string[], meets = true) => ({ ids, next: '/next', meets, fresh: 0 })

describe('What is new at the top of a list', () => {
  it('comes above what is known, and nothing below it moves', () => {
    const after = joined(list(['08', '07', '06'], ['05', '04']), found(['10', '09', '08', '07']))
    expect(idsOf(after)).toEqual(['10', '09', '08', '07', '06', '05', '04'])
    expect(after.pages[0]?.top).toBe('10')
    expect(after.pages.at(-1)?.next).toBe('/older')
  })

  it('takes out what was deleted in the stretch that was read again', () => {
    expect(idsOf(joined(list(['08', '07', '06', '05']), found(['09', '08', '06'])))).toEqual(['09', '08', '06', '05'])
  })

  it('begins the list anew when too much came to join the two', () => {
    const after = joined(list(['03', '02', '01']), found(['90', '89'], false))
    expect(idsOf(after)).toEqual(['90', '89'])
    expect(after.pages[0]?.next).toBe('/next')
  })

  it('keeps an own post that stands above what the server had given', () => {
    expect(idsOf(joined(list(['09', '05']), found(['10', '09', '08', '05'])))).toEqual(['10', '09', '08', '05'])
  })

  it('shows a post once when two pages overlap', () => {
    expect(idsOf(list(['03', '02'], ['02', '01']))).toEqual(['03', '02', '01'])
  })

  it('sorts by time: longer ids are newer', () => {
    expect(['9', '10', '11'].sort(byNewest)).toEqual(['11', '10', '9'])
  })
})
