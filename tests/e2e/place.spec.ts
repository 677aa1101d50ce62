import { expect, type Locator, type Page } from 'playwright/test'
import type { Person } from './support/people.ts'
import { test } from './support/people.ts'
import { postWith } from './support/screen.ts'

/** Posts of uneven length, numbered from 1. */
async function writeMany(who: Person, count: number): Promise<void> {
  for (let n = 1; n <= count; n++) {
    const text = `Number ${n}. ${'All power to the reading room. '.repeat((n * 7) % 11)}`
    await who.writes(text, n % 9 === 0 ? { spoiler_text: `warned ${n}` } : {})
  }
}

/** Elements that a page may hold, however far somebody has read: what a small phone draws without stalling. */
const MOST_NODES = 900

const nodesOf = (page: Page) => page.evaluate(() => document.querySelectorAll('*').length)

/** Turns the wheel until it is in sight, so many pixels at a time. */
async function scrollTo(page: Page, goal: Locator, turn = 600, timeout = 20_000): Promise<void> {
  const { height } = page.viewportSize() ?? { height: 800 }
  const inSight = async () => {
    const box = (await goal.count()) > 0 ? await goal.boundingBox() : null
    if (box && box.y > 0 && box.y < height) return true
    await page.mouse.wheel(0, turn)
    return false
  }
  await expect.poll(inSight, { intervals: [40], timeout }).toBe(true)
}

/** What `look` sees, once it sees the same for a few frames. */
async function settled(page: Page, look: () => Promise<number>): Promise<number> {
  let seen = await look()
  await expect(async () => {
    const before = seen
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    seen = await look()
    expect(seen).toBe(before)
  }).toPass({ intervals: [0, 50] })
  return seen
}

/** Where a post stands in the window, once it stands still. */
const topOf = (page: Page, post: Locator) => settled(page, async () => (await post.boundingBox())?.y ?? Number.NaN)

/** Waits until the list stands still: what presses for us would scroll on. */
async function standsStill(page: Page): Promise<void> {
  await settled(page, () => page.evaluate(() => window.scrollY))
}

/** A post that is wholly in the window, somewhere in its middle. */
async function postInView(page: Page): Promise<Locator> {
  await standsStill(page)
  const id = await page.evaluate(() => {
    const posts = [...document.querySelectorAll<HTMLElement>('[data-post]')]
    const middle = posts.find((post) => post.getBoundingClientRect().top > window.innerHeight / 4)
    return middle?.dataset.post
  })
  return page.locator(`[data-post="${id}"]`)
}

test('I read two hundred posts down, open one, come back, and nothing has moved', async ({ page, person }) => {
  test.slow()
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.follows(ben)
  await writeMany(ben, 210)
  await ann.opens(page, '/home')
  await expect(postWith(page, 'Number 210.')).toBeVisible()
  await scrollTo(page, page.getByText('You have read everything.'), 20_000)
  await expect(postWith(page, /Number 1\. /)).toBeVisible()
  expect(await nodesOf(page), 'only posts near the window are in the page').toBeLessThanOrEqual(MOST_NODES)

  await page.mouse.wheel(0, -9000)
  const post = await postInView(page)
  const before = await topOf(page, post)
  const words = await post.getAttribute('data-post')
  await post.locator('time').click()
  await expect(page).toHaveURL(new RegExp(`/${words}$`))
  await expect(page.getByText('Nobody has replied so far.')).toBeVisible()
  await ben.writes('Come while Ann was away.')
  await page.goBack()
  await expect(post).toBeInViewport()
  expect(Math.abs((await topOf(page, post)) - before), 'by the button of the browser').toBeLessThanOrEqual(1)

  await standsStill(page)
  await post.locator('time').click()
  await expect(page.getByText('Nobody has replied so far.')).toBeVisible()
  await page.getByRole('main').getByRole('button', { name: 'Back' }).click()
  await expect(post).toBeInViewport()
  expect(Math.abs((await topOf(page, post)) - before), 'by Back on the page').toBeLessThanOrEqual(1)

  await standsStill(page)
  await post.getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(ben.name)
  await page.goBack()
  await expect(post).toBeInViewport()
  expect(Math.abs((await topOf(page, post)) - before), 'from a profile').toBeLessThanOrEqual(1)
})

