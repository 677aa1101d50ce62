import { expect, type Page } from 'playwright/test'
import { looksRight } from './support/looks.ts'
import { test } from './support/people.ts'
import { adds, hills, shows } from './support/pictures.ts'
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

test('Every key in the list does what it says, and what I had opened has the focus when I come back', {
  tag: '@long',
}, async ({ page, person }) => {
  test.slow()
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.follows(ben)
  await shows(ben, 'Hills', [await adds(ben, await hills(), 'Green hills.')])
  await ben.writes('The one to be at.')
  const home = async () => {
    await ann.opens(page, '/home')
    await expect(postWith(page, 'The one to be at.')).toBeVisible()
    await pressUntil(page, 'j', () => expect(postWith(page, 'The one to be at.')).toBeFocused({ timeout: 300 }))
  }
  await home()
  const post = postWith(page, 'The one to be at.')
  for (const key of ['o', 'Enter']) {
    await page.keyboard.press(key)
    await expect(page).toHaveURL(/\/\d+$/)
    await expect(page.getByText('Nobody has replied so far.')).toBeVisible()
    await page.goBack()
    await expect(post, `after ${key} and Back`).toBeFocused()
  }
  await page.keyboard.press('d')
  await expect(post.getByRole('button', { name: 'Saved' })).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('b')
  await expect(post.getByRole('button', { name: /^Boosted/ })).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('a')
  await expect(page.getByRole('menu').locator(':focus')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await page.keyboard.press('j')
  const pictured = page.getByRole('article').filter({ hasText: 'Hills' })
  await expect(pictured).toBeFocused()
  await page.keyboard.press('h')
  await expect(pictured.getByText('Covered by you.')).toBeVisible()
  await page.keyboard.press('h')
  await page.keyboard.press('e')
  await expect(page.getByRole('dialog').getByText('Green hills.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  for (const [key, leads] of [
    ['p', new RegExp(`/@${ben.name}$`)],
    ['m', /\/(share|write)\b/],
    ['q', /\/write\?quote=/],
    ['Alt+n', /\/write$/],
    ['/', /\/search$/],
    ['s', /\/search$/],
  ] as const) {
    await home()
    await page.keyboard.press(key)
    await expect(page, key).toHaveURL(leads)
  }
  await home()
  for (const [key, leads] of [
    ['l', /\/local$/],
    ['d', /\/conversations$/],
    ['f', /\/favourites$/],
    ['k', /\/bookmarks$/],
    ['i', /\/lists$/],
    ['u', new RegExp(`/@${ann.name}$`)],
    ['r', /\/requests$/],
    ['m', /\/pauses$/],
    ['b', /\/pauses$/],
    ['s', /\/settings\/profile$/],
    ['h', /\/home$/],
  ] as const) {
    await page.keyboard.press('g')
    await page.keyboard.press(key)
    await expect(page, `g ${key}`).toHaveURL(leads)
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await page.keyboard.press('Alt+x')
  await expect(page.getByRole('textbox', { name: 'Content warning' })).toBeFocused()
})
