import { expect, type Page } from 'playwright/test'
import type { Status } from '../../shared/api/wire.ts'
import { fitsSmall, looksRight } from './support/looks.ts'
import { test } from './support/people.ts'
import { chooseFromMore, postWith, said } from './support/screen.ts'

const main = (page: Page) => page.getByRole('main')

test('I pause a conversation for a day, and end the pause where my pauses stand', async ({
  page,
  person,
  community,
}) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  const root = await ann.writes('Who brings the soup?')
  await ben.writes(`@${ann.name} not me again`, { in_reply_to_id: root.id })
  await ann.opens(page, `/@${ann.name}/${root.id}`)
  await postWith(page, 'not me again').getByRole('button', { name: /^More/ }).click()
  await looksRight(page)
  await page.getByRole('menuitem', { name: 'Pause this conversation' }).click()
  const question = page.getByRole('dialog', { name: 'Pause this conversation?' })
  await expect(question.getByRole('radio', { name: 'A day' })).toBeChecked()
  await expect(question).toContainText('Nobody is told')
  await looksRight(page)
  await question.getByRole('button', { name: 'Pause', exact: true }).click()
  await expect(said(page, 'This conversation is paused.')).toHaveCount(1)
  await expect(postWith(page, 'not me again').getByRole('button', { name: /^More/ })).toBeFocused()
  expect((await ann.api<Status>('GET', `/api/v1/statuses/${root.id}`)).muted).toBe(true)
  await ben.writes(`@${ann.name} or perhaps me`, { in_reply_to_id: root.id })
  await page.goto(`${community.url}/inbox`)
  await expect(postWith(page, 'not me again')).toBeVisible()
  await expect(postWith(page, 'or perhaps me')).toHaveCount(0)

  await page.goto(`${community.url}/pauses`)
  const line = main(page)
    .getByRole('listitem')
    .filter({ hasText: `A conversation with ${ben.name}` })
  await expect(line).toContainText(/Until tomorrow at \d/)
  await looksRight(page)
  await fitsSmall(page)
  await line.getByRole('button', { name: /^End/ }).click()
  await expect(said(page, 'This conversation reaches you again.')).toHaveCount(1)
  await expect(page.getByText('Nothing is paused')).toBeVisible()
  await looksRight(page)
})

test('A pause that I began at one post is ended at another of the same conversation', async ({ page, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  const root = await ann.writes('Soup or stew?')
  await ben.writes(`@${ann.name} stew`, { in_reply_to_id: root.id })
  await ann.opens(page, `/@${ann.name}/${root.id}`)
  await chooseFromMore(page, postWith(page, 'stew').last(), 'Pause this conversation')
  await page.getByRole('radio', { name: 'Until I end it' }).check()
  await page.getByRole('button', { name: 'Pause', exact: true }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await chooseFromMore(page, postWith(page, 'Soup or stew?').first(), 'End the pause of this conversation')
  await expect(said(page, 'This conversation reaches you again.')).toHaveCount(1)
})

test('I pause a person from their profile for an hour, and they come back by themselves', async ({
  page,
  newCommunity,
}) => {
  const own = await newCommunity({ TEST_CLOCK: '1' })
  for (const name of ['ann', 'ben']) await own.member(name)
  const { id } = (await own.api('ben', 'GET', '/api/v1/accounts/verify_credentials')) as { id: string }
  await own.api('ann', 'POST', `/api/v1/accounts/${id}/follow`)
  await own.api('ben', 'POST', '/api/v1/statuses', { status: 'A word of Ben.' })
  await own.logIn(page.context(), 'ann')
  await page.goto(`${own.url}/@ben`)
  await chooseFromMore(page, main(page), 'Pause or mute ben')
  await page.getByRole('radio', { name: 'An hour' }).check()
  await looksRight(page)
  await page.getByRole('button', { name: 'Pause', exact: true }).click()
  await expect(said(page, 'ben is paused until')).toHaveCount(1)
  await page.goto(`${own.url}/home`)
  await expect(page.getByText('Nothing here yet')).toBeVisible()
  await page.goto(`${own.url}/pauses`)
  await expect(main(page).getByRole('listitem').filter({ hasText: '@ben' })).toContainText('Until')
  await own.advance('PT1H')
  await page.goto(`${own.url}/home`)
  await expect(postWith(page, 'A word of Ben.')).toBeVisible()
  await page.goto(`${own.url}/pauses`)
  await expect(page.getByText('Nothing is paused')).toBeVisible()
})
