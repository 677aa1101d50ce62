import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page } from 'playwright/test'
import { newProof } from '../support/program.ts'
import { type Community, newName, PASSWORD, test } from './support/community.ts'
import { fitsSmall, looksRight } from './support/looks.ts'

const OUT_OF_BAND = 'urn:ietf:wg:oauth:2.0:oob'

type App = { client_id: string; client_secret: string; redirectUri: string }

async function postJson(url: string, body: object) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return answer.json()
}

/** An app registers itself, as every app does the first time it meets a server. */
async function registerApp(community: Community, redirectUri = OUT_OF_BAND): Promise<App> {
  const form = { client_name: 'Lantern', redirect_uris: redirectUri, scopes: 'read write follow' }
  return { ...(await postJson(`${community.url}/api/v1/apps`, form)), redirectUri }
}

function addressFor(community: Community, app: App, more: Record<string, string> = {}): string {
  const asked = { response_type: 'code', client_id: app.client_id, redirect_uri: app.redirectUri, scope: 'read write' }
  return `${community.url}/oauth/authorize?${new URLSearchParams({ ...asked, ...more })}`
}

/** The app fetches its token with the code, and asks whose it is. */
async function whoseToken(community: Community, app: App, code: string, more: Record<string, string> = {}) {
  const { access_token: token } = await postJson(`${community.url}/oauth/token`, {
    grant_type: 'authorization_code',
    client_id: app.client_id,
    client_secret: app.client_secret,
    redirect_uri: app.redirectUri,
    code,
    ...more,
  })
  const headers = { authorization: `Bearer ${token}` }
  const answer = await fetch(`${community.url}/api/v1/accounts/verify_credentials`, { headers })
  return ((await answer.json()) as { username?: string }).username
}

/** The app's own small web server, which browsers are sent back to. */
async function listen() {
  const server = createServer((_request, response) => response.end('Back in the app'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/back`, close: () => server.close() }
}

async function logIn(page: Page, name: string, password = PASSWORD): Promise<void> {
  await page.getByRole('textbox', { name: 'Name or mail address' }).fill(name)
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  await page.getByRole('button', { name: 'Log in' }).click()
}

test('Somebody logs in, reads what an app asks for, allows it, and copies the code into it', async ({
  page,
  community,
}) => {
  const name = newName('quince')
  await community.member(name)
  const app = await registerApp(community)
  await page.goto(addressFor(community, app))
  await expect(page.getByRole('heading', { level: 1, name: 'Log in' })).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)

  await logIn(page, name, 'not this one')
  await expect(page.getByRole('alert')).toContainText('The name or the password is not right.')
  await expect(page.getByRole('textbox', { name: 'Name or mail address' })).toHaveValue(name)
  await looksRight(page)

  await logIn(page, name)
  await expect(page.getByRole('heading', { level: 1, name: 'May Lantern use your account?' })).toBeVisible()
  await expect(page.getByText(`You are logged in as @${name}.`)).toBeVisible()
  const asked = page.getByRole('region', { name: 'It would be able to' }).getByRole('listitem')
  await expect(asked).toHaveText([/^Read everything that you can read here/, /^Do everything in your name/])
  await looksRight(page)
  await fitsSmall(page)

  await page.getByRole('button', { name: 'Allow', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Copy this code into the app' })).toBeVisible()
  await looksRight(page)
  const code = await page.getByRole('textbox', { name: 'Code' }).inputValue()
  expect(await whoseToken(community, app, code)).toBe(name)
  expect(await whoseToken(community, app, code), 'a code works once').toBeUndefined()
})

test('Somebody who is logged in goes back to the app with a code, and what it sent along', async ({
  page,
  context,
  community,
}) => {
  const name = newName('medlar')
  await community.member(name)
  await community.logIn(context, name)
  const back = await listen()
  const app = await registerApp(community, back.url)
  const { verifier, challenge } = newProof()
  await page.goto(
    addressFor(community, app, { state: 'row 7', code_challenge: challenge, code_challenge_method: 'S256' }),
  )
  await expect(page.getByText(`Afterwards you go on to ${new URL(back.url).host}.`)).toBeVisible()
  await page.getByRole('button', { name: 'Allow', exact: true }).click()
  await expect(page.getByText('Back in the app')).toBeVisible()
  const { origin, pathname, searchParams } = new URL(page.url())
  expect(origin + pathname).toBe(back.url)
  expect(searchParams.get('state')).toBe('row 7')
  const code = searchParams.get('code') ?? ''
  expect(await whoseToken(community, app, code, { code_verifier: verifier })).toBe(name)
  back.close()
})

test('Somebody who says no goes back to the app without a code', { tag: '@long' }, async ({
  page,
  context,
  community,
}) => {
  const name = newName('damson')
  await community.member(name)
  await community.logIn(context, name)
  const back = await listen()
  const app = await registerApp(community, back.url)
  await page.goto(addressFor(community, app, { state: 'row 8' }))
  await page.getByRole('button', { name: 'Do not allow' }).click()
  await expect(page.getByText('Back in the app')).toBeVisible()
  const { searchParams } = new URL(page.url())
  expect(Object.fromEntries(searchParams)).toMatchObject({ error: 'access_denied', state: 'row 8' })
  expect(searchParams.get('code')).toBeNull()
  back.close()
})

test('Somebody can answer with another account than the one that is logged in', async ({
  page,
  context,
  community,
}) => {
  const [first, second] = [newName('cherry'), newName('plum')]
  await community.member(first)
  await community.member(second)
  await community.logIn(context, first)
  const app = await registerApp(community)
  await page.goto(addressFor(community, app))
  await page.getByRole('link', { name: 'Use another account' }).click()
  await logIn(page, second)
  await expect(page.getByText(`You are logged in as @${second}.`)).toBeVisible()
  await page.getByRole('button', { name: 'Allow', exact: true }).click()
  const code = await page.getByRole('textbox', { name: 'Code' }).inputValue()
  expect(await whoseToken(community, app, code)).toBe(second)
})

test('An app that is not known here, or wants to send people elsewhere, is refused on our own page', async ({
  page,
  community,
}) => {
  const app = await registerApp(community)
  await page.goto(addressFor(community, { ...app, client_id: 'nobody' }))
  await expect(page.getByRole('heading', { level: 1, name: 'That did not work' })).toBeVisible()
  await looksRight(page)
  await page.goto(addressFor(community, { ...app, redirectUri: 'https://elsewhere.example/take' }))
  await expect(page.getByRole('heading', { level: 1, name: 'That did not work' })).toBeVisible()
  expect(new URL(page.url()).origin).toBe(community.url)
})

test.describe('Without any script', () => {
  test.use({ javaScriptEnabled: false })

  test('Somebody allows an app from its own plain window', { tag: '@long' }, async ({ page, community }) => {
    const name = newName('sloe')
    await community.member(name)
    const app = await registerApp(community)
    await page.goto(addressFor(community, app))
    await logIn(page, name)
    await page.getByRole('button', { name: 'Allow', exact: true }).click()
    const code = await page.getByRole('textbox', { name: 'Code' }).inputValue()
    expect(await whoseToken(community, app, code)).toBe(name)
  })
})
