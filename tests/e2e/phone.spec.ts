import { expect } from 'playwright/test'
import { test } from './support/people.ts'
import { postWith, writingBox } from './support/screen.ts'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

test('On a phone the ways stand in a bar at the bottom, five words wide', async ({ page, person }) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  const bar = page.getByRole('navigation', { name: 'Main' })
  const words = bar.getByRole('listitem').filter({ visible: true })
  await expect(words).toHaveText(['Home', 'Local', 'Write', 'Inbox', 'More'])
  const { x, y, width, height } = (await bar.boundingBox()) ?? { x: 1, y: 0, width: 0, height: 0 }
  expect([x, width]).toEqual([0, 390])
  expect(y + height).toBe(844)
  for (const word of ['Local', 'Write', 'Inbox', 'Home']) {
    await bar.getByRole('link', { name: word }).tap()
    await expect(bar.getByRole('link', { name: word })).toHaveAttribute('aria-current', 'page')
  }
  await bar.getByRole('button', { name: 'More' }).tap()
  await page.getByRole('menuitem', { name: 'Profile' }).tap()
  await expect(page).toHaveURL(new RegExp(`/@${ann.name}$`))
  await bar.getByRole('button', { name: 'More' }).tap()
  await page.getByRole('menuitem', { name: 'Log out' }).tap()
  await expect(page).toHaveURL(/\/about$/)
})

test('On a phone everything to press is large enough for a thumb', async ({ page, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.follows(ben)
  await ben.follows(ann)
  await ben.writes(`@${ann.name} look`, { spoiler_text: 'food' })
  for (const path of ['/home', '/inbox', `/@${ben.name}`, '/settings/profile', '/requests']) {
    await ann.opens(page, path)
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveCount(1)
    if (path === '/home') {
      await postWith(page, 'food').getByRole('button', { name: 'Reply' }).tap()
      await expect(writingBox(page, ben.name).topic('food')).toBeVisible()
    }
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, summary, nav a, input:not(.sr), label:has(input), textarea')]
        .filter((one) => one.checkVisibility() && !(one.matches('input') && one.closest('label')))
        .map((one) => ({ words: one.textContent?.trim().slice(0, 30), size: one.getBoundingClientRect() }))
        .filter(({ size }) => size.height > 1 && (size.height < 43.5 || size.width < 24))
        .map(({ words, size }) => `${words}: ${Math.round(size.width)} × ${Math.round(size.height)}`),
    )
    expect(small, path).toEqual([])
    const tight = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('article header a')]
        .map((one) => ({ words: one.textContent, size: one.getBoundingClientRect() }))
        .filter(({ size }) => size.height < 23.5)
        .map(({ words, size }) => `${words}: ${Math.round(size.width)} × ${Math.round(size.height)}`),
    )
    expect(tight, path).toEqual([])
  }
})
