import { expect } from 'playwright/test'
import { looksRight } from './support/looks.ts'
import { test } from './support/people.ts'
import { said } from './support/screen.ts'

test('I see who of those I know follows somebody, note something for myself, and take a follower away', {
  tag: '@long',
}, async ({ page, person }) => {
  const [ann, ben, cay] = [await person('ann'), await person('ben'), await person('cay')]
  await ann.follows(cay)
  await cay.follows(ben)
  await ben.follows(ann)
  await ann.opens(page, `/@${ben.name}`)
  const main = page.getByRole('main')
  await expect(main.getByText('Followed by people you know:')).toContainText(cay.name)
  await main.getByRole('button', { name: 'Note something for yourself' }).click()
  await main.getByRole('textbox', { name: 'Your note' }).fill('Met at the book fair.')
  await looksRight(page)
  await main.getByRole('button', { name: 'Keep the note' }).click()
  await expect(said(page, 'The note is kept.')).toHaveCount(1)
  await page.reload()
  await expect(main.getByText('Met at the book fair.')).toBeVisible()
  await main.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: /^Remove this follower/ }).click()
  await expect(said(page, `${ben.name} no longer follows you.`)).toHaveCount(1)
  await expect(main.getByText('follows you')).toHaveCount(0)
  await main.getByRole('link', { name: 'followed by 1' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Who follows ${ben.name}`)
  await expect(main.getByRole('list', { name: `Who follows ${ben.name}` }).getByRole('link')).toHaveText([cay.name])
  await looksRight(page)
  await main.getByRole('link', { name: 'Follows', exact: true }).click()
  await expect(main.getByText('Nobody to show')).toBeVisible()
})
