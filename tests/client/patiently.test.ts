import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { outdated, patiently } from '../../client/lib/patiently.ts'

const alive = vi.fn<() => Promise<Response>>()
const reload = vi.fn()

const page = (build: string) => `<script type="inert" src="/assets/index-${build}.js"></script>`
/** The build that the server has now. */
let served = 'one'

const gone = () => Promise.reject(new TypeError('no part'))

describe('A part of the client that cannot be fetched', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    sessionStorage.clear()
    reload.mockReset()
    served = 'one'
    document.head.innerHTML = page('one')
    document.body.innerHTML = ''
    alive.mockImplementation(() => Promise.resolve(new Response('{}')))
    vi.stubGlobal('fetch', (path: string) =>
      path === '/healthz' ? alive() : alive().then(() => new Response(page(served))),
    )
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
    alive.mockImplementation(() => Promise.resolve(new Response('{}')))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await loading).toBe('part')
    expect(reload).not.toHaveBeenCalled()
  })

  it('is fetched again where only the network was away for a moment: what I read and write stays', async () => {
    const load = vi.fn().mockRejectedValueOnce(new TypeError('no part')).mockResolvedValue('part')
    expect(await patiently(load)).toBe('part')
    await expect(patiently(gone), 'a part that never comes is said to be missing').rejects.toThrow('no part')
    expect(reload).not.toHaveBeenCalled()
  })

  it('belongs to an older build when the server has another one: the page is loaded again, but only once', async () => {
    served = 'two'
    patiently(gone).catch(() => undefined)
    await vi.advanceTimersByTimeAsync(1)
    expect(reload).toHaveBeenCalledOnce()
    await expect(patiently(gone)).rejects.toThrow('no part')
    expect(reload).toHaveBeenCalledOnce()
  })

  it('never takes the page away from somebody who writes: they are told, and load it themselves', async () => {
    served = 'two'
    document.body.innerHTML = '<textarea></textarea>'
    document.querySelectorAll('textarea').forEach((field) => {
      field.value = 'Half a sen'
    })
    patiently(gone).catch(() => undefined)
    await vi.advanceTimersByTimeAsync(1)
    expect(reload).not.toHaveBeenCalled()
    expect(outdated()).toBe(true)
  })
})
