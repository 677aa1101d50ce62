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

  it('stops moving in at the third step', () => {
    const deep = { '02': '01', '03': '02', '04': '03', '05': '04', '06': '05' }
    expect(order('01', deep)).toEqual(['02', '-03', '--04', '---05', '---06'])
  })

  it('loses nothing when a post claims to answer itself', () => {
    expect(order('01', { '02': '02' })).toEqual(['02'])
  })
})
