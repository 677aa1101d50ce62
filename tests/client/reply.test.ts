import { describe, expect, it } from 'vitest'
import { type Answered, carriedWarning, openingMentions } from '../../client/features/composer/reply.ts'
import { startOfReply } from '../../client/features/composer/start.ts'
import { boundsOf, narrower, reachesFurther } from '../../client/features/composer/visibility.ts'
import type { CredentialAccount } from '../../shared/api/wire.ts'

const post = (more: Partial<Answered> = {}): Answered => ({
  spoiler_text: '',
  visibility: 'public',
  account: { id: '1', acct: 'tansy' },
  mentions: [],
  ...more,
})

// Only what a start looks at.
const me = (privacy: string) => ({ id: '9', source: { privacy, language: 'en' } }) as unknown as CredentialAccount

describe('The warning of a reply', () => {
  it.each([
    ['food', 're: food'],
    ['re: food', 're: food'],
    ['RE: food', 're: food'],
    ['re: re: food', 're: food'],
    ['Re:re :  Re: food', 're: food'],
    ['regarding food', 're: regarding food'],
    ['', ''],
    ['  ', ''],
    ['re:', ''],
  ])('takes over %j as %j', (before, after) => {
    expect(carriedWarning(before)).toBe(after)
    expect(carriedWarning(carriedWarning(before))).toBe(after)
  })

  it('stands there from the start and can be taken off', () => {
    expect(startOfReply(me('public'), post({ spoiler_text: 'food' }))).toMatchObject({
      warned: true,
      warning: 're: food',
    })
    expect(startOfReply(me('public'), post())).toMatchObject({ warned: false, warning: '' })
  })
})

describe('Whom a reply names', () => {
  it('is the author, then everybody who was named, each once and never oneself', () => {
    const mentions = [
      { id: '9', acct: 'me' },
      { id: '2', acct: 'kestrel@kite.example' },
      { id: '1', acct: 'tansy' },
    ]
    expect(openingMentions(post({ mentions }), '9')).toBe('@tansy @kestrel@kite.example ')
  })

  it('is nobody when one answers oneself alone', () => {
    expect(openingMentions(post(), '1')).toBe('')
  })
})

describe('Who sees a reply', () => {
  it.each([
    ['public', 'private', 'private'],
    ['unlisted', 'public', 'unlisted'],
    ['private', 'public', 'private'],
    ['direct', 'public', 'direct'],
    ['public', 'public', 'public'],
  ] as const)('to a post for %s, by somebody who usually posts for %s: %s', (answered, usual, seen) => {
    expect(startOfReply(me(usual), post({ visibility: answered })).visibility).toBe(seen)
    expect(narrower(answered, usual)).toBe(seen)
  })

  it('is never more people than saw what it answers', () => {
    expect(boundsOf({ visibility: 'private' })).toEqual({ widest: 'private', localOnly: false })
    expect(reachesFurther('unlisted', 'private')).toBe(true)
    expect(reachesFurther('private', 'private')).toBe(false)
    expect(reachesFurther('direct', 'private')).toBe(false)
  })

  it('stays in this community when what it answers does', () => {
    expect(boundsOf({ visibility: 'public', local_only: true }).localOnly).toBe(true)
    expect(startOfReply(me('public'), post({ local_only: true })).localOnly).toBe(true)
  })
})
