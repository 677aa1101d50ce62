import { expect, type Page } from 'playwright/test'
import { looksRight } from './support/looks.ts'
import { test } from './support/people.ts'
import { postWith } from './support/screen.ts'

const inboxLink = (page: Page) => page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Inbox/ })
const topOf = (page: Page, words: string) => postWith(page, words).evaluate((post) => post.getBoundingClientRect().top)

test('What is new arrives while I read, and nothing moves under my eyes', async ({ page, context, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.follows(ben)
  const first = await ben.writes('The very first word.')
  for (let n = 1; n <= 12; n += 1) await ben.writes(`Ben's word number ${n}, as long as a word can be.`)
  await ann.opens(page, '/home')
  await expect(postWith(page, 'word number 12')).toBeVisible()
  await page.mouse.wheel(0, 900)
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(300)
  await page.waitForTimeout(300)
  const reading = await topOf(page, 'word number 8')
  // asked again: a question between two frames sees what nobody does
  const stays = (why: string) =>
    expect.poll(async () => Math.abs((await topOf(page, 'word number 8')) - reading), why).toBeLessThan(2)

  await ben.writes('This came while Ann was reading.')
  const button = page.getByRole('button', { name: 'Show 1 new post' })
  await expect(button).toBeInViewport()
  await stays('nothing is pushed')
  await expect(postWith(page, 'This came while')).toHaveCount(0)
  await looksRight(page)

  await context.setOffline(true)
  await expect(page.getByRole('status').filter({ hasText: 'You are offline' })).toBeVisible()
  await stays('what is said above pushes nothing')
  await ben.writes('This came while Ann was away.')
  await context.setOffline(false)
  const both = page.getByRole('button', { name: 'Show 2 new posts' })
  await expect(both, 'the gap is known').toBeInViewport({ timeout: 60_000 })
  await stays('nothing is pushed')
  await both.click()
  await expect(postWith(page, 'while Ann was away')).toBeInViewport()
  await expect(postWith(page, 'while Ann was reading')).toBeVisible()
  await expect(both).toHaveCount(0)

  await ben.api('PUT', `/api/v1/statuses/${first.id}`, { status: 'The very first word, mended.' })
  const gone = await ben.writes('Soon taken back.')
  await page.getByRole('button', { name: 'Show 1 new post' }).click()
  await expect(postWith(page, 'Soon taken back.')).toBeVisible()
  await ben.api('DELETE', `/api/v1/statuses/${gone.id}`)
  await expect(postWith(page, 'Soon taken back.')).toHaveCount(0)
  await page.mouse.wheel(0, 9000)
  const mended = postWith(page, 'The very first word, mended.')
  await expect(mended).toBeVisible()
  await ben.api('POST', `/api/v1/statuses/${first.id}/favourite`)
  await expect(async () => {
    await page.evaluate(() => window.dispatchEvent(new Event('focus')))
    await expect(mended.getByRole('button', { name: 'Like' }), 'others’ likes are counted anew').toHaveText('Like 1', {
      timeout: 2000,
    })
  }).toPass({ timeout: 10_000 })
})

test('A conversation goes on while I look at it, and what is new is counted on each device', async ({
  page,
  elsewhere,
  person,
}) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  const post = await ann.writes('Who brings the lantern?')
  await ann.opens(page, `/@${ann.name}/${post.id}`)
  await expect(postWith(page, 'Who brings the lantern?')).toBeVisible()
  await ann.opens(elsewhere, '/local')
  await expect(inboxLink(elsewhere)).toHaveText('Inbox')
  const reply = await ben.writes(`@${ann.name} I bring it.`, { in_reply_to_id: post.id })
  await expect(postWith(page, 'I bring it.')).toBeVisible()
  await expect(inboxLink(page)).toHaveText(/1 new/)
  await expect(inboxLink(elsewhere)).toHaveText(/1 new/)
  await ben.api('DELETE', `/api/v1/statuses/${reply.id}`)
  await expect(postWith(page, 'I bring it.')).toHaveCount(0)
  await ben.writes(`@${ann.name} Or Cem does.`, { in_reply_to_id: post.id })
  await inboxLink(page).click()
  await expect(postWith(page, 'Or Cem does.')).toBeVisible()
  await expect(inboxLink(elsewhere), 'read here is read there').toHaveText('Inbox')
})
