import { type Browser, expect, type Page } from 'playwright/test'
import { type Community, newName, test } from './support/community.ts'
import { fitsSmall, looksRight } from './support/looks.ts'

type Post = { id: string }

/** What a browser shows that runs no script. */
async function withoutScript<T>(browser: Browser, community: Community, look: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ baseURL: community.url, javaScriptEnabled: false })
  const seen = await look(await context.newPage())
  await context.close()
  return seen
}

const numbersOn = async (page: Page) => {
  const board = page.getByRole('region', { name: /in numbers$/ })
  const figures = await board.locator('strong').allInnerTexts()
  return figures.map((figure) => Number(figure.replaceAll(',', '')))
}

/** The client has taken over once what the server wrote is gone. */
const takenOver = (page: Page) => expect(page.locator('#ssr')).toHaveCount(0)

test('A visitor reads what this is, its rules, who runs it and what was written lately', async ({
  page,
  community,
}) => {
  const name = newName('rosehip')
  await community.member(name)
  const said = `${name} says: the kettle is on, see https://kettle.example/tea`
  await community.api(name, 'POST', '/api/v1/statuses', { status: said })
  await community.api(name, 'POST', '/api/v1/statuses', {
    status: 'the end of the book',
    spoiler_text: `${name} spoils`,
  })
  await community.api(name, 'POST', '/api/v1/statuses', { status: `${name} whispers`, visibility: 'private' })

  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^A social network for socialists/)
  await takenOver(page)
  await expect(page.getByText('It is intended to provide a space for activists')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Note for new users' })).toBeVisible()
  await expect(page.getByText('Hotmail and Outlook are currently dropping emails')).toBeVisible()
  await page.getByRole('button', { name: 'Put away: Note for new users' }).click()
  await page.reload()
  await takenOver(page)
  await expect(page.getByText('Hotmail and Outlook are currently dropping emails')).toHaveCount(0)
  await page.getByRole('button', { name: 'Show what I put away' }).click()
  await expect(page.getByText('Hotmail and Outlook are currently dropping emails')).toBeVisible()
  await expect(page.getByText('Home to')).toBeVisible()
  await expect(page.getByText('People with a confirmed account on this server.')).toBeVisible()
  await expect(page.getByText('Posts written here and still here.')).toBeVisible()
  await expect(page.getByText('Servers we have exchanged posts with and do not block.')).toBeVisible()
  const rules = page.getByRole('region', { name: 'Ground rules' })
  await expect(rules.getByText('Racist behavior and statements')).toBeVisible()
  await expect(rules.getByText('7a')).toBeVisible()
  await expect(rules.getByText('Doxxing')).toBeVisible()
  await expect(rules.getByText(/^Version 1, in force since/)).toBeVisible()
  const customs = page.getByRole('region', { name: 'Community guidelines' })
  await expect(customs.getByText('If you have a disagreement with another user, seek a mediator.')).toBeVisible()
  await expect(page.getByText('An independent collective of leftists runs this community.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Where it is hosted' })).toHaveCount(0)
  const lately = page.getByRole('region', { name: 'Lately here' })
  await expect(lately.getByText(`${name} says: the kettle is on`)).toBeVisible()
  await expect(lately.getByText(`${name} spoils`)).toBeVisible()
  await expect(lately.getByText('the end of the book')).toHaveCount(0)
  await expect(page.getByText(`${name} whispers`)).toHaveCount(0)
  await looksRight(page)
  await fitsSmall(page)

  const clip = lately.getByRole('article').filter({ hasText: 'the kettle is on' })
  await clip.getByRole('link', { name: 'Open the post of' }).click()
  await expect(page).toHaveURL(new RegExp(`/@${name}/\\d+$`))
  await expect(page.getByText('the kettle is on')).toBeVisible()
})

test('The numbers are live: they rise when somebody joins and writes, and fall when a post is deleted', async ({
  page,
  newCommunity,
}) => {
  const community = await newCommunity()
  const look = async () => {
    await page.goto(`${community.url}/about`)
    await takenOver(page)
    return numbersOn(page)
  }
  expect(await look()).toEqual([0, 0, 0])
  await community.member('betony')
  expect(await look()).toEqual([1, 0, 0])
  await expect(page.getByText('1 user', { exact: false }).first()).toBeVisible()
  const first = (await community.api('betony', 'POST', '/api/v1/statuses', { status: 'one' })) as Post
  await community.api('betony', 'POST', '/api/v1/statuses', { status: 'two', visibility: 'private' })
  expect(await look()).toEqual([1, 2, 0])
  await community.api('betony', 'DELETE', `/api/v1/statuses/${first.id}`)
  expect(await look()).toEqual([1, 1, 0])
})

test('A community of 176 people, 2,676 posts and 561 other instances says exactly that', async ({
  page,
  browser,
  newCommunity,
}) => {
  const community = await newCommunity()
  await community.admin('seed', '--users', '176', '--statuses', '2676', '--peers', '561')
  await page.goto(`${community.url}/about`)
  await takenOver(page)
  const board = page.getByRole('region', { name: 'Left Community in numbers' })
  await expect(board).toContainText('Home to 176 users')
  await expect(board).toContainText('Who authored 2,676 statuses')
  await expect(board).toContainText('Connected to 561 other instances')
  await looksRight(page)
  await fitsSmall(page)
  const plain = await withoutScript(browser, community, async (other) => {
    await other.goto('/about')
    return other.getByRole('region', { name: 'Left Community in numbers' }).innerText()
  })
  expect(plain).toBe(await board.innerText())
})