test('Three hundred and eighty posts down, the page holds no more than at its top', { tag: '@long' }, async ({
  page,
  person,
}) => {
  test.setTimeout(240_000)
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.follows(ben)
  for (let n = 1; n <= 380; n++) {
    const poll = n % 5 === 0 ? { poll: { options: ['Reading', 'Room', 'Roof', 'Rain'], expires_in: 3600 } } : {}
    const warning = n % 9 === 0 ? { spoiler_text: `warned ${n}` } : {}
    const told = `Number ${n}. ${`All power to the #reading room of @${ann.name}. `.repeat((n * 7) % 9)}`
    await ben.writes(told, { ...poll, ...warning })
  }
  await ann.opens(page, '/home')
  await expect(postWith(page, 'Number 380.')).toBeVisible()
  for (const words of [/Number 190\. /, /Number 1\. /]) {
    await scrollTo(page, postWith(page, words), 500, 60_000)
    expect(await nodesOf(page)).toBeLessThanOrEqual(MOST_NODES)
  }
})

test('New posts above do not push away what I read', async ({ page, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.follows(ben)
  await writeMany(ben, 45)
  await ann.opens(page, '/home')
  await expect(postWith(page, 'Number 45.')).toBeVisible()
  await scrollTo(page, postWith(page, 'Number 20.'))
  const post = await postInView(page)
  const before = await topOf(page, post)
  await ben.writes('Number 46, from above.')
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  expect(Math.abs((await topOf(page, post)) - before)).toBeLessThanOrEqual(1)
})

test('Local, a hashtag and a profile hold my place too', { tag: '@long' }, async ({ page, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  for (let n = 1; n <= 45; n++) await ben.writes(`Page ${n}. ${'Word for word. '.repeat(n % 12)} #read${ben.name}`)
  for (const list of ['/local', `/tags/read${ben.name}`, `/@${ben.name}`]) {
    await ann.opens(page, list)
    await expect(postWith(page, 'Page 45.')).toBeVisible()
    await scrollTo(page, postWith(page, /Page 15\. /))
    const post = await postInView(page)
    const before = await topOf(page, post)
    await post.locator('time').click()
    await expect(page.getByText('Nobody has replied so far.')).toBeVisible()
    await page.goBack()
    await expect(post).toBeInViewport()
    expect(Math.abs((await topOf(page, post)) - before), list).toBeLessThanOrEqual(1)
  }
})

test('I leave home in the midst of it, and come back to the same post after a reload and on another device', async ({
  page,
  elsewhere,
  person,
  community,
}) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.follows(ben)
  await writeMany(ben, 60)
  await ann.opens(page, '/home')
  await expect(postWith(page, 'Number 60.')).toBeVisible()
  await scrollTo(page, postWith(page, /Number 25\. /))
  await standsStill(page)
  const firstOf = (one: Page) =>
    one.evaluate(() => {
      const posts = [...document.querySelectorAll<HTMLElement>('[data-post]')]
      return posts.find((post) => post.getBoundingClientRect().bottom > 1)?.dataset.post
    })
  const first = await firstOf(page)
  const kept = async () =>
    (await ann.api<{ home?: { last_read_id: string } }>('GET', '/api/v1/markers?timeline[]=home')).home
  await expect.poll(async () => (await kept())?.last_read_id).toBe(first)
  await page.reload()
  await expect.poll(() => firstOf(page)).toBe(first)
  await ben.writes('Something new meanwhile.')
  await ann.opens(elsewhere, '/home')
  await expect.poll(() => firstOf(elsewhere)).toBe(first)
  await expect(elsewhere).toHaveURL(`${community.url}/home`)
  // what stands above comes in as one goes up
  await scrollTo(elsewhere, postWith(elsewhere, 'Something new meanwhile.'), -90_000)
  await expect.poll(async () => (await kept())?.last_read_id, 'at the top there is no place to come back to').toBe('0')
})
