import { describe, expect, it } from 'vitest'
import { domainOf, looksLikeMail, matchesDomain } from '../../client/lib/mail-address.ts'

const LISTED = ['hotmail.*', 'outlook.*', 'live.*', 'msn.com']

describe('A mail address while it is typed', () => {
  it.each(['hotmail.com', 'hotmail.co.uk', 'outlook.de', 'live.nl', 'msn.com'])('%s is on the list', (domain) => {
    expect(matchesDomain(domain, LISTED)).toBe(true)
  })

  it.each([
    'hotmail',
    'hotmail.',
    'nothotmail.com',
    'hotmail.com.',
    'mail.msn.com',
    'msn.com.example',
    'msnxcom',
    'olive.org',
    '',
  ])('%j is not on the list', (domain) => {
    expect(matchesDomain(domain, LISTED)).toBe(false)
  })

  it('is looked at from its @ on, in whatever case it is typed', () => {
    expect(domainOf(' Ada@HotMail.COM ')).toBe('hotmail.com')
    expect(domainOf('ada')).toBe('')
    expect(domainOf('ada@')).toBe('')
  })

  it('needs a name, an @ and a domain with a dot', () => {
    expect(looksLikeMail(' ada@example.org ')).toBe(true)
    for (const text of [
      '',
      'ada',
      'ada@',
      'ada@example',
      '@example.org',
      'a da@example.org',
      'ada@example.',
      'a@b@c.org',
    ]) {
      expect(looksLikeMail(text), text).toBe(false)
    }
  })
})
