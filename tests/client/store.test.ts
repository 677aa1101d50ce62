import { createEffect, createRoot } from 'solid-js'
import { afterEach, describe, expect, it } from 'vitest'
import {
  accountOf,
  countReply,
  forgetEverything,
  forgetStatus,
  keepAccount,
  keepStatuses,
  statusOf,
} from '../../client/api/store.ts'
import type { Account, Status } from '../../shared/api/wire.ts'

// Only what the store looks at.
const person = (id: string, name: string) => ({ id, acct: name, username: name, display_name: name }) as Account
const post = (id: string, account: Account, more: Partial<Status> = {}) =>
  ({ id, account, content: `post ${id}`, replies_count: 0, mentions: [], tags: [], ...more }) as unknown as Status

describe('What is kept of posts and people', () => {
  afterEach(forgetEverything)

  it('is one post and one person, however many lists hold them', () => {
    const ann = person('1', 'ann')
    expect(keepStatuses([post('10', ann), post('11', ann)])).toEqual(['10', '11'])
    expect(statusOf('10')?.account_id).toBe('1')
    keepAccount({ ...ann, display_name: 'Ann B.' })
    expect(accountOf(statusOf('10')?.account_id ?? '')?.display_name).toBe('Ann B.')
  })

  it('changes on the screen at once, and only what changed', async () => {
    keepStatuses([post('10', person('1', 'ann')), post('11', person('1', 'ann'))])
    const seen: number[] = []
    let others = 0
    const end = createRoot((dispose) => {
      createEffect(() => seen.push(statusOf('10')?.replies_count ?? -1))
      createEffect(() => {
        void statusOf('11')?.content
        others += 1
      })
      return dispose
    })
    await Promise.resolve()
    countReply('10', 1)
    keepStatuses([post('10', person('1', 'ann'), { replies_count: 5 })])
    forgetStatus('10')
    expect(seen).toEqual([0, 1, 5, -1])
    expect(others).toBe(1)
    end()
  })

  it('holds nothing that only oneself is told', () => {
    const own = { ...person('1', 'ann'), source: { note: 'raw' }, role: { id: 'owner' } }
    keepAccount(own)
    expect(accountOf('1')).not.toHaveProperty('source')
    expect(accountOf('1')).not.toHaveProperty('role')
  })
})
