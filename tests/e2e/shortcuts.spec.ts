import { expect, type Page } from 'playwright/test'
import { looksRight } from './support/looks.ts'
import { test } from './support/people.ts'
import { postWith } from './support/screen.ts'

/** Keys are listened to a moment after the page stands: presses the first key until it is heard. */
async function pressUntil(page: Page, key: string, heard: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key)
    await heard()
  }).toPass()
}

test('I read, open, answer and go by single keys, see them listed, and switch them off', async ({ page, person }) => {
  const ann = await person('ann')
  await ann.writes('Third, under a warning.', { spoiler_text: 'food' })
  await ann.writes('Second of all.')
  await ann.writes('First of all.')
  await ann.opens(page, '/home')
  await expect(postWith(page, 'First of all.')).toBeVisible()

  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await pressUntil(page, '?', () => expect(list).toBeVisible({ timeout: 300 }))
  await looksRight(page)
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()

  await page.keyboard.press('j')
  await expect(postWith(page, 'First of all.')).toBeFocused()
  await page.keyboard.press('j')
  await expect(postWith(page, 'Second of all.')).toBeFocused()
  await page.keyboard.press('k')
  await expect(postWith(page, 'First of all.')).toBeFocused()
  await page.keyboard.press('r')
  const reply = page.getByRole('form', { name: /^Reply to/ })
  await expect(reply.getByRole('textbox').first()).toBeFocused()
  await page.keyboard.type('just words')
  await expect(reply.getByRole('textbox').first()).toHaveValue(/just words$/)
  await page.keyboard.press('Escape')

  await page.keyboard.press('j')
  await page.keyboard.press('j')
  const warned = postWith(page, 'Third, under a warning.')
  await expect(warned).toBeFocused()
  await page.keyboard.press('f')
  await expect(warned.getByRole('button', { name: /^Liked/ }).first()).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('x')
  await expect(warned.getByText('Third, under a warning.')).toBeVisible()

  await page.keyboard.press('g')
  await page.keyboard.press('n')
  await expect(page).toHaveURL(/\/inbox$/)
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await expect(page).toHaveURL(/\/home$/)
  const box = page.getByRole('textbox', { name: 'What do you want to say?' })
  await expect(postWith(page, 'First of all.')).toBeVisible()
  await pressUntil(page, 'n', () => expect(box).toBeFocused({ timeout: 300 }))
  await page.keyboard.type('j is a letter here')
  await expect(box).toHaveValue('j is a letter here')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Escape')

  await page.keyboard.press('?')
  await list.getByRole('checkbox', { name: 'Single keys do something on this device' }).uncheck()
  await list.getByRole('button', { name: 'Close' }).click()
  await page.keyboard.press('g')
  await page.keyboard.press('n')
  await expect(page).toHaveURL(/\/home$/)
})
