import { createRoot } from 'solid-js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Draft } from '../../client/features/composer/draft.ts'
import { UNBOUND } from '../../client/features/composer/visibility.ts'
import { type Writing, writing } from '../../client/features/composer/writing.ts'
import { fakeIndexedDb } from './support/indexed-db.ts'

const start: Draft = {
  text: '',
  warning: '',
  warned: false,
  visibility: 'public',
  localOnly: false,
  language: 'en',
  pictures: [],
  sensitive: false,
}

const account = { id: '1', acct: 'ann', username: 'ann', display_name: '' }
const posted = {
  id: '10',
  account,
  content: '',
  visibility: 'public',
  tags: [],
  media_attachments: [],
  in_reply_to_id: null,
}

/** A server that answers each post by `answers` in turn, and keeps what it was asked. */
function serverAnswering(...answers: (() => Response)[]) {
  const asked: { key: string | null; form: Record<string, unknown> }[] = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    if (path !== '/api/v1/statuses') return Response.json([])
    asked.push({ key: new Headers(init.headers).get('Idempotency-Key'), form: JSON.parse(String(init.body)) })
    const answer = answers.shift()
    if (!answer) throw new Error('asked too often')
    return answer()
  })
  return asked
}

const accept = () => Response.json(posted)
const refuse = () => Response.json({ error: 'A post can have 30 hashtags at most.' }, { status: 422 })
const lose = () => {
  throw new TypeError('network')
}

let dispose = () => {}
const onPosted = vi.fn()

function box(more: Partial<Parameters<typeof writing>[0]> = {}): Writing {
  return createRoot((end) => {
    dispose = end
    return writing({ accountId: '1', context: 'new', start, bounds: UNBOUND, onPosted, ...more })
  })
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', fakeIndexedDb())
  onPosted.mockReset()
})

afterEach(async () => {
  dispose()
  const { dropDraft } = await import('../../client/features/composer/drafts.ts')
  await dropDraft('1', 'new')
  vi.unstubAllGlobals()
})

describe('A box to write in', () => {
  it('counts as the server does, the warning only while it stands', () => {
    serverAnswering()
    const one = box()
    one.change({ text: 'https://a.example/very/long/address @ann@far.example 👩‍👩‍👧‍👦', warning: 'food' })
    expect(one.left()).toBe(500 - 23 - 1 - 4 - 1 - 1)
    one.change({ warned: true })
    expect(one.left()).toBe(500 - 23 - 1 - 4 - 1 - 1 - 4)
  })

  it('says why it cannot be posted', () => {
    serverAnswering()
    const one = box()
    expect(one.why()).toBe('There is nothing to post yet.')
    one.change({ text: 'x'.repeat(501) })
    expect(one.why()).toBe('The text is 1 character too long.')
    one.change({ text: '', warned: true, warning: 'only this' })
    expect(one.why()).toBeUndefined()
  })

  it('is empty again after it was posted', async () => {
    const asked = serverAnswering(accept)
    const one = box()
    one.change({ text: 'Hello.', warned: true, warning: ' food ', visibility: 'private' })
    expect(await one.send()).toBe(true)
    expect(asked[0]?.form).toMatchObject({
      status: 'Hello.',
      spoiler_text: 'food',
      visibility: 'private',
      language: 'en',
    })
    expect(one.draft).toMatchObject(start)
    expect(onPosted).toHaveBeenCalledOnce()
  })

  it('sends no warning that was taken off', async () => {
    const asked = serverAnswering(accept)
    const one = box()
    one.change({ text: 'Hello.', warned: false, warning: 'food' })
    await one.send()
    expect(asked[0]?.form).toMatchObject({ spoiler_text: '', warning_topics: [] })
  })

  it('keeps the text and says why when the server refuses', async () => {
    serverAnswering(refuse)
    const one = box()
    one.change({ text: '#many' })
    expect(await one.send()).toBe(false)
    expect(one.failure()).toBe('A post can have 30 hashtags at most.')
    expect(one.draft.text).toBe('#many')
    expect(onPosted).not.toHaveBeenCalled()
  })

  it('tries again under the same key after a lost answer, and under a new one once it was changed', async () => {
    const asked = serverAnswering(lose, lose, accept)
    const one = box()
    one.change({ text: 'Did it arrive?' })
    await one.send()
    expect(one.waiting()).toBe(true)
    await one.send()
    one.change({ text: 'Did it arrive now?' })
    await one.send()
    const [first, second, third] = asked.map(({ key }) => key)
    expect(first).toMatch(/^[0-9a-f]{32}$/)
    expect(second).toBe(first)
    expect(third).not.toBe(first)
  })

  it('sends once however often it is pressed', async () => {
    const asked = serverAnswering(accept)
    const one = box()
    one.change({ text: 'Once.' })
    const [first, second] = await Promise.all([one.send(), one.send()])
    expect([first, second]).toEqual([true, false])
    expect(asked).toHaveLength(1)
  })

  it('never reaches further than it may, also from an older draft', async () => {
    serverAnswering()
    const { saveDraft } = await import('../../client/features/composer/drafts.ts')
    await saveDraft('1', 'new', { ...start, text: 'old', visibility: 'public' })
    const one = box({ bounds: { widest: 'private', localOnly: true } })
    expect(one.draft).toMatchObject({ text: 'old', visibility: 'private', localOnly: true })
  })
})
