import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { expect } from 'playwright/test'
import { fitsSmall, looksRight } from './support/looks.ts'
import { test } from './support/people.ts'
import { chooseFromMore, postWith, said } from './support/screen.ts'

test('I keep a post before it is deleted, read it, take it out, renew it and delete it', async ({
  page,
  person,
  community,
}) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.follows(ben)
  const post = await ben.writes(`@${ann.name} I know your street`, { visibility: 'direct' })
  await ann.opens(page, '/evidence')
  await expect(page.getByText('You keep nothing')).toBeVisible()
  await looksRight(page)
  await page.goto(`${community.url}/inbox`)
  await chooseFromMore(page, postWith(page, 'I know your street'), 'Keep evidence')
  await expect(said(page, 'A copy is kept for 90 days, for you alone.')).toHaveCount(1)
  await ben.api('DELETE', `/api/v1/statuses/${post.id}`)
  await page.getByRole('button', { name: 'Look at it' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kept evidence')
  const bundle = page.getByRole('listitem').filter({ hasText: `1 post by @${ben.name}@` })
  await bundle.getByRole('button', { name: /^Read it/ }).click()
  await expect(bundle).toContainText('I know your street')
  await expect(bundle).toContainText(/SHA-256 [0-9a-f]{64}/)
  await looksRight(page)
  await fitsSmall(page)

  const download = page.waitForEvent('download')
  await bundle.getByRole('link', { name: /^Take it out/ }).click()
  const files = unzipSync(readFileSync(await (await download).path()))
  expect(strFromU8(files['evidence.html'] ?? new Uint8Array())).toContain('I know your street')

  await bundle.getByRole('button', { name: /^Renew/ }).click()
  await expect(said(page, 'It is kept for 90 days from today.')).toHaveCount(1)
  await bundle.getByRole('button', { name: /^Delete/ }).click()
  await page.getByRole('dialog', { name: 'Delete this copy?' }).getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText('You keep nothing')).toBeVisible()
})
