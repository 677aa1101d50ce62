import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, expect } from 'playwright/test'
import type { Status } from '../../shared/api/wire.ts'
import { test } from './support/people.ts'
import { postWith, said, writingBox } from './support/screen.ts'

test('I load the page again, and my draft is there with all I chose', async ({ page, person }) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  const box = writingBox(page)
  await box.text.fill('Half a thought')
  await box.cw.click()
  await box.topic('food').click()
  await box.audience.click()
  await box.choice(/^Followers/).click()
  await page.reload()
  await expect(box.text).toHaveValue('Half a thought')
  await expect(box.warning).toHaveValue('food')
  await expect(box.audience).toHaveText('Seen by: followers')
})

test('I close the tab and find my draft in the next one, at home and on its own page', async ({
  page,
  context,
  person,
}) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  await writingBox(page).text.fill('Where was I')
  await page.close()
  const next = await context.newPage()
  await ann.opens(next, '/write')
  await expect(writingBox(next).text).toHaveValue('Where was I')
  await writingBox(next).text.fill('')
  await next.close({ runBeforeUnload: true })
  const last = await context.newPage()
  await ann.opens(last, '/home')
  await expect(writingBox(last).text).toHaveValue('')
})

/** Ends the whole browser at once, as a crash does. */
async function crash(context: BrowserContext): Promise<void> {
  const devtools = await context.browser()?.newBrowserCDPSession()
  if (!devtools) throw new Error('this browser cannot be crashed')
  const gone = new Promise((resolve) => context.once('close', resolve))
  devtools.send('Browser.crash').catch(() => undefined)
  await gone
}

test('My browser crashes, and my draft survives', async ({ person }, { project: { use: like } }) => {
  const ann = await person('ann')
  const profile = mkdtempSync(join(tmpdir(), 'browser-'))
  const { viewport, isMobile, hasTouch, launchOptions } = like
  const open = () => chromium.launchPersistentContext(profile, { viewport, isMobile, hasTouch, ...launchOptions })
  const before = await open()
  const page = await before.newPage()
  await ann.opens(page, '/home')
  const box = writingBox(page)
  await box.cw.click()
  await box.warning.fill('a long evening')
  await box.text.pressSequentially('This must not be lost')
  const saved = () =>
    page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const opening = indexedDB.open('writing')
          opening.onsuccess = () => {
            const asking = opening.result.transaction('drafts').objectStore('drafts').getAll()
            asking.onsuccess = () => resolve(JSON.stringify(asking.result))
          }
        }),
    )
  await expect.poll(saved, 'it is saved while I type, without leaving the page').toContain('This must not be lost')
  await crash(before)

  const after = await open()
  const again = await after.newPage()
  await ann.opens(again, '/home')
  await expect(writingBox(again).text).toHaveValue('This must not be lost')
  await expect(writingBox(again).warning).toHaveValue('a long evening')
  await after.close()
  rmSync(profile, { recursive: true, force: true })
})

test('Nobody else on this device sees my draft', async ({ page, context, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.opens(page, '/home')
  await writingBox(page).text.fill('A secret of Ann')
  await page.reload()
  await expect(writingBox(page).text).toHaveValue('A secret of Ann')
  await context.clearCookies()
  await ben.opens(page, '/home')
  await expect(page.getByText('Nothing here yet')).toBeVisible()
  await expect(writingBox(page).text).toHaveValue('')
  await context.clearCookies()
  await ann.opens(page, '/home')
  await expect(writingBox(page).text).toHaveValue('A secret of Ann')
})

test('I press Post twice on a slow line, and it appears once', async ({ page, person }) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route('**/api/v1/statuses', async (route) => {
    await held
    await route.continue()
  })
  const box = writingBox(page)
  await box.text.fill('Once is enough.')
  await box.post.dblclick()
  await expect(box.post).toHaveAttribute('aria-busy', 'true')
  await box.text.press('Control+Enter')
  await box.text.press('Control+Enter')
  await box.post.click()
  letGo()
  await expect(said(page, 'Posted.')).toHaveCount(1)
  await expect(postWith(page, 'Once is enough.')).toHaveCount(1)
  expect(await ann.api<Status[]>('GET', `/api/v1/accounts/${ann.id}/statuses`)).toHaveLength(1)
})

test('The answer to my post is lost: it waits, is posted again by itself, and appears once', async ({
  page,
  person,
}) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  await page.route(
    '**/api/v1/statuses',
    async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    },
    { times: 1 },
  )
  const box = writingBox(page)
  await box.text.fill('Did it arrive?')
  await box.post.click()
  await expect(said(page, 'Posted.')).toHaveCount(1)
  await expect(postWith(page, 'Did it arrive?')).toHaveCount(1)
  expect(await ann.api<Status[]>('GET', `/api/v1/accounts/${ann.id}/statuses`)).toHaveLength(1)
})

test('The server refuses my post: I read why, and my draft stays', async ({ page, person }) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  const box = writingBox(page)
  const tags = Array.from({ length: 31 }, (_, n) => `#t${n}`).join(' ')
  await box.text.fill(tags)
  await box.post.click()
  const failure = page.getByRole('alert').filter({ hasText: 'Not posted.' })
  await expect(failure).toContainText('A post can have 30 hashtags at most.')
  await expect(failure).toContainText('Your text is safe below.')
  await expect(box.text).toHaveValue(tags)
  await page.reload()
  await expect(box.text).toHaveValue(tags)
  await box.text.fill('No tags then.')
  await box.post.click()
  await expect(postWith(page, 'No tags then.')).toBeVisible()
  await expect(failure).toBeHidden()
})

test('My session ended elsewhere: I log in again and my draft is there', async ({
  page,
  context,
  person,
  community,
}) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  const box = writingBox(page)
  await box.text.fill('Not to be lost')
  await context.request.delete(`${community.url}/auth/session`, { headers: { origin: community.url } })
  // the page may hear of it by its stream before the press arrives
  await box.post.click({ timeout: 5000 }).catch(() => undefined)
  await expect(page.getByText('You have been logged out.')).toBeVisible()
  await page.getByRole('link', { name: 'Log in again' }).click()
  await page.getByLabel(/name or mail/i).fill(ann.name)
  await page.getByRole('textbox', { name: 'Password' }).fill('a lantern in the reading room')
  await page.getByRole('button', { name: 'Log in' }).click()
  await expect(page).toHaveURL(/\/home$/)
  await expect(box.text).toHaveValue('Not to be lost')
})
