import { expect } from 'playwright/test'
import { fitsSmall, looksRight } from './support/looks.ts'
import { test } from './support/people.ts'
import { postWith, said, writingBox } from './support/screen.ts'

/** An hour and more ahead, as the browser's field has it. */
const inHours = (hours: number) => {
  const at = new Date(Date.now() + hours * 3_600_000)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

test('I put a post off, the server goes away in the middle, and it waits once; I move it and take it back', async ({
  page,
  person,
  community,
}) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  const box = writingBox(page)
  await box.text.fill('The assembly begins.')
  await box.form.getByRole('button', { name: 'Later', exact: true }).click()
  const when = box.form.getByLabel('When to post it')
  await expect(when).toBeFocused()
  await when.fill(inHours(-1))
  await box.form.getByRole('button', { name: 'Post later' }).press('Enter')
  await expect(said(page, 'Choose a time five minutes from now')).toHaveCount(1)
  await when.fill(inHours(2))
  await looksRight(page)
  await fitsSmall(page)

  await community.crash()
  await box.form.getByRole('button', { name: 'Post later' }).click()
  await expect(page.getByText('Not posted yet: the server does not answer.')).toBeVisible()
  await expect(box.text).toHaveValue('The assembly begins.')
  await community.revive()
  await expect(said(page, 'Kept. It is posted on').first()).toBeAttached()
  await expect(box.text).toHaveValue('')
  await expect(postWith(page, 'The assembly begins.')).toBeHidden()

  await page.goto(`${community.url}/scheduled`)
  const waiting = page.getByRole('list', { name: 'Posts that wait' }).getByRole('listitem')
  await expect(waiting).toHaveCount(1)
  await expect(waiting).toContainText('The assembly begins.')
  await looksRight(page)
  await fitsSmall(page)
  const before = await waiting.getByRole('heading').textContent()
  await waiting.getByRole('button', { name: 'Change the time' }).click()
  await waiting.getByLabel('When to post it').fill(inHours(30))
  await looksRight(page)
  await waiting.getByRole('button', { name: 'Save the time' }).click()
  await expect(waiting.getByRole('heading')).not.toHaveText(before ?? '')
  await waiting.getByRole('button', { name: 'Take it back' }).click()
  await waiting.getByRole('button', { name: 'Leave it' }).click()
  await waiting.getByRole('button', { name: 'Take it back' }).click()
  await looksRight(page)
  await waiting.getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByText('Nothing waits')).toBeVisible()
  await looksRight(page)
})
