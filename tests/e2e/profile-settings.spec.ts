import { expect } from 'playwright/test'
import sharp from 'sharp'
import type { CredentialAccount } from '../../shared/api/wire.ts'
import { fitsSmall, looksRight } from './support/looks.ts'
import { test } from './support/people.ts'
import { said } from './support/screen.ts'

const picture = () =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: '#2f6f4f' } })
    .withExif({ IFD0: { Artist: 'a camera' } })
    .png()
    .toBuffer()

test('I choose my name, what is said about me, and my picture', async ({ page, elsewhere, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.opens(page, '/settings/profile')
  await page.getByRole('textbox', { name: 'Name' }).fill('Ann of the Archive')
  await page.getByRole('textbox', { name: 'About you' }).fill('I keep papers. #archives https://papers.example')
  await page
    .getByLabel('Choose a picture')
    .setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: await picture() })
  await page.getByRole('checkbox', { name: /^Let people find me/ }).check()
  await page.getByRole('checkbox', { name: /^Let members find my public posts/ }).check()
  await expect(page.getByText('Chosen: me.png. It is kept when you save.')).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(said(page, 'Your profile is saved.')).toHaveCount(1)
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Ann of the Archive')
  await expect(page.getByRole('textbox', { name: 'About you' })).toHaveValue(
    'I keep papers. #archives https://papers.example',
  )

  const inDirectory = await ben.api<CredentialAccount[]>('GET', '/api/v1/directory?order=new&local=true&limit=80')
  expect(inDirectory.find(({ id }) => id === ann.id)).toMatchObject({ discoverable: true })
  const { source } = await ann.api<CredentialAccount>('GET', '/api/v1/accounts/verify_credentials')
  expect(source).toMatchObject({ discoverable: true, indexable: true })

  await ben.opens(elsewhere, `/@${ann.name}`)
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Ann of the Archive')
  await expect(elsewhere.getByRole('main').getByRole('link', { name: '#archives' })).toBeVisible()
  const shown = elsewhere.getByRole('main').locator('img').first()
  await expect(shown).toBeVisible()
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(400)
  const { avatar } = await ann.api<CredentialAccount>('GET', '/api/v1/accounts/verify_credentials')
  const kept = await (await fetch(avatar)).arrayBuffer()
  expect((await sharp(kept).metadata()).exif, 'what the camera wrote into it is gone').toBeUndefined()
})

test('A file that is no picture, whatever it is called, is refused in clear words', async ({ page, person }) => {
  const ann = await person('ann')
  await ann.opens(page, '/settings/profile')
  const choose = page.getByLabel('Choose a picture')
  await choose.setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: Buffer.from('This is only text.') })
  await expect(page.getByText('This file is not a picture that we can read.', { exact: true })).toBeVisible()
  await page.getByRole('textbox', { name: 'Name' }).fill('Ann')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(choose, 'I am led to what is wrong').toBeFocused()
  await expect(choose).toHaveAttribute('aria-invalid', 'true')
  await expect(choose).toHaveAccessibleDescription(/This file is not a picture that we can read/)
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Ann')
  await looksRight(page)
  await choose.setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Text.') })
  await expect(page.getByText('This file is not a picture that we can read.', { exact: true })).toBeVisible()
  const account = await ann.api<CredentialAccount>('GET', '/api/v1/accounts/verify_credentials')
  expect(account.avatar).toContain('avatar-missing')
})

test('I lock my account, and people have to ask', async ({ page, elsewhere, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.opens(page, '/settings/profile')
  await page.getByRole('checkbox', { name: /^Locked/ }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(said(page, 'Your profile is saved.')).toHaveCount(1)
  await ben.opens(elsewhere, `/@${ann.name}`)
  await expect(elsewhere.getByRole('button', { name: 'Ask to follow' })).toBeVisible()
})

test('A name or text that is too long is shown before it is sent', async ({ page, person }) => {
  const ann = await person('ann')
  await ann.opens(page, '/settings/profile')
  const name = page.getByRole('textbox', { name: 'Name' })
  await name.fill('x'.repeat(31))
  await expect(page.getByText('That is 1 too long.')).toBeVisible()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(name).toBeFocused()
  await expect(name).toHaveAttribute('aria-invalid', 'true')
})
