import { expect } from 'playwright/test'
import sharp from 'sharp'
import { fitsSmall, looksRight } from './support/looks.ts'
import { test } from './support/people.ts'
import { said } from './support/screen.ts'

const banner = () =>
  sharp({ create: { width: 900, height: 500, channels: 3, background: '#28536c' } })
    .jpeg()
    .toBuffer()

test('I say in lines where else I am, put a banner above, and others see both', async ({ page, elsewhere, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.opens(page, '/settings/profile')
  await page.getByRole('textbox', { name: 'About you' }).fill(`I keep papers with @${ben.name}.`)
  await page.getByRole('button', { name: 'Add a line' }).click()
  await page.getByRole('textbox', { name: 'Line 1: what it says' }).fill('https://papers.example/about-the-archive')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Say what this line is, such as Website.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Line 1: what it is' })).toBeFocused()
  await page.getByRole('textbox', { name: 'Line 1: what it is' }).fill('Archive')
  await page.getByRole('button', { name: 'Add a line' }).click()
  await page.getByRole('textbox', { name: 'Line 2: what it is' }).fill('Pronouns')
  await page.getByRole('textbox', { name: 'Line 2: what it says' }).fill('they')
  await page
    .getByLabel('Choose a banner')
    .setInputFiles({ name: 'shelves.jpg', mimeType: 'image/jpeg', buffer: await banner() })
  await page.getByRole('textbox', { name: 'What is to be seen on it' }).fill('Shelves full of paper')
  await page.getByRole('checkbox', { name: /^Keep my connections/ }).check()
  await looksRight(page)
  await fitsSmall(page)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(said(page, 'Your profile is saved.')).toHaveCount(1)
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Line 2: what it says' })).toHaveValue('they')
  await expect(page.getByRole('checkbox', { name: /^Keep my connections/ })).toBeChecked()
  await page.getByRole('button', { name: 'Remove line 2' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(said(page, 'Your profile is saved.')).toHaveCount(1)

  await ben.opens(elsewhere, `/@${ann.name}`)
  const main = elsewhere.getByRole('main')
  await expect(main.getByRole('img', { name: 'Shelves full of paper' })).toBeVisible()
  await expect(main.getByRole('term')).toHaveText(['Archive'])
  await expect(main.getByRole('link', { name: /papers\.example/ })).toBeVisible()
  await expect(main.getByRole('link', { name: `@${ben.name}` })).toHaveAttribute('href', `/@${ben.name}`)
  await looksRight(elsewhere)
  await page.getByRole('button', { name: 'Take it away: Banner' }).click()
  await expect(said(page, 'It is taken away.')).toHaveCount(1)
})
