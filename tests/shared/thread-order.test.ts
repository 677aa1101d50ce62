import { describe, expect, it } from 'vitest'
import { orderReplies } from '../../shared/thread-order.ts'

const order = (root: string, parents: Record<string, string | null>) =>
  orderReplies(root, Object.keys(parents), (id) => parents[id]).map(({ id, depth }) => `${'-'.repeat(depth)}${id}`)

describe('A conversation', () => {
  it('has each reply under what it answers, older before newer', () => {
    expect(order('01', { '05': '01', '02': '01', '04': '02', '03': '02' })).toEqual(['02', '-03', '-04', '05'])
  })

  it('keeps a reply whose own parent is not here', () => {
    expect(order('01', { '03': '99', '02': '01' })).toEqual(['02', '03'])
  })

  it('stops moving in at the eighth step', () => {
    const two = (n: number) => String(n).padStart(2, '0')
    const deep = Object.fromEntries(Array.from({ length: 11 }, (_, n) => [two(n + 2), two(n + 1)]))
    const drawn = Array.from({ length: 11 }, (_, n) => `${'-'.repeat(Math.min(n, 8))}${two(n + 2)}`)
    expect(order('01', deep)).toEqual(drawn)
  })

  it('loses nothing when a post claims to answer itself', () => {
    expect(order('01', { '02': '02' })).toEqual(['02'])
  })
})
