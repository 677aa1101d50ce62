import { expect } from 'playwright/test'
import { newName, PASSWORD } from './support/community.ts'
import { fitsSmall, looksRight } from './support/looks.ts'
import { test } from './support/people.ts'
import { said } from './support/screen.ts'

test('I take my lists and posts along, and bring a list in that names some nobody knows', async ({ page, person }) => {
  const [ann, ben, cay] = [await person('ann'), await person('ben'), await person('cay')]
  await ann.follows(ben)
  await ann.writes('Something of mine')
  await ann.opens(page, '/settings/account')
  const take = page.getByRole('region', { name: 'Take along' })
  const [list] = await Promise.all([
    page.waitForEvent('download'),
    take.getByRole('link', { name: 'Whom you follow' }).click(),
  ])
  expect(list.suggestedFilename()).toBe('following_accounts.csv')
  await take.getByRole('button', { name: 'Write a file of my posts' }).click()
  await expect(take.getByText('Your file is ready.')).toBeVisible()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    take.getByRole('link', { name: 'Fetch the file' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('my-posts.zip')

  const bring = page.getByRole('region', { name: 'Bring along' })
  await bring.getByRole('button', { name: 'Bring it along' }).click()
  await expect(bring.getByText('Choose a file.')).toBeVisible()
  const csv = `Account address\n${cay.name}\nnobody@elsewhere.example\n`
  await bring.getByLabel('The file').setInputFiles({ name: 'f.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await bring.getByRole('button', { name: 'Bring it along' }).click()
  await expect(bring.getByText('1 of 2 lines came.')).toBeVisible()
  await bring.getByText('1 line could not come').click()
  await expect(bring.getByText('Not found here.')).toBeVisible()
  await page.getByRole('combobox', { name: 'Seen by' }).selectOption('Your followers')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(said(page, 'It is saved.')).toHaveCount(1)
  await looksRight(page)
  await fitsSmall(page)
})

test('I delete my account, am gone at once, and come back by logging in', async ({ page, elsewhere, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.writes('I was here')
  await ann.opens(page, '/settings/account')
  await page.getByRole('button', { name: 'Delete my account' }).click()
  const dialog = page.getByRole('dialog')
  await looksRight(page)
  await dialog.getByRole('textbox', { name: 'Your password' }).fill(PASSWORD)
  await dialog.getByRole('button', { name: 'Delete it' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You have left')
  await looksRight(page)
  await ben.opens(elsewhere, `/@${ann.name}`)
  await expect(elsewhere.getByText('I was here')).toHaveCount(0)
  await page.getByRole('link', { name: 'Come back' }).click()
  await page.getByRole('textbox', { name: 'Name or mail address' }).fill(ann.name)
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Log in', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are back')
  await looksRight(page)
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page).toHaveURL(/\/home$/)
  await elsewhere.reload()
  await expect(elsewhere.getByText('I was here')).toBeVisible()
})

test('I change my mail address, and it counts when I open the link in the mail', async ({
  page,
  community,
  person,
}) => {
  const ann = await person('ann')
  const next = `${newName('next')}@mail.example`
  await ann.opens(page, '/settings/account')
  await page.getByRole('button', { name: 'Change the address' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'The new address' }).fill(next)
  await dialog.getByRole('textbox', { name: 'Your password' }).fill(PASSWORD)
  await dialog.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByText(`We sent a link to ${next}.`)).toBeVisible()
  const [mail] = await community.mails(next)
  await page.goto(mail?.links.find((link) => link.includes('/address#')) ?? '')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your new address counts')
  await looksRight(page)
})
