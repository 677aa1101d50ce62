import { expect, type Page } from 'playwright/test'
import { fitsSmall, looksRight } from './support/looks.ts'
import { test } from './support/people.ts'
import { chooseFromMore, postWith, writingBox } from './support/screen.ts'

const link = (page: Page) => page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Inbox/ })

test('I see who followed, mentioned and answered me, and how many are new', async ({
  page,
  elsewhere,
  person,
  community,
}) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  const post = await ann.writes('Who is in?')
  await ben.follows(ann)
  await ben.writes(`@${ann.name} have you seen this?`)
  await ben.writes(`@${ann.name} I am.`, { in_reply_to_id: post.id })
  await ann.opens(page, '/home')
  await ann.opens(elsewhere, '/home')
  await expect(link(page)).toHaveText('Inbox3 new')
  await expect(link(elsewhere)).toHaveText('Inbox3 new')
  await looksRight(page)
  await link(page).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Inbox')
  const entries = page.getByRole('feed', { name: 'What came for you' }).getByRole('article')
  await expect(entries).toHaveCount(3)
  await expect(entries).toContainText([
    `${ben.name} replied to you`,
    `${ben.name} mentioned you`,
    `${ben.name} follows you now.`,
  ])
  await expect(entries.getByText('new', { exact: true }), 'what is new is marked').toHaveCount(3)
  await expect(link(page), 'and counts no more').toHaveText('Inbox')
  await looksRight(page)
  await fitsSmall(page)

  await elsewhere.reload()
  await expect(link(elsewhere), 'on no device').toHaveText('Inbox')
  await page.goto(`${community.url}/home`)
  await link(page).click()
  await expect(entries).toHaveCount(3)
  await expect(entries.getByText('new', { exact: true })).toHaveCount(0)
})

test('I answer a mention and follow back without leaving the inbox', async ({ page, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ben.follows(ann)
  const wish = { for_private_mentions: 'accept' }
  await ann.api('PATCH', '/api/v2/notifications/policy', wish)
  await ben.writes(`@${ann.name} tea?`, { visibility: 'direct' })
  await ann.opens(page, '/inbox')
  const mention = postWith(page, 'tea?')
  await expect(mention.getByText('mentioned people')).toBeVisible()
  await mention.getByRole('button', { name: 'Reply' }).click()
  const box = writingBox(page, ben.name)
  await expect(box.audience).toHaveText('Seen by: people I mention')
  await box.text.pressSequentially('Gladly.')
  await box.post.click()
  await expect(box.form).toBeHidden()
  await page
    .getByRole('article')
    .filter({ hasText: 'follows you now.' })
    .getByRole('button', { name: 'Follow' })
    .click()
  await expect(page.getByRole('button', { name: 'Following' })).toBeVisible()
})

test('What comes while I look is shown when I ask for it', async ({ page, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.opens(page, '/inbox')
  await expect(page.getByText('Nothing has come yet')).toBeVisible()
  await looksRight(page)
  await ben.follows(ann)
  await page.reload()
  await expect(page.getByRole('article')).toContainText(['follows you now.'])
  await ben.writes(`@${ann.name} hello.`)
  await page.getByRole('button', { name: /^(Look for something new|Show )/ }).click()
  await expect(page.getByRole('article')).toContainText(['mentioned you', 'follows you now.'])
})

test('What many did stands as one, I look at one kind alone, and strangers wait until I let them in', async ({
  page,
  person,
}) => {
  const [ann, ben, cem, dan] = [await person('ann'), await person('ben'), await person('cem'), await person('dan')]
  const post = await ann.writes('A lantern')
  for (const one of [ben, cem, dan]) await one.api('POST', `/api/v1/statuses/${post.id}/favourite`)
  for (const one of [ben, cem]) await one.follows(ann)
  await ben.writes(`@${ann.name} lovely`)
  await cem.writes(`@${ann.name} a word between us`, { visibility: 'direct' })
  await ann.opens(page, '/inbox')
  const entries = page.getByRole('feed', { name: 'What came for you' }).getByRole('article')
  await expect(entries).toContainText([
    `${ben.name} mentioned you`,
    `${cem.name} and 1 other follow you now.`,
    `${dan.name} and 2 others liked your post`,
  ])
  await expect(entries).toHaveCount(3)
  await expect(link(page)).toHaveText('Inbox')
  await looksRight(page)

  await page.getByRole('button', { name: 'Likes and boosts' }).click()
  await expect(entries).toHaveCount(1)
  await entries.getByRole('link', { name: '2 others' }).click()
  await expect(page).toHaveURL(/\/likes$/)
  await page.goBack()

  await expect(page.getByText('1 person you do not follow wrote to you.')).toBeVisible()
  await page.getByRole('link', { name: 'People who wait' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('People who wait')
  const waiting = page.getByRole('listitem').filter({ hasText: 'a word between us' })
  await expect(waiting).toContainText('1 entry waits')
  await looksRight(page)
  await fitsSmall(page)
  await waiting.getByRole('button', { name: `Let them reach me: ${cem.name}` }).click()
  await expect(page.getByText('Nobody waits')).toBeVisible()
  await page.goBack()
  await expect(entries.filter({ hasText: 'a word between us' })).toBeVisible()

  await dan.writes(`@${ann.name} noisy`)
  await page.reload()
  await chooseFromMore(page, postWith(page, 'noisy'), new RegExp(`Pause or mute ${dan.name}`))
  await page.getByRole('dialog').getByRole('button', { name: 'Pause', exact: true }).click()
  await expect(entries.filter({ hasText: 'noisy' })).toHaveCount(0)
})
