import { expect, type Page } from 'playwright/test'
import type { NotificationPolicy } from '../../shared/api/notifications.ts'
import type { Status } from '../../shared/api/wire.ts'
import { looksRight } from './support/looks.ts'
import { test } from './support/own-browser.ts'
import { hills } from './support/pictures.ts'
import { postWith, writingBox } from './support/screen.ts'

const lost = (page: Page) => page.getByText('The server does not answer.', { exact: true })

test('The server is lost while I read: I am told, and the page goes on by itself', async ({
  page,
  person,
  community,
}) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.follows(ben)
  await ben.writes('Before the storm.')
  await ann.opens(page, '/home')
  await expect(postWith(page, 'Before the storm.')).toBeVisible()
  await community.crash()
  await page.getByRole('button', { name: 'Look for new posts' }).click()
  await expect(lost(page)).toBeVisible()
  await expect(postWith(page, 'Before the storm.'), 'what I read stays').toBeVisible()
  await looksRight(page)
  await page.getByRole('navigation', { name: 'Timelines' }).getByRole('link', { name: 'Everyone here' }).click()
  await community.revive()
  await expect(lost(page)).toBeHidden({ timeout: 15_000 })
  await expect(page.getByRole('region').getByText('The server answers again.')).toBeVisible()
  await expect(page).toHaveURL(/\/local$/)
  await expect(postWith(page, 'Before the storm.'), 'the list I opened meanwhile fills itself').toBeVisible()
})

test('The server dies while I post: my text is safe, and it appears once', async ({ page, person, community }) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  const box = writingBox(page)
  await box.text.fill('Through thick and thin.')
  await community.crash()
  await box.post.click()
  const waits = page.getByRole('status').filter({ hasText: 'Not posted yet: the server does not answer.' })
  await expect(waits).toContainText('is posted once by itself when the server is back')
  await expect(box.text).toHaveValue('Through thick and thin.')
  await looksRight(page)
  await community.revive()
  await expect(postWith(page, 'Through thick and thin.')).toBeVisible({ timeout: 20_000 })
  await expect(waits).toBeHidden()
  await expect(box.text).toHaveValue('')
  expect(await ann.api<Status[]>('GET', `/api/v1/accounts/${ann.id}/statuses`)).toHaveLength(1)
})

test('The server hangs: after a while I am told, and what I asked for comes when it wakes', async ({
  page,
  person,
  community,
}) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.follows(ben)
  await ben.writes('Before the sleep.')
  await page.clock.install()
  await ann.opens(page, '/home')
  await expect(postWith(page, 'Before the sleep.')).toBeVisible()
  community.server.child.kill('SIGSTOP')
  // the list itself, or what the page is made of where that is not here yet
  const asked = page.waitForRequest(/timelines\/public|\/assets\//)
  await page.getByRole('navigation', { name: 'Timelines' }).getByRole('link', { name: 'Everyone here' }).click()
  await asked
  await page.clock.fastForward(30_000)
  await expect(lost(page)).toBeVisible()
  community.server.child.kill('SIGCONT')
  await expect(async () => {
    await page.clock.fastForward(10_000)
    await expect(lost(page)).toBeHidden({ timeout: 1000 })
  }).toPass()
  await expect(page).toHaveURL(/\/local$/)
  await expect(postWith(page, 'Before the sleep.')).toBeVisible()
})

test('I am offline: I am told, my text is kept, and posted when I am back', async ({ page, context, person }) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  const box = writingBox(page)
  await expect(box.text).toBeVisible()
  await context.setOffline(true)
  await expect(page.getByText('You are offline.', { exact: true })).toBeVisible()
  await box.text.fill('From the train.')
  await box.post.click()
  const waits = page.getByRole('status').filter({ hasText: 'Not posted yet' })
  await expect(waits).toBeVisible()
  await looksRight(page)
  await box.text.pressSequentially(' Or rather')
  await expect(waits, 'what I change waits for me').toBeHidden()
  await box.post.click()
  await expect(waits).toBeVisible()
  await context.setOffline(false)
  await expect(postWith(page, 'From the train. Or rather')).toBeVisible({ timeout: 20_000 })
  await expect(waits).toBeHidden()
})

