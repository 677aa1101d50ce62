import { expect, test } from 'vitest'
import { guestWords } from '../../../client/locales/en/mediation-guest.ts'
import { type StandingName, standings } from '../../../shared/locales/en/mediation.ts'
import { mediationLetter } from '../../../shared/locales/en/mediation-letter.ts'
import { mediationNoteTexts } from '../../../shared/locales/en/mediation-note.ts'
import { grade } from '../../support/reading-age.ts'

test('what a case says about where it stands is plain enough for a twelve-year-old', () => {
  const all = Object.values(standings).map(({ title, text, next }) => `${title}. ${text} ${next}`)
  expect(grade(all.join(' '))).toBeLessThanOrEqual(7)
  const names: StandingName[] = ['invitation', 'divert', 'crisis', 'invited', 'not_taken_up']
  for (const name of names)
    expect([name, grade(`${standings[name].text} ${standings[name].next}`) <= 7]).toEqual([name, true])
})

test('what somebody of another server reads before they are let in is plain enough for a twelve-year-old', () => {
  const { before, after } = mediationNoteTexts
  expect(grade([...before('Our place'), ...after].join(' '))).toBeLessThanOrEqual(7)
  const { title, lede, facts, signInText, codeNote, no } = guestWords
  expect(grade([`${title}.`, lede, ...facts, signInText, codeNote, no].join(' '))).toBeLessThanOrEqual(7)
  const { askLede, askFacts, askHarm, backLede, backFacts, whoLede, keptHere, link, noPush, noPushAsked } = guestWords
  expect(grade([askLede, ...askFacts, askHarm].join(' '))).toBeLessThanOrEqual(7)
  expect(grade([backLede, ...backFacts, whoLede, keptHere, link].join(' '))).toBeLessThanOrEqual(7)
  expect(grade(`${noPush} ${noPushAsked}`), 'how they see what became of it').toBeLessThanOrEqual(7)
})

test('a mail says nothing of what waits', () => {
  const { subject, text } = mediationLetter('Our place', 'https://our.example/inbox')
  expect(subject).toBe('You have a message on Our place')
  expect(text).not.toMatch(/mediat|disagree|case|invit/i)
})
