import { beforeEach, describe, expect, it, vi } from 'vitest'

const open = () => import('../../client/features/join/draft.ts')

/** The tab is loaded again: its modules are new, its storage is not. */
async function openAgain() {
  vi.resetModules()
  return open()
}

describe('What a newcomer has typed', () => {
  beforeEach(() => {
    sessionStorage.clear()
    localStorage.clear()
    vi.resetModules()
  })

  it('is there after the page is loaded again, as the same form', async () => {
    const before = await open()
    before.setDraft({ username: 'dandelion', email: 'd@example.org', adult: true, invite: 'fern42' })
    before.acknowledge(1, '11', true)
    before.acknowledge(1, '12', true)
    before.acknowledge(1, '12', false)
    const after = await openAgain()
    expect({ ...after.draft }).toMatchObject({
      username: 'dandelion',
      email: 'd@example.org',
      adult: true,
      invite: 'fern42',
      formId: before.draft.formId,
    })
    expect(after.isAcknowledged(1, '11')).toBe(true)
    expect(after.isAcknowledged(1, '12')).toBe(false)
  })

  it('does not count as agreeing to other rules than were read', async () => {
    const { acknowledge, isAcknowledged } = await open()
    acknowledge(1, '11', true)
    expect(isAcknowledged(2, '11')).toBe(false)
    acknowledge(2, '12', true)
    expect(isAcknowledged(2, '12')).toBe(true)
    expect(isAcknowledged(2, '11')).toBe(false)
    expect(isAcknowledged(1, '11')).toBe(false)
  })

  it('is thrown away when it is done, and the next form is another one', async () => {
    const { draft, forgetDraft, setDraft } = await open()
    setDraft({ username: 'dandelion' })
    const form = draft.formId
    forgetDraft()
    expect(draft.username).toBe('')
    expect(draft.formId).not.toBe(form)
    expect(sessionStorage.length).toBe(0)
  })

  it('is a fresh form when what was kept cannot be read', async () => {
    sessionStorage.setItem('join', '{broken')
    const { draft } = await open()
    expect(draft.username).toBe('')
  })
})