test('The server dies while a picture is on its way: it is sent anew, and stands in my post once', {
  tag: '@long',
}, async ({ page, person, community }) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  const box = writingBox(page)
  await box.text.fill('From the hills')
  const add = async () => {
    const files = { name: 'hills.jpg', mimeType: 'image/jpeg', buffer: await hills() }
    await box.form.locator('input[type=file]').setInputFiles(files)
  }
  await add()
  await expect(box.form.getByText('Ready.')).toHaveCount(1)
  // it takes no more in, and then it is gone with what it had
  community.server.child.kill('SIGSTOP')
  await Promise.all([page.waitForRequest('**/api/v2/media'), add()])
  for (const n of [1, 2]) await box.form.getByRole('textbox', { name: `in picture ${n}` }).fill(`Hills, ${n}.`)
  await community.crash()
  await expect(box.form.getByText('The server does not answer. It is sent again when it does.')).toBeVisible()
  await expect(box.form.getByRole('img', { name: 'Picture 2' })).toBeVisible()
  await community.revive()
  await expect(box.form.getByText('Ready.')).toHaveCount(2, { timeout: 30_000 })
  await expect(box.text).toHaveValue('From the hills')
  await box.post.click()
  await expect(postWith(page, 'From the hills').getByRole('img', { name: /^Hills, / })).toHaveCount(2)
  const posted = await ann.api<Status[]>('GET', `/api/v1/accounts/${ann.id}/statuses`)
  expect(posted.map(({ media_attachments: pictures }) => pictures.length)).toEqual([2])
})

/** Follows a link to a page of this community, wherever one is. */
const follow = (page: Page, path: string) =>
  page.evaluate((href) => {
    const link = document.createElement('a')
    link.href = href
    document.body.append(link)
    link.click()
    link.remove()
  }, path)

/** Pages that are opened while the server is gone, and what they show once it is back. */
const opened = [
  ['/search?q=lantern&show=posts', 'is lit.'],
  ['/search', 'Waiting for a word from you'],
  ['/conversations', 'For you alone.'],
  ['/inbox', 'For you alone.'],
  ['/settings/community', 'Name and purpose'],
  ['/settings/notifications', 'Accounts younger than 30 days'],
] as const

test('The server is gone when I open a page: it says so and fills by itself, and what I choose there is not lost', {
  tag: '@long',
}, async ({ page, person, community }) => {
  test.slow()
  const [ann, ben] = [await person('ann'), await person('ben')]
  await community.admin('accounts', 'modify', ann.name, '--add-role', 'owner')
  await ann.follows(ben)
  await ben.writes(`@${ann.name} For you alone.`, { visibility: 'direct' })
  for (const one of [ann, ben, await person('cem')]) await one.writes('The #lantern is lit.')
  await community.advance('PT2H')
  for (const [path, words] of opened) {
    await ann.opens(page, '/home')
    await expect(writingBox(page).text).toBeVisible()
    await community.crash()
    await follow(page, path)
    await expect(lost(page), path).toBeVisible()
    await community.revive()
    await expect(lost(page)).toBeHidden({ timeout: 30_000 })
    await expect(page.getByText(words).first(), path).toBeVisible()
  }
  const young = page.getByRole('combobox', { name: 'Accounts younger than 30 days' })
  const before = await young.inputValue()
  await community.crash()
  await young.selectOption('drop')
  await expect(page.getByText('Not saved. The server does not answer. Try again in a moment.').first()).toBeVisible()
  await expect(young, 'it shows what holds').toHaveValue(before)
  await community.revive()
  await expect(lost(page)).toBeHidden({ timeout: 30_000 })
  await young.selectOption('drop')
  await expect
    .poll(async () => (await ann.api<NotificationPolicy>('GET', '/api/v2/notifications/policy')).for_new_accounts)
    .toBe('drop')
})
