import { expect } from 'playwright/test'
import { fitsSmall, looksRight } from './support/looks.ts'
import { test } from './support/people.ts'
import { postWith, said } from './support/screen.ts'

test('I take the first steps: who I am, a post with a warning that only I see, and somebody to follow', async ({
  page,
  elsewhere,
  person,
  community,
}) => {
  const [ann, ben, cem] = [await person('ann'), await person('ben'), await person('cem')]
  await ben.api('PATCH', '/api/v1/accounts/update_credentials', { discoverable: true })
  await ben.writes('Bread on Friday.')
  await ann.opens(page, '/home')
  await page.getByRole('link', { name: /Take the first steps/ }).click()
  const steps = page.getByRole('list', { name: 'First steps, four of them' })
  await expect(steps.locator('[aria-current]')).toHaveText(/You/)
  await looksRight(page)
  await fitsSmall(page)
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Ann of the garden')
  await page.getByRole('button', { name: 'Save and go on' }).click()

  await expect(steps.locator('[aria-current]')).toHaveText(/Warnings/)
  await expect(page.getByText('What you live through yourself never needs one.').first()).toBeVisible()
  const box = page.getByRole('form', { name: 'A post to practise with' })
  await box.getByRole('textbox', { name: 'Write anything' }).fill(`Soup for @${cem.name}`)
  await box.getByRole('button', { name: 'Post', exact: true }).press('Enter')
  await expect(said(page, 'Leave names with @ out')).toHaveCount(1)
  await box.getByRole('textbox', { name: 'Write anything' }).fill('Soup at eight.')
  await box.getByRole('button', { name: 'CW', exact: true }).click()
  await box.getByRole('textbox', { name: 'Content warning' }).fill('food')
  await looksRight(page)
  await fitsSmall(page)

  // the server goes away in the middle: what was written stays, and appears once
  await community.crash()
  await box.getByRole('button', { name: 'Post', exact: true }).click()
  await expect(page.getByText('Not posted yet: the server does not answer.')).toBeVisible()
  await community.revive()
  await expect(page.getByRole('heading', { name: 'Only you see this post.' })).toBeVisible()
  const post = page.getByRole('article')
  await expect(post.getByText('only you', { exact: true })).toBeVisible()
  await expect(post.getByText('Soup at eight.')).toBeHidden()
  await post.getByText('Show', { exact: true }).click()
  await expect(post.getByText('Soup at eight.')).toBeVisible()
  await looksRight(page)
  await cem.opens(elsewhere, `/@${ann.name}`)
  await expect(elsewhere.getByRole('heading', { level: 1, name: 'Ann of the garden' })).toBeVisible()
  await expect(elsewhere.getByText('Soup at eight.')).toBeHidden()
  await page.getByRole('button', { name: 'Take it away again' }).click()
  await expect(box).toBeVisible()
  await page.getByRole('button', { name: 'Skip this step' }).click()

  await page.getByRole('article').filter({ hasText: ben.name }).getByRole('button', { name: 'Follow' }).click()
  await expect(page.getByRole('button', { name: 'Following' })).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  await page.getByRole('button', { name: 'Go on' }).click()
  await looksRight(page)
  await page.getByRole('button', { name: 'Go to your home' }).click()
  await expect(postWith(page, 'Bread on Friday.')).toBeVisible()
  await page.goto(`${community.url}/home`)
  await expect(page.getByRole('link', { name: /Take the first steps/ })).toBeHidden()
})
