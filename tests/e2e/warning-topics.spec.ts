import { expect } from 'playwright/test'
import { fitsSmall, looksRight } from './support/looks.ts'
import { test } from './support/people.ts'
import { writingBox } from './support/screen.ts'

test('A moderator edits the topics, and the writing box offers them at once', async ({ page, person, community }) => {
  const guard = await person('guard')
  await community.admin('accounts', 'modify', guard.name, '--add-role', 'moderator')
  const label = `eclipses ${guard.name.slice(-6)}`
  await guard.opens(page, '/settings/warnings')
  await page.getByRole('link', { name: 'Edit the topics that are offered' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Topics for warnings' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'sexual assault' }).first()).toBeVisible()
  await expect(page.getByText(/posts? for everybody|Nothing was posted/)).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)

  await page.getByRole('button', { name: 'Add a topic' }).click()
  const form = page.getByRole('form', { name: 'Add a topic' })
  await expect(form.getByRole('textbox', { name: 'Topic' })).toBeFocused()
  await form.getByRole('textbox', { name: 'Topic' }).fill('food')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByText('There is a topic of that name.').first()).toBeVisible()
  await form.getByRole('textbox', { name: 'Topic' }).fill(label)
  await form.getByRole('textbox', { name: 'Other words for it' }).fill(`dark noon ${guard.name.slice(-6)}`)
  await form.getByRole('combobox', { name: 'What it is' }).selectOption('a courtesy')
  await form.getByRole('textbox', { name: 'Advice for writing' }).fill('Say whether there are pictures of the sun.')
  await looksRight(page)
  await form.getByRole('button', { name: 'Save' }).click()
  const line = page.getByRole('listitem').filter({ hasText: label })
  await expect(line).toContainText('Say whether there are pictures of the sun.')
  await expect(line).toContainText('dark noon')

  await page.goto(`${community.url}/home`)
  const box = writingBox(page)
  await box.cw.click()
  await box.topic(label).click()
  await expect(box.warning).toHaveValue(label)
  await expect(box.form.getByText('Say whether there are pictures of the sun.')).toBeVisible()
  await looksRight(page)
  // an empty line is no draft: the box starts anew the next time
  await box.topic(label).click()
  await box.cw.click()

  await page.goto(`${community.url}/settings/warnings/topics`)
  await line.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'No longer offer' }).click()
  await expect(line.getByRole('button', { name: `Offer again: ${label}` })).toBeFocused()
  await page.goto(`${community.url}/home`)
  await box.cw.click()
  await expect(box.topic('food')).toBeVisible()
  await expect(box.topic(label)).toHaveCount(0)
})

test('A member finds no way to the topics, only to their own choices', async ({ page, person }) => {
  const ann = await person('ann')
  await ann.opens(page, '/settings/warnings/topics')
  await expect(page).toHaveURL(/\/home$/)
})

test('A spoiler says which work and up to where', { tag: '@long' }, async ({ page, person }) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  const box = writingBox(page)
  await box.cw.click()
  await box.topic('spoilers').click()
  await box.form.getByRole('textbox', { name: 'Spoiler: which work' }).fill('The Dispossessed')
  await box.form.getByRole('textbox', { name: 'Up to where' }).pressSequentially('chapter 3')
  await expect(box.warning).toHaveValue('Spoiler: The Dispossessed, up to chapter 3')
  await expect(box.topic('spoilers')).toHaveAttribute('aria-pressed', 'true')
  await looksRight(page)
  await fitsSmall(page)
  await box.topic('spoilers').click()
  await expect(box.warning).toHaveValue('')
})

test('The box takes no more topics than one warning can have, and says so', { tag: '@long' }, async ({
  page,
  person,
}) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  const box = writingBox(page)
  await box.cw.click()
  const chips = box.form.getByRole('group', { name: 'Topics used here' }).getByRole('button')
  await expect(chips.nth(8)).toBeAttached()
  for (let n = 0; n < 8; n += 1) await chips.nth(n).click()
  await expect(box.form.getByText('One warning can name 8 topics.')).toBeVisible()
  await expect(chips.nth(8)).toHaveAttribute('aria-disabled', 'true')
  const before = await box.warning.inputValue()
  await chips.nth(8).click({ force: true })
  await expect(box.warning).toHaveValue(before)
  await chips.nth(0).click()
  await expect(chips.nth(8)).not.toHaveAttribute('aria-disabled', 'true')
})

test('Words that others here warn with are offered while I write mine', async ({ page, person }) => {
  const ann = await person('ann')
  const words = `zz${ann.name.slice(-5)} trouble`
  for (const start of ['ben', 'cleo', 'dora']) {
    const other = await person(start)
    await other.writes('Words.', { spoiler_text: words })
  }
  await ann.opens(page, '/home')
  const box = writingBox(page)
  await box.cw.click()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await box.warning.pressSequentially('food, zz')
  const offered = box.form.getByRole('group', { name: 'Words others here warn with' })
  await offered.getByRole('button', { name: words }).click()
  await expect(box.warning).toHaveValue(`food, ${words}`)
  const told = asked.filter((url) => url.includes('/suggestions')).map((url) => new URL(url).searchParams.get('q'))
  expect(told, 'the server learns two letters').toEqual(['fo', 'zz'])
})
