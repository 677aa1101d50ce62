import { expect, type Page } from 'playwright/test'
import type { Status } from '../../shared/api/wire.ts'
import { looksRight } from './support/looks.ts'
import { test } from './support/own-browser.ts'
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
