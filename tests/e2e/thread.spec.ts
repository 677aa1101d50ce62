import { expect } from 'playwright/test'
import { fitsSmall, looksRight } from './support/looks.ts'
import { test } from './support/people.ts'
import { postWith, writingBox } from './support/screen.ts'

test('I read a conversation from what it answers down to the last reply', async ({ page, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  const above = await ben.writes('Shall we meet?')
  const focal = await ann.writes('Yes, on Monday.', { in_reply_to_id: above.id })
  const first = await ben.writes('Monday is fine.', { in_reply_to_id: focal.id })
  await ben.writes('And who has the key?', { in_reply_to_id: focal.id })
  await ann.writes('Seven?', { in_reply_to_id: first.id })
  await ann.opens(page, '/home')
  await page.goto(focal.url ?? '')
  await expect(postWith(page, 'Yes, on Monday.')).toBeInViewport()
  await page.mouse.wheel(0, -2000)
  await expect(page.getByRole('feed', { name: 'The conversation' }).getByRole('article')).toContainText([
    'Shall we meet?',
    'Yes, on Monday.',
    'Monday is fine.',
    'Seven?',
    'And who has the key?',
  ])
  await expect(page.getByText('These are all the replies.')).toBeVisible()
  const inset = async (words: string) => (await postWith(page, words).getByRole('link').first().boundingBox())?.x ?? 0
  expect(await inset('Seven?'), 'a reply to a reply stands further in').toBeGreaterThan(await inset('Monday is fine.'))
  await looksRight(page)
  await fitsSmall(page)
})

test('I open a post from a list and answer it, and my answer stands under it', async ({ page, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.follows(ben)
  await ben.writes('What shall we read?')
  await ann.opens(page, '/home')
  await postWith(page, 'What shall we read?').locator('time').click()
  await expect(page.getByText('Nobody has replied so far.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`A post by ${ben.name}`)
  await postWith(page, 'What shall we read?').getByRole('button', { name: 'Reply' }).click()
  const box = writingBox(page, ben.name)
  await box.text.pressSequentially('The long one.')
  await box.post.click()
  await expect(page.getByRole('article')).toContainText(['What shall we read?', 'The long one.'])
  await ben.writes(`@${ann.name} How long?`, { in_reply_to_id: (await lastOf(ann))?.id })
  await page.getByRole('button', { name: 'Look for new ones' }).click()
  await expect(page.getByRole('article')).toContainText(['What shall we read?', 'The long one.', 'How long?'])
  await page.getByRole('main').getByRole('button', { name: 'Back' }).click()
  await expect(page).toHaveURL(/\/home$/)
})

test('I follow a long exchange by how far in it stands, fold it, and unfold it', async ({ page, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  const root = await ann.writes('Where do we meet?')
  await ben.writes('In the park.', { in_reply_to_id: root.id })
  let above = (await ben.writes('Answer 0', { in_reply_to_id: root.id })).id
  for (let n = 1; n <= 9; n += 1) {
    above = (await (n % 2 ? ann : ben).writes(`Answer ${n}`, { in_reply_to_id: above })).id
  }
  await ann.opens(page, `/@${ann.name}/${root.id}`)
  const exchange = page.getByRole('article').filter({ hasText: /Answer \d/ })
  await expect(exchange).toHaveCount(10)
  const insets = await exchange.evaluateAll((posts) => posts.map((post) => post.getBoundingClientRect().left))
  expect(
    insets.slice(1, 9).every((left, n, all) => n === 0 || left > (all[n - 1] ?? 0)),
    'each step of eight stands further in',
  ).toBe(true)
  await expect(postWith(page, 'Answer 9').getByText('Answers @'), 'past that it says whom it answers').toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  await postWith(page, 'Where do we meet?').getByRole('button', { name: 'Fold answers to replies' }).click()
  await expect(exchange).toHaveCount(1)
  await expect(postWith(page, 'In the park.')).toBeVisible()
  await postWith(page, 'Answer 0').getByRole('button', { name: 'Show 9 folded replies' }).click()
  await expect(postWith(page, 'Answer 1')).toBeVisible()
  await postWith(page, 'Where do we meet?').getByRole('button', { name: 'Fold answers to replies' }).click()
  await postWith(page, 'Where do we meet?').getByRole('button', { name: 'Unfold all' }).click()
  await expect(exchange).toHaveCount(10)
})

const lastOf = async (someone: { id: string; api<T>(method: string, path: string): Promise<T> }) =>
  (await someone.api<{ id: string }[]>('GET', `/api/v1/accounts/${someone.id}/statuses?limit=1`))[0]

test('I open the address of a post, and find it as in every list', async ({ page, person }) => {
  const ann = await person('ann')
  const post = await ann.writes('Read me first.')
  await ann.opens(page, `/@${ann.name}/${post.id}`)
  await expect(postWith(page, 'Read me first.').getByRole('button', { name: 'Reply' })).toBeVisible()
  await expect(page.locator('#ssr')).toHaveCount(0)
  await expect(page.getByText('Read me first.')).toHaveCount(1)
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expect(page).toHaveTitle(new RegExp(`^A post by ${ann.name} · `))
})

test('I come from outside, and Back leads into the community, not out of it', async ({ page, person }) => {
  const ann = await person('ann')
  const post = await ann.writes('Linked from elsewhere.')
  await page.goto('data:text/html,<title>Another site</title>')
  await ann.opens(page, `/@${ann.name}/${post.id}`)
  await page.getByRole('main').getByRole('button', { name: 'Back' }).click()
  await expect(page).toHaveURL(/\/home$/)
  await expect(postWith(page, 'Linked from elsewhere.')).toBeVisible()
})

test('A post that is not there, or not for me, says so', async ({ page, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  const secret = await ben.writes('For nobody else.', { visibility: 'direct' })
  await ann.opens(page, `/@${ben.name}/${secret.id}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This post is not here')
  await expect(page.getByText('For nobody else.')).toHaveCount(0)
  await expect(page.getByText('Its author may have deleted it, or it is not for you to see.')).toBeVisible()
  await looksRight(page)
})
