import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { HttpError, onRefused, read, readPage, send, Unreachable } from '../../client/api/http.ts'
import { reachable } from '../../client/api/reach.ts'

const answers = vi.fn<(path: string, init?: RequestInit) => Promise<Response>>()

const json = (body: unknown, init?: ResponseInit) => new Response(JSON.stringify(body), init)
const gone = () => Promise.reject(new TypeError('Failed to fetch'))

describe('The door to the server', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('fetch', (path: string, init?: RequestInit) => answers(path, init))
  })

  afterEach(async () => {
    answers.mockReset().mockImplementation(async () => json({}))
    await vi.advanceTimersByTimeAsync(60_000)
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })

  it('waits for a lost server, and asks again by itself when it is back', async () => {
    answers.mockImplementation(gone)
    const reading = read('/api/v1/thing')
    await vi.advanceTimersByTimeAsync(20_000)
    expect(reachable()).toBe(false)
    expect(answers.mock.calls.filter(([path]) => path === '/api/v1/thing')).toHaveLength(1)
    answers.mockImplementation(async () => json({ here: true }))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await reading).toEqual({ here: true })
    expect(reachable()).toBe(true)
  })

  it('takes a gateway without a server behind it for a lost server', async () => {
    answers.mockImplementation(async () => new Response('<h1>Bad gateway</h1>', { status: 502 }))
    await expect(send('POST', '/api/v1/statuses', {})).rejects.toBeInstanceOf(Unreachable)
    expect(reachable()).toBe(false)
  })

  it('never sends a change twice by itself', async () => {
    answers.mockImplementation(gone)
    await expect(send('POST', '/api/v1/statuses', { status: 'Bread' })).rejects.toBeInstanceOf(Unreachable)
    answers.mockImplementation(async () => json({}))
    await vi.advanceTimersByTimeAsync(30_000)
    expect(answers.mock.calls.filter(([path]) => path === '/api/v1/statuses')).toHaveLength(1)
  })

  it('stops waiting when the page that asked is left', async () => {
    answers.mockImplementation(gone)
    const leaving = new AbortController()
    const reading = read('/api/v1/thing', { signal: leaving.signal })
    const ended = expect(reading).rejects.toThrow()
    await vi.advanceTimersByTimeAsync(1)
    leaving.abort()
    await ended
  })

  it('hands on what the server says against a form, field by field', async () => {
    const details = { username: [{ error: 'ERR_TAKEN', description: 'This name is taken.' }] }
    answers.mockImplementation(async () => json({ error: 'Look again.', error_code: 'form', details }, { status: 422 }))
    const error = await send('POST', '/auth/sign-up', {}).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(HttpError)
    expect(error).toMatchObject({ status: 422, message: 'Look again.', errorCode: 'form', details })
  })

  it('tells when the server does not know us any more, but not when a password was wrong', async () => {
    const told = vi.fn()
    const stop = onRefused(told)
    answers.mockImplementation(async () => json({ error: 'No.' }, { status: 401 }))
    await expect(send('POST', '/auth/session', {})).rejects.toBeInstanceOf(HttpError)
    expect(told).not.toHaveBeenCalled()
    await expect(read('/api/v1/timelines/home')).rejects.toBeInstanceOf(HttpError)
    expect(told).toHaveBeenCalledOnce()
    stop()
  })

  it('finds the neighbours of a page of a list', async () => {
    const link =
      '<https://here.example/api/v1/timelines/home?max_id=5&limit=20>; rel="next", <https://here.example/api/v1/timelines/home?min_id=9>; rel="prev"'
    answers.mockImplementation(async () => json([1, 2], { headers: { Link: link } }))
    expect(await readPage('/api/v1/timelines/home')).toEqual({
      items: [1, 2],
      next: '/api/v1/timelines/home?max_id=5&limit=20',
      prev: '/api/v1/timelines/home?min_id=9',
    })
    answers.mockImplementation(async () => json([]))
    expect(await readPage('/api/v1/timelines/home')).toEqual({ items: [], next: undefined, prev: undefined })
  })
})
