import { expect } from 'playwright/test'
import { fitsSmall, looksRight } from './support/looks.ts'
import { test } from './support/people.ts'
import { said } from './support/screen.ts'

test('A moderator shows what several people write about, and members find it where they search and begin', {
  tag: '@long',
}, async ({ page, elsewhere, person, community }) => {
  const people = [await person('ann'), await person('ben'), await person('cem')]
  for (const one of people) await one.writes('For the #strike')
  const [ann] = people
  const mod = await person('mod')
  await community.admin('accounts', 'modify', mod.name, '--add-role', 'moderator')
  await community.advance('PT2H')
  await mod.opens(page, '/search')
  const waiting = page.getByRole('region', { name: 'Waiting for a word from you' })
  await expect(waiting.getByRole('link', { name: '#strike' })).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  await ann?.opens(elsewhere, '/search')
  await expect(elsewhere.getByText('What are you looking for?')).toBeVisible()
  await expect(elsewhere.getByRole('link', { name: '#strike' })).toBeHidden()
  await waiting.getByRole('button', { name: 'Show it: #strike' }).click()
  await expect(said(page, 'It is shown now.')).toHaveCount(1)
  await expect(page.getByRole('region', { name: 'In use here these days' })).toContainText('#strike')
  await elsewhere.reload()
  await expect(elsewhere.getByRole('link', { name: '#strike' })).toBeVisible()
  await expect(elsewhere.getByText('3 people in a week')).toBeVisible()
  await looksRight(elsewhere)
  await fitsSmall(elsewhere)

  await elsewhere.goto('/first-steps?step=3')
  const offered = elsewhere.getByRole('region', { name: 'Hashtags to follow' })
  await offered.getByRole('button', { name: 'Follow #strike' }).click()
  await expect(offered.getByRole('button', { name: 'Following #strike' })).toBeVisible()
  await looksRight(elsewhere)
  await fitsSmall(elsewhere)
  await elsewhere.goto('/search')

  await waiting.getByRole('button', { name: 'Leave it out: #strike' }).click()
  await elsewhere.reload()
  await expect(elsewhere.getByText('What are you looking for?')).toBeVisible()
  await expect(elsewhere.getByRole('link', { name: '#strike' })).toBeHidden()
})
