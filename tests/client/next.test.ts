import { describe, expect, it } from 'vitest'
import { safeNext, withNext } from '../../client/lib/next.ts'

describe('Where log-in leads afterwards', () => {
  it('is where the person wanted to go', () => {
    const address = withNext('/login', '/tags/bread?only=local')
    expect(new URL(address, 'http://here').searchParams.get('next')).toBe('/tags/bread?only=local')
    expect(safeNext('/tags/bread?only=local#top', '/home')).toBe('/tags/bread?only=local#top')
    expect(safeNext('/oauth/authorize?client_id=1', '/home')).toBe('/oauth/authorize?client_id=1')
  })

  it.each([undefined, '', 'home', 'https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'is home when the address says %j',
    (next) => {
      expect(safeNext(next, '/home')).toBe('/home')
    },
  )

  it.each(['/\t/evil.example', '/\n/evil.example', '/./\\evil.example'])('never leaves this site by %j', (next) => {
    expect(new URL(safeNext(next, '/home'), location.origin).origin).toBe(location.origin)
    expect(safeNext(next, '/home').startsWith('//')).toBe(false)
  })
})
