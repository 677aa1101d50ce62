import { beforeEach, describe, expect, it, vi } from 'vitest'
import { attemptFor, type Draft, isWorthKeeping } from '../../client/features/composer/draft.ts'
import { fakeIndexedDb } from './support/indexed-db.ts'

const draft = (text: string, more: Partial<Draft> = {}): Draft => ({
  text,
  warning: '',
  warned: false,
  visibility: 'public',
  localOnly: false,
  language: 'en',
  pictures: [],
  sensitive: false,
  ...more,
})

/** The page crashed or was loaded again: its modules are new, its storage is not. */
async function openAgain() {
  vi.resetModules()
  return import('../../client/features/composer/drafts.ts')
}

describe('Drafts', () => {
  let disk = fakeIndexedDb()

  beforeEach(() => {
    disk = fakeIndexedDb()
    vi.stubGlobal('indexedDB', disk)
  })

  it('are there after a crash, each where it belongs', async () => {
    const before = await openAgain()
    await before.saveDraft('1', 'new', draft('a thought', { warned: true, warning: 'food' }))
    await before.saveDraft('1', 'reply:7', draft('an answer'))
    const after = await openAgain()
    expect(after.draftAtHand('1', 'new')).toBeUndefined()
    expect(await after.savedDraft('1', 'new')).toMatchObject({ text: 'a thought', warning: 'food' })
    expect(await after.savedDraft('1', 'reply:7')).toMatchObject({ text: 'an answer' })
    expect(await after.savedDraft('1', 'reply:8')).toBeUndefined()
  })

  it('belong to one account', async () => {
    const drafts = await openAgain()
    await drafts.saveDraft('1', 'new', draft('a secret'))
    expect(await drafts.savedDraft('2', 'new')).toBeUndefined()
  })

  it('are at hand at once for the next box of the page', async () => {
    const drafts = await openAgain()
    drafts.saveDraft('1', 'new', draft('half a'))
    expect(drafts.draftAtHand('1', 'new')?.text).toBe('half a')
  })

  it('leave no trace once they are posted', async () => {
    const drafts = await openAgain()
    await drafts.saveDraft('1', 'new', draft('a thought'))
    await drafts.dropDraft('1', 'new')
    expect(disk.rows.size).toBe(0)
    expect(await (await openAgain()).savedDraft('1', 'new')).toBeUndefined()
  })

  it('are written in the order in which they were typed', async () => {
    const drafts = await openAgain()
    drafts.saveDraft('1', 'new', draft('a'))
    drafts.dropDraft('1', 'new')
    await drafts.saveDraft('1', 'new', draft('abc'))
    expect(await (await openAgain()).savedDraft('1', 'new')).toMatchObject({ text: 'abc' })
  })

  it('are forgotten after a month', async () => {
    const drafts = await openAgain()
    await drafts.saveDraft('1', 'new', draft('old'))
    await drafts.dropOldDrafts(Date.now() + 29 * 24 * 3600 * 1000)
    expect(disk.rows.size).toBe(1)
    await drafts.dropOldDrafts(Date.now() + 31 * 24 * 3600 * 1000)
    expect(disk.rows.size).toBe(0)
  })

  it('are just none where the browser keeps nothing', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new Error('not here')
      },
    })
    const drafts = await openAgain()
    await drafts.saveDraft('1', 'new', draft('still typed'))
    expect(await drafts.savedDraft('1', 'new')).toMatchObject({ text: 'still typed' })
    expect(await (await openAgain()).savedDraft('1', 'new')).toBeUndefined()
  })
})

describe('A draft', () => {
  it('is worth keeping once its author changed a word', () => {
    const start = draft('@tansy ', { warned: true, warning: 're: food' })
    expect(isWorthKeeping(start, start)).toBe(false)
    expect(isWorthKeeping({ ...start, text: '@tansy yes' }, start)).toBe(true)
    expect(isWorthKeeping({ ...start, warned: false }, start)).toBe(true)
    expect(isWorthKeeping(draft('  '), draft(''))).toBe(false)
  })

  it('is sent again under the same key until it is changed', () => {
    let n = 0
    const key = () => `key ${++n}`
    const first = attemptFor(draft('a'), key)
    const tried = draft('a', { attempt: first })
    expect(attemptFor(tried, key)).toEqual(first)
    expect(attemptFor({ ...tried, text: 'ab' }, key).key).not.toBe(first.key)
    expect(attemptFor({ ...tried, visibility: 'private' }, key).key).not.toBe(first.key)
    expect(attemptFor({ ...tried, warning: 'not shown' }, key), 'what is not sent makes no difference').toEqual(first)
  })
})
