import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { patiently } from '../../client/lib/patiently.ts'

const alive = vi.fn<() => Promise<Response>>()
const reload = vi.fn()

describe('A part of the client that cannot be fetched', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    sessionStorage.clear()
    reload.mockReset()
    vi.stubGlobal('fetch', () => alive())
    vi.spyOn(location, 'reload').mockImplementation(reload)
  })

  afterEach(() => {
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })

  it('is fetched again when a lost server is back', async () => {
    alive.mockRejectedValue(new TypeError('Failed to fetch'))
    const load = vi.fn().mockRejectedValueOnce(new TypeError('no part')).mockResolvedValue('part')
    const loading = patiently(load)
    await vi.advanceTimersByTimeAsync(5000)
    expect(load).toHaveBeenCalledOnce()
    alive.mockResolvedValue(new Response('{}'))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await loading).toBe('part')
    expect(reload).not.toHaveBeenCalled()
  })

  it('belongs to an older build when the server lives: the page is loaded again, but only once', async () => {
    alive.mockResolvedValue(new Response('{}'))
    const load = () => Promise.reject(new TypeError('no part'))
    patiently(load).catch(() => undefined)
    await vi.advanceTimersByTimeAsync(1)
    expect(reload).toHaveBeenCalledOnce()
    await expect(patiently(load)).rejects.toThrow('no part')
    expect(reload).toHaveBeenCalledOnce()
  })
})
