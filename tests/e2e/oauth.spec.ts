import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page } from 'playwright/test'
import { newProof } from '../support/program.ts'
import { PASSWORD } from './support/community.ts'
import { fitsSmall, looksRight } from './support/looks.ts'
import { test as base, type Person } from './support/people.ts'

type App = { name: string; client_id: string; client_secret: string; redirect_uri: string }

/** An app that waits on this machine for people to come back to it, and remembers where they came. */
const test = base.extend<{ returned: { url: string; visits: URL[] } }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  returned: async ({}, use) => {
    const visits: URL[] = []
    const server: Server = createServer((request, response) => {
      visits.push(new URL(request.url ?? '', 'http://app'))
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>App</title><h1>Back in the app</h1>')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    await use({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/back`, visits })
    server.close()
  },
})

async function register(page: Page, base: string, redirectUri: string): Promise<App> {
  const data = { client_name: 'Lantern', redirect_uris: redirectUri, scopes: 'read write push' }
  return (await page.request.post(`${base}/api/v1/apps`, { data })).json()
}

const authorize = (app: App, more: Record<string, string> = {}) =>
  `/oauth/authorize?${new URLSearchParams({ response_type: 'code', client_id: app.client_id, redirect_uri: app.redirect_uri, scope: 'read write', ...more })}`

/** Everything that the browser's guards refused on a page. */
function listen(page: Page): string[] {
  const refused: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy|Refused/i.test(message.text())) refused.push(message.text())
  })
  return refused
}

async function logIn(page: Page, person: Person): Promise<void> {
  await page.getByLabel('Name or mail address').fill(person.name)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Log in' }).click()
}

test('I let an app use my account', async ({ page, person, community, returned }) => {
  const ann = await person('ann')
  const app = await register(page, community.url, returned.url)
  const refused = listen(page)
  const { verifier, challenge } = newProof()
  await page.goto(authorize(app, { state: 'where I was', code_challenge: challenge, code_challenge_method: 'S256' }))
  await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  await logIn(page, ann)
  await expect(page.getByRole('heading', { name: 'May Lantern use your account?' })).toBeVisible()
  await expect(page.getByText(`@${ann.name}`)).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  await page.getByRole('button', { name: 'Allow', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Back in the app' })).toBeVisible()
  const back = returned.visits.find((url) => url.pathname === '/back')
  expect(back?.searchParams.get('state')).toBe('where I was')
  const form = {
    ...app,
    grant_type: 'authorization_code',
    code: back?.searchParams.get('code'),
    code_verifier: verifier,
  }
  const answer = await page.request.post(`${community.url}/oauth/token`, { data: form })
  expect(await answer.json()).toMatchObject({ token_type: 'Bearer', scope: 'read write' })
  expect(refused).toEqual([])
})

test('I do not let an app use my account, and it is told so', async ({ page, person, community, returned }) => {
  const ann = await person('ann')
  const app = await register(page, community.url, returned.url)
  await ann.opens(page, authorize(app))
  await page.getByRole('button', { name: 'Do not allow' }).click()
  await expect(page.getByRole('heading', { name: 'Back in the app' })).toBeVisible()
  expect(returned.visits.at(-1)?.searchParams.get('error') ?? returned.visits[0]?.searchParams.get('error')).toBe(
    'access_denied',
  )
})

test('an app on my phone opens again by an address of its own kind', async ({ page, person, community }) => {
  const ann = await person('ann')
  const app = await register(page, community.url, 'lantern://back')
  const refused = listen(page)
  await ann.opens(page, authorize(app))
  await expect(page.getByText('the app that opens lantern: addresses')).toBeVisible()
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('button', { name: 'Allow', exact: true }).click()
  expect((await answered).headers().location).toMatch(/^lantern:\/\/back\?code=/)
  await page.waitForTimeout(300)
  expect(refused).toEqual([])
})

test('an app without a window gets a code that I copy', async ({ page, person, community }) => {
  const ann = await person('ann')
  const app = await register(page, community.url, 'urn:ietf:wg:oauth:2.0:oob')
  await ann.opens(page, authorize(app))
  await page.getByRole('button', { name: 'Allow', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Copy this code into the app' })).toBeVisible()
  await expect(page.getByLabel('Your code')).toHaveValue(/^[\w-]{43}$/)
  await looksRight(page)
  await fitsSmall(page)
})

test('a wrong password is said on the page, and I try again', async ({ page, person, community, returned }) => {
  const ann = await person('ann')
  const app = await register(page, community.url, returned.url)
  await page.goto(authorize(app))
  await page.getByLabel('Name or mail address').fill(ann.name)
  await page.getByLabel('Password').fill('not this one')
  await page.getByRole('button', { name: 'Log in' }).click()
  await expect(page.getByRole('alert')).toHaveText('The name or the password is not right.')
  await expect(page.getByLabel('Name or mail address')).toHaveValue(ann.name)
  await looksRight(page)
  await logIn(page, ann)
  await expect(page.getByRole('heading', { name: 'May Lantern use your account?' })).toBeVisible()
})

test('a link of an app that nobody knows here tells me so', async ({ page }) => {
  await page.goto('/oauth/authorize?response_type=code&client_id=nobody&redirect_uri=https%3A%2F%2Fevil.example')
  await expect(page.getByRole('heading', { name: 'That did not work' })).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
})
