import { expect, type Page } from 'playwright/test'
import { fitsSmall, looksRight } from './support/looks.ts'
import { test } from './support/people.ts'
import { chooseFromMore, postWith, writingBox } from './support/screen.ts'

const bar = (page: Page) => page.getByRole('navigation', { name: 'Main' })

test('I write privately from a profile, read the answer, and keep the list as I like it', async ({
  page,
  person,
  community,
}) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.opens(page, `/@${ben.name}`)
  await chooseFromMore(page, page.getByRole('main'), 'Write privately')
  await expect(page.getByText('They are not encrypted.')).toBeVisible()
  const form = page.getByRole('form', { name: `Write privately to ${ben.name}` })
  await expect(form.getByRole('textbox')).toHaveValue(`@${ben.name} `)
  await expect(form.getByRole('button', { name: /^Seen by/ })).toHaveText('Seen by: people I mention')
  await form.getByRole('textbox').pressSequentially('tea on Friday?')
  await looksRight(page)
  await form.getByRole('button', { name: 'Post', exact: true }).click()
  await expect(page).toHaveURL(`${community.url}/conversations`)
  const lines = page.getByRole('list', { name: 'Private conversations' }).getByRole('listitem')
  await expect(lines).toContainText([`With ${ben.name}`])
  await expect(lines.first()).toContainText('tea on Friday?')

  const [mine] = await ben.api<{ last_status: { id: string } }[]>('GET', '/api/v1/conversations')
  expect(mine).toBeUndefined()
  const [status] = await ann.api<{ last_status: { id: string } }[]>('GET', '/api/v1/conversations')
  await ben.writes(`@${ann.name} gladly`, { visibility: 'direct', in_reply_to_id: status?.last_status.id })
  await expect(lines.first(), 'it comes by itself').toContainText('gladly')
  await expect(lines.first().getByText('unread')).toBeVisible()
  await page.goto(`${community.url}/home`)
  if ((page.viewportSize()?.width ?? 0) > 800) {
    await expect(bar(page).getByRole('link', { name: /^Private/ })).toHaveText('Private1 unread')
  } else {
    await bar(page).getByRole('button', { name: 'More' }).click()
    await expect(page.getByRole('menuitem', { name: 'Private (1)' })).toBeVisible()
    await page.keyboard.press('Escape')
  }
  // keys are listened to once the page stands
  await expect(async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('d')
    await expect(page).toHaveURL(/\/conversations$/, { timeout: 800 })
  }).toPass()
  await looksRight(page)
  await fitsSmall(page)

  await lines
    .first()
    .getByRole('link', { name: `With ${ben.name}` })
    .click()
  await expect(postWith(page, 'gladly')).toBeVisible()
  await page.goBack()
  await expect(lines.first().getByText('unread'), 'opening it reads it').toHaveCount(0)
  await chooseFromMore(page, lines.first(), 'Mark as unread')
  await expect(lines.first().getByText('unread')).toBeVisible()
  await chooseFromMore(page, lines.first(), 'Mark as read')
  await expect(lines.first().getByText('unread')).toHaveCount(0)
  await expect(lines.first().getByRole('button'), 'the focus stays in the line').toBeFocused()
  await chooseFromMore(page, lines.first(), 'Take off this list')
  await expect(page.getByText('No private conversations')).toBeVisible()
  await expect(writingBox(page).form).toHaveCount(0)
})
