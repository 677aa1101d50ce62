import { expect } from 'playwright/test'
import { fitsSmall, looksRight } from './support/looks.ts'
import { test } from './support/people.ts'
import { said } from './support/screen.ts'

test('I put a hashtag and a person on my profile, and others find them there', { tag: '@long' }, async ({
  page,
  elsewhere,
  person,
  community,
}) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.writes('Fresh #Bread')
  await ann.follows(ben)
  await ann.opens(page, `/@${ben.name}`)
  await page.locator('main').getByRole('button', { name: /^More/ }).first().click()
  await page.getByRole('menuitemcheckbox', { name: /Show on my profile/ }).click()
  await expect(said(page, `${ben.name} stands on your profile.`).first()).toBeAttached()
  await page.goto(`${community.url}/settings/profile`)
  const part = page.getByRole('region', { name: 'Hashtags on your profile' })
  await part.getByRole('button', { name: '#Bread' }).click()
  await expect(part.getByRole('link', { name: '#Bread' })).toBeVisible()
  await part.getByRole('textbox', { name: 'Hashtag' }).fill('two words')
  await part.getByRole('button', { name: 'Put it on my profile' }).click()
  await expect(part.getByText(/this is no hashtag/)).toBeVisible()
  await part.getByRole('textbox', { name: 'Hashtag' }).fill('gardens')
  await part.getByRole('button', { name: 'Put it on my profile' }).click()
  await expect(part.getByRole('link', { name: '#gardens' })).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  await part.getByRole('button', { name: 'Remove #gardens' }).click()
  await expect(part.getByRole('link', { name: '#gardens' })).toBeHidden()
  await ben.opens(elsewhere, `/@${ann.name}`)
  await expect(elsewhere.getByRole('link', { name: '#Bread' }).first()).toBeVisible()
  await expect(elsewhere.getByText('Likes to read')).toBeVisible()
  await looksRight(elsewhere)
  await fitsSmall(elsewhere)
})
