import { expect, type Page } from 'playwright/test'
import { looksRight } from './support/looks.ts'
import { test } from './support/people.ts'

const rootSize = (page: Page) =>
  page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize))
const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
const token = (page: Page, name: string) =>
  page.evaluate((asked) => getComputedStyle(document.documentElement).getPropertyValue(asked).trim(), name)

test('I choose larger text, high contrast and no movement for this device, and it holds on every page', async ({
  page,
  elsewhere,
  person,
  community,
}) => {
  const ann = await person('ann')
  await ann.opens(page, '/settings/reading')
  const part = page.getByRole('region', { name: 'How it looks on this device' })
  const before = await rootSize(page)
  await part.getByRole('radio', { name: 'Largest' }).check()
  expect(await rootSize(page)).toBe(before * 1.5)
  await part.getByRole('radio', { name: /^High/ }).check()
  expect(await token(page, '--ink')).toContain('#000')
  await part.getByRole('radio', { name: 'Nothing moves by itself' }).check()
  expect(await token(page, '--calm')).toMatch(/^0m?s$/)
  await looksRight(page)

  for (const path of ['/home', `/@${ann.name}`, '/write']) {
    await page.goto(community.url + path)
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached()
    expect(await rootSize(page)).toBe(before * 1.5)
    await looksRight(page)
  }
  // what the server wrote stands as chosen before the client is there, and no script has to come for it but its own
  await page.route('**/assets/**/*.js', (route) => route.abort())
  await page.goto(`${community.url}/about`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await rootSize(page)).toBe(before * 1.5)
  expect(await token(page, '--ink')).toContain('#000')
  await page.unroute('**/assets/**/*.js')

  await page.goto(`${community.url}/settings/reading`)
  await part.getByRole('radio', { name: 'Always dark' }).check()
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await paper(page)).toBe('rgb(0, 0, 0)')
  for (const kind of ['Size of the text', 'Contrast', 'Movement', 'Light or dark']) {
    await part.getByRole('group', { name: kind }).getByRole('radio', { name: 'As the device has it' }).check()
  }
  expect(await rootSize(page)).toBe(before)

  // the system's own wishes hold by themselves, and another device knows nothing of mine
  await page.emulateMedia({ contrast: 'more', reducedMotion: 'reduce' })
  expect(await token(page, '--ink')).toContain('#000')
  expect(await token(page, '--calm')).toMatch(/^0m?s$/)
  await ann.opens(elsewhere, '/home')
  expect(await rootSize(elsewhere)).toBe(before)
})
