import { expect } from 'playwright/test'
import { fitsSmall, looksRight } from './support/looks.ts'
import { test } from './support/people.ts'
import { postWith, said } from './support/screen.ts'

test('I fold what a word finds under a filter, its warning inside, and leave another word out', async ({
  page,
  person,
  community,
}) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.follows(ben)
  await ben.writes('A goal in the last minute.', { spoiler_text: 'sport' })
  await ben.writes('Leeks for sale.')
  await ann.opens(page, '/settings/filters')
  await page.getByRole('textbox', { name: 'Words' }).fill('goal')
  await page.getByRole('button', { name: 'Try the words' }).click()
  await expect(page.getByText('1 of the last 2 posts in your home')).toHaveCount(2)
  await page.getByRole('button', { name: 'Make the filter' }).click()
  await expect(said(page, 'The filter holds from now on.')).toHaveCount(1)
  await page.getByRole('textbox', { name: 'Words' }).fill('leeks')
  await page.getByRole('radio', { name: 'Leave the post out' }).check()
  await page.getByRole('button', { name: 'Make the filter' }).click()
  await expect(page.getByRole('button', { name: 'Take away: leeks' })).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  await page.goto(`${community.url}/home`)
  const post = page.getByRole('article').filter({ hasText: 'Filtered' })
  await expect(post).toContainText('goal')
  await expect(post.getByText('sport').filter({ visible: true })).toHaveCount(1)
  await expect(post.getByText('A goal in the last minute.')).toBeHidden()
  await expect(postWith(page, 'Leeks for sale.')).toHaveCount(0)
  await post.getByText('Show').first().click()
  await expect(post.getByText('sport').filter({ visible: true })).toHaveCount(1)
  await expect(post.getByText('A goal in the last minute.')).toBeHidden()
  await looksRight(page)
  await page.goto(`${community.url}/settings/filters`)
  await page.getByRole('button', { name: 'Take away: leeks' }).click()
  await page.goto(`${community.url}/home`)
  await expect(postWith(page, 'Leeks for sale.')).toBeVisible()
})
