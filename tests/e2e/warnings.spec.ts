import { expect } from 'playwright/test'
import type { Status } from '../../shared/api/wire.ts'
import { fitsSmall, looksRight } from './support/looks.ts'
import { type Person, test } from './support/people.ts'
import { postWith, said, writingBox } from './support/screen.ts'

/** What the server has of somebody's newest post; a post appears on the screen when it answered, or a little before. */
const newest = async ({ api, id }: Person) =>
  (await api<Status[]>('GET', `/api/v1/accounts/${id}/statuses?limit=1`)).at(0) ?? {}

test('I open the warning with a shortcut, and close it the same way', async ({ page, person }) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  const box = writingBox(page)
  await box.text.fill('Soup recipe')
  await expect(box.cw).toHaveAttribute('aria-keyshortcuts', 'Control+Shift+X')
  await box.text.press('Control+Shift+X')
  await expect(box.warning).toBeFocused()
  await expect(box.cw).toHaveAttribute('aria-pressed', 'true')
  await expect(said(page, 'Content warning opened.')).toHaveCount(1)
  await box.warning.press('Control+Shift+X')
  await expect(box.text).toBeFocused()
  await expect(box.warning).toBeHidden()
  await expect(said(page, 'Posting without a content warning.')).toHaveCount(1)
})

test('I warn of several topics and in my own words', async ({ page, person }) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  const box = writingBox(page)
  await box.cw.click()
  await box.topic('police violence').click()
  await box.topic('alcohol').click()
  await box.topic('food').click()
  await expect(box.warning).toHaveValue('police violence, alcohol, food')
  await box.topic('alcohol').click()
  await expect(box.topic('alcohol')).toHaveAttribute('aria-pressed', 'false')
  await expect(box.topic('food')).toHaveAttribute('aria-pressed', 'true')
  await box.warning.press('End')
  await box.warning.pressSequentially(', a long evening')
  await looksRight(page)
  await box.warning.press('Enter')
  await expect(box.text).toBeFocused()
  await box.text.fill('What happened at the square.')
  await box.post.click()
  const post = postWith(page, 'a long evening')
  await expect(post.getByText('What happened at the square.')).toBeHidden()
  await expect(post, 'its name says the warning, and nothing below it').toHaveAccessibleName(
    /police violence ?, food ?, a long evening$/,
  )
  await expect(box.warning, 'the next post starts without a warning').toBeHidden()
  await expect
    .poll(() => newest(ann))
    .toMatchObject({
      spoiler_text: 'police violence, food, a long evening',
      warning_topics: ['police-violence', 'food'],
    })
})

test('My own words alone are a warning, and a topic that I type is chosen', { tag: '@long' }, async ({
  page,
  person,
}) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  const box = writingBox(page)
  await box.cw.click()
  await box.warning.fill('my landlord, Food')
  await expect(box.topic('food')).toHaveAttribute('aria-pressed', 'true')
  await box.warning.fill('my landlord')
  await expect(box.topic('food')).toHaveAttribute('aria-pressed', 'false')
  await box.text.fill('He came by again.')
  await box.post.click()
  await expect(postWith(page, 'my landlord').getByText('He came by again.')).toBeHidden()
  await expect
    .poll(() => newest(ann))
    .toMatchObject({ spoiler_text: 'my landlord', warning_topics: [], sensitive: true })
})

test('I change my mind about a warning, and nothing of it is posted', { tag: '@long' }, async ({ page, person }) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  const box = writingBox(page)
  await box.text.fill('Only a recipe.')
  await box.cw.click()
  await box.topic('food').click()
  await box.cw.click()
  await box.cw.click()
  await expect(box.warning, 'what I wrote is still there').toHaveValue('food')
  await box.cw.click()
  await box.post.click()
  await expect(postWith(page, 'Only a recipe.').getByText('Only a recipe.')).toBeVisible()
  await expect.poll(() => newest(ann)).toMatchObject({ spoiler_text: '', warning_topics: [] })
})

test('A warned post stays folded until I open it, and then stays open', async ({ page, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.follows(ben)
  const warning = { spoiler_text: 'food, the canteen', warning_topics: ['food', 'abuse', 'alcohol'] }
  await ben.writes('The soup was cold.', warning)
  await ann.opens(page, '/home')
  const post = postWith(page, 'the canteen')
  const text = post.getByText('The soup was cold.')
  await expect(post.locator('summary')).toContainText('CW')
  await expect(post.locator('summary')).toContainText('food, the canteen')
  await expect(post.locator('summary')).toContainText('Show')
  await expect(post, 'topics that the line leaves out are heard, too').toHaveAccessibleName(
    /food ?, the canteen abuse alcohol$/,
  )
  await expect(text).toBeHidden()
  await looksRight(page)
  await post.locator('summary').click()
  await expect(text).toBeVisible()
  await expect(post.locator('summary')).toContainText('Hide')
  await looksRight(page)
  await post.locator('time').click()
  await expect(page).toHaveURL(new RegExp(`/@${ben.name}/\\d+$`))
  await expect(text).toBeVisible()
  await page.goBack()
  await expect(text).toBeVisible()
  await post.locator('summary').press('Enter')
  await expect(text).toBeHidden()
})

test('The topics stand in one row on a phone, which I push along', async ({ page, person }) => {
  const ann = await person('ann')
  await ann.opens(page, '/write')
  const box = writingBox(page)
  await box.cw.click()
  await expect(box.topic('food')).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  await page.setViewportSize({ width: 390, height: 844 })
  const row = box.form.getByRole('group', { name: 'Topics used here' })
  const { height = 0 } = (await row.boundingBox()) ?? {}
  const { height: chip = 0 } = (await box.topic('food').boundingBox()) ?? {}
  expect(height).toBeLessThan(2 * chip)
  await box.topic('long').click()
  await expect(box.warning).toHaveValue('long')
})
