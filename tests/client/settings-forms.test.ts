import { describe, expect, it } from 'vitest'
import { inviteState } from '../../client/features/people/invite-state.ts'
import { fromRuleLine, toRuleLine } from '../../client/features/settings/rule-lines.ts'
import { isPort, smtpUrl } from '../../client/features/settings/smtp.ts'
import type { Invite } from '../../shared/api/community.ts'

describe('A mail server given in parts', () => {
  const parts = { host: 'mail.example.org', port: '465', user: 'ada@example.org', password: 'a:b/c@d', from: '' }

  it('becomes one address, with every part escaped', () => {
    const url = new URL(smtpUrl(parts))
    expect([url.protocol, url.hostname, url.port]).toEqual(['smtps:', 'mail.example.org', '465'])
    expect(decodeURIComponent(url.username)).toBe('ada@example.org')
    expect(decodeURIComponent(url.password)).toBe('a:b/c@d')
  })

  it('is encrypted from its first byte on port 465 only, and needs no user', () => {
    expect(smtpUrl({ ...parts, port: '587', user: '', password: 'unused' })).toBe('smtp://mail.example.org:587')
  })

  it('has a port that is a port', () => {
    expect(['25', '465', ' 587 ', '65535'].every(isPort)).toBe(true)
    expect(['', '0', '65536', '25a', '-1', '1e3'].some(isPort)).toBe(false)
  })
})

describe('A rule that is edited', () => {
  const rule = {
    id: '7',
    text: 'No harassment',
    hint: 'An example.',
    children: [
      { id: '8', text: 'Doxxing', hint: 'Even to help.' },
      { id: '9', text: 'Circumventing blocks', hint: '' },
    ],
  }

  it('comes back as it was when nothing was changed', () => {
    expect(fromRuleLine(toRuleLine(rule))).toEqual(rule)
  })

  it('keeps the ids of the lines that moved or were reworded, and gives new lines none', () => {
    const line = { ...toRuleLine(rule), below: 'Circumventing blocks\n\nDoxxing\nMocking accounts' }
    expect(fromRuleLine(line)).toMatchObject({
      children: [
        { id: '9', text: 'Circumventing blocks' },
        { id: '8', text: 'Doxxing', hint: 'Even to help.' },
        { text: 'Mocking accounts' },
      ],
    })
    const reworded = fromRuleLine({
      ...toRuleLine(rule),
      below: 'Publishing where someone lives\nCircumventing blocks',
    })
    expect(reworded).toMatchObject({ children: [{ id: '8', text: 'Publishing where someone lives' }, { id: '9' }] })
  })
})

describe('An invite', () => {
  const now = Date.parse('2026-11-22T12:00:00.000Z')
  const invite: Invite = {
    id: '1',
    code: 'fern',
    url: 'http://localhost/join?invite=fern',
    uses: 1,
    max_uses: 2,
    expires_at: '2026-11-22T12:00:01.000Z',
    comment: null,
    created_by: 'ada',
    withdrawn_at: null,
  }

  it('lets people in until it is used up, has run out, or was taken back', () => {
    expect(inviteState(invite, now)).toBe('open')
    expect(inviteState({ ...invite, max_uses: null, expires_at: null, uses: 99 }, now)).toBe('open')
    expect(inviteState({ ...invite, uses: 2 }, now)).toBe('used')
    expect(inviteState(invite, now + 1000)).toBe('over')
    expect(inviteState({ ...invite, uses: 2, withdrawn_at: '2026-11-22T11:00:00.000Z' }, now)).toBe('withdrawn')
  })
})
