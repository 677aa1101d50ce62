import { expect, type Page } from 'playwright/test'
import { fitsSmall, looksRight } from './support/looks.ts'
import { test } from './support/people.ts'
import { postWith, said } from './support/screen.ts'

/** How far things have moved in the window since the page was opened, as the browser counts it. */
const moved = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          resolve(list.getEntries().reduce((sum, one) => sum + ('value' in one ? Number(one.value) : 0), 0))
        }).observe({ type: 'layout-shift', buffered: true })
        setTimeout(resolve, 500, 0)
      }),
  )

test('Home holds what I write and what the people I follow write', async ({ page, person }) => {
  const [ann, ben, cem] = [await person('ann'), await person('ben'), await person('cem')]
  await ann.follows(ben)
  await ben.writes('From Ben, whom Ann follows.')
  await ben.writes('For followers of Ben.', { visibility: 'private' })
  await cem.writes('From Cem, whom nobody follows.')
  await ann.writes('From Ann herself.')
  await ann.opens(page, '/home')
  await expect(page.getByRole('feed', { name: 'Following' }).getByRole('article')).toContainText([
    'From Ann herself.',
    'For followers of Ben.',
    'From Ben, whom Ann follows.',
  ])
  await expect(postWith(page, 'From Cem')).toHaveCount(0)
  await expect(page.getByText('You have read everything.')).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
})

test('Everyone here shows public posts of all members, and no others', async ({ page, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.follows(ben)
  await ben.writes('Open to all, says Ben.')
  await ben.writes('Only here, says Ben.', { local_only: true })
  await ben.writes('Quiet, says Ben.', { visibility: 'unlisted' })
  await ben.writes('For followers, says Ben.', { visibility: 'private' })
  await ann.opens(page, '/home')
  const ways = page.getByRole('navigation', { name: 'Timelines' }).getByRole('link')
  await page.setViewportSize({ width: 390, height: 844 })
  expect((await ways.last().boundingBox())?.y, 'all four ways stand in one row of a phone').toBe(
    (await ways.first().boundingBox())?.y,
  )
  await ways.filter({ hasText: 'Everyone here' }).click()
  await expect(page).toHaveURL(/\/local$/)
  await expect(postWith(page, 'Open to all, says Ben.')).toBeVisible()
  await expect(postWith(page, 'Only here, says Ben.')).toBeVisible()
  await expect(postWith(page, 'Quiet, says Ben.')).toHaveCount(0)
  await expect(postWith(page, 'For followers, says Ben.')).toHaveCount(0)
  await looksRight(page)
  await page.reload()
  await expect(postWith(page, 'Open to all, says Ben.')).toBeVisible()
  expect(await moved(page), 'nothing is pushed away when the first posts come').toBeLessThan(0.2)
  await fitsSmall(page)
})

test('A hashtag has its page', async ({ page, person }) => {
  const ann = await person('ann')
  const tag = `Rent${ann.name}`
  await ann.writes(`Meeting on Monday. #${tag}`)
  await ann.writes(`Minutes. #${tag.toLowerCase()}`)
  await ann.writes('Something else.')
  await ann.opens(page, `/tags/${tag}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`#${tag}`)
  await expect(page.getByRole('article')).toContainText(['Minutes.', 'Meeting on Monday.'])
  await looksRight(page)
  await fitsSmall(page)
})

test('An empty list says what it is and where to go', async ({ page, person }) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  await expect(page.getByText('Nothing here yet')).toBeVisible()
  await looksRight(page)
  await page.getByRole('main').getByRole('link', { name: 'everyone here', exact: true }).click()
  await expect(page).toHaveURL(/\/local$/)
  await ann.opens(page, `/tags/nothing${ann.name}`)
  await expect(page.getByText('Nothing with this hashtag')).toBeVisible()
  await looksRight(page)
})

test('I look for new posts when I want to, and am told how many came', async ({ page, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.follows(ben)
  await ben.writes('Already there.')
  await ann.opens(page, '/home')
  await expect(postWith(page, 'Already there.')).toBeVisible()
  // what has come by itself meanwhile is said on the button
  const look = page.getByRole('button', { name: /^(Look for new posts|Show \d+ new)/ })
  await look.click()
  await expect(said(page, 'Nothing new.')).toHaveCount(1)
  await ben.writes('Just come.')
  await look.click()
  await expect(said(page, '1 new post, above the ones you know.')).toHaveCount(1)
  await expect(page.getByRole('article')).toContainText(['Just come.', 'Already there.'])
  const gone = await ben.writes('Soon gone.')
  await look.click()
  await expect(postWith(page, 'Soon gone.')).toBeVisible()
  await ben.api('DELETE', `/api/v1/statuses/${gone.id}`)
  await look.click()
  await expect(postWith(page, 'Soon gone.')).toHaveCount(0)
})

test('Posts stand under their day', async ({ page, person }) => {
  const ann = await person('ann')
  await ann.writes('Of today.')
  await ann.opens(page, '/home')
  const today = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' }).format(new Date())
  const day = page.getByRole('feed').getByRole('heading', { level: 2 })
  await expect(day).toHaveCount(1)
  await expect(day).toContainText(today)
})
