import { createEffect, createRoot } from 'solid-js'
import { afterEach, describe, expect, it } from 'vitest'
import {
  accountOf,
  countReply,
  forgetEverything,
  forgetStatus,
  keepAccount,
  keepRelationships,
  keepStatuses,
  muteConversation,
  patchRelationship,
  statusOf,
} from '../../client/api/store.ts'
import type { Account, Relationship, Status } from '../../shared/api/wire.ts'

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

  it('counts my own follow of somebody at once, once, and takes it back with it', () => {
    const stands = (following: boolean) => keepRelationships([{ id: '1', following } as Relationship])
    const followers = () => accountOf('1')?.followers_count
    keepAccount({ ...person('1', 'ann'), followers_count: 5 })
    stands(false)
    expect(followers(), 'what is only learnt counts nothing').toBe(5)
    patchRelationship('1', { following: true })
    stands(true)
    stands(true)
    expect(followers()).toBe(6)
    patchRelationship('1', { muting: true })
    stands(false)
    expect(followers()).toBe(5)
  })

  it('shows a whole conversation as paused, and no other one', () => {
    const ann = person('1', 'ann')
    const posts = [
      post('10', ann),
      post('11', ann, { in_reply_to_id: '10' }),
      post('12', ann, { in_reply_to_id: '11' }),
      post('13', ann, { in_reply_to_id: '10' }),
      post('20', ann),
      post('21', ann, { in_reply_to_id: '20' }),
    ]
    keepStatuses(posts)
    muteConversation('12', true)
    const muted = () => posts.map(({ id }) => id).filter((id) => statusOf(id)?.muted)
    expect(muted()).toEqual(['10', '11', '12', '13'])
    muteConversation('13', false)
    expect(muted()).toEqual([])
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