test('Without any script the about page reads the same, and nothing moves when the client takes over', async ({
  page,
  browser,
  community,
}) => {
  const name = newName('woodruff')
  await community.member(name)
  await community.api(name, 'POST', '/api/v1/statuses', { status: `${name} writes about #bread and roses` })
  await community.admin('accounts', 'modify', name, '--add-role', 'owner')
  const measure = async (other: Page) => ({
    // putting a notice away is what only the script can do
    words: (await other.locator('body').innerText()).replaceAll(/\n*Put away/g, ''),
    places: await other
      .locator('h1, h2, main section, footer')
      .evaluateAll((parts) => parts.map((part) => Math.round(part.getBoundingClientRect().top + scrollY))),
  })
  const plain = await withoutScript(browser, community, async (other) => {
    await other.setViewportSize(page.viewportSize() ?? { width: 1280, height: 900 })
    await other.goto('/about')
    await expect(other.getByRole('link', { name: 'Read the rules and join' })).toBeVisible()
    await expect(other.getByText(`${name} writes about`)).toBeVisible()
    return measure(other)
  })
  await page.goto('/about')
  await takenOver(page)
  expect(await measure(page)).toEqual(plain)
})

test('A public profile and post have addresses that need neither account nor script', async ({
  page,
  browser,
  community,
}) => {
  const name = newName('campion')
  await community.member(name)
  const say = async (status: string, more: object = {}) =>
    (await community.api(name, 'POST', '/api/v1/statuses', { status, ...more })) as Post
  const post = await say(`${name} reads aloud: #bread, and https://roses.example/a/long/way/to/the/garden`)
  const warned = await say('the whole plot', { spoiler_text: 'plot of the play' })
  const secret = await say(`${name} whispers`, { visibility: 'private' })

  await withoutScript(browser, community, async (other) => {
    await other.goto(`/@${name}`)
    await expect(other.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(other.getByText(`${name} reads aloud`)).toBeVisible()
    await expect(other.getByText(`${name} whispers`)).toHaveCount(0)
    await expect(other.getByText('the whole plot')).toBeHidden()
    await other.goto(`/@${name}/${warned.id}`)
    await expect(other.getByText('plot of the play').first()).toBeVisible()
    await expect(other.getByText('the whole plot')).toBeHidden()
    await other.getByText('Show', { exact: true }).click()
    await expect(other.getByText('the whole plot')).toBeVisible()
    await other.goto('/local')
    await expect(other.getByRole('heading', { level: 1, name: 'Everyone here' })).toBeVisible()
    await expect(other.getByText(`${name} reads aloud`)).toBeVisible()
    // what draws the page is asked for at once, not file after file
    expect(await other.locator('link[rel=modulepreload]').count()).toBeGreaterThan(4)
  })
  const wordsOf = (other: Page) =>
    other
      .locator('article, li')
      .filter({ hasText: `${name} reads aloud` })
      .locator('p')
      .first()
  const plain = await withoutScript(browser, community, async (other) => {
    await other.goto(`/@${name}/${post.id}`)
    await expect(other.getByText(`${name} reads aloud`)).toBeVisible()
    expect(await other.locator('h1').count()).toBe(1)
    return wordsOf(other).textContent()
  })

  await page.goto(`/@${name}/${post.id}`)
  await takenOver(page)
  await expect(page.getByText(`${name} reads aloud`)).toHaveCount(1)
  expect(await wordsOf(page).textContent()).toBe(plain)
  await looksRight(page)
  for (const path of [`/@${name}`, '/local']) {
    await page.goto(path)
    await takenOver(page)
    await expect(page.getByText(`${name} reads aloud`)).toHaveCount(1)
    await looksRight(page)
  }

  expect((await page.request.get(`/@${name}/${secret.id}`)).status()).toBe(404)
  expect((await page.request.get('/@nobody_of_this_name')).status()).toBe(404)
  await page.goto('/@nobody_of_this_name')
  await expect(page.getByRole('heading', { level: 1, name: 'Nobody by this name' })).toBeVisible()
  await takenOver(page)
  await looksRight(page)
})

test('Pages that stand without a script look right in light and dark', async ({ page, community }) => {
  const name = newName('lovage')
  await community.member(name)
  const post = (await community.api(name, 'POST', '/api/v1/statuses', { status: `${name} was here` })) as Post
  await page.route('**/*.js', (route) => route.abort())
  for (const path of ['/about', `/@${name}`, `/@${name}/${post.id}`, '/@nobody_of_this_name']) {
    await page.goto(path)
    await expect(page.locator('#ssr')).toHaveCount(1)
    await looksRight(page)
    await fitsSmall(page)
  }
})

test('An address where nothing stands says so and leads on', async ({ page }) => {
  await page.goto('/nothing/here')
  await expect(page.getByRole('heading', { level: 1, name: 'Nothing stands here' })).toBeVisible()
  await looksRight(page)
  await page.getByRole('link', { name: 'Go to the beginning' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^A social network/)
})

test('A visitor reads what everyone here writes, and is shown how to join', async ({ page, community }) => {
  const name = newName('orpine')
  await community.member(name)
  await community.api(name, 'POST', '/api/v1/statuses', { status: `${name} writes for all` })
  await page.goto('/about')
  await page.getByRole('link', { name: 'Read first' }).click()
  await expect(page).toHaveURL(/\/local$/)
  await expect(page.getByText(`${name} writes for all`)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Reply' })).toHaveCount(0)
  await looksRight(page)
  await page.getByRole('link', { name: 'Join' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Seven rules, one at a time' })).toBeVisible()
})
