import { TOTP } from 'otpauth'
import { expect, type Page } from 'playwright/test'
import { freePort } from '../support/process.ts'
import { type Community, newName, PASSWORD } from './support/community.ts'
import { fitsSmall, looksRight } from './support/looks.ts'
import { mailedLink } from './support/mail.ts'
import { keepToTheRules, mailOf, sendAccount } from './support/newcomer.ts'
import { test } from './support/people.ts'
import { said } from './support/screen.ts'

/** The community's time: a story before this one may have moved its clock, and an app's codes are of one half minute. */
const nowOf = async (community: Community): Promise<number> => (await community.advance('PT0S')).getTime()

const part = (page: Page) => page.getByRole('region', { name: 'A second step' })

async function sayPassword(page: Page, url: string, name: string): Promise<void> {
  await page.goto(`${url}/login`)
  await page.getByRole('textbox', { name: 'Name or mail address' }).fill(name)
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Log in', exact: true }).click()
}

/** Where an app sends its people to be let in. */
async function askedByApp(url: string): Promise<string> {
  const redirect_uri = 'urn:ietf:wg:oauth:2.0:oob'
  const body = JSON.stringify({ client_name: 'Lantern', redirect_uris: redirect_uri, scopes: 'read' })
  const app = await fetch(`${url}/api/v1/apps`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
  const { client_id } = await app.json()
  return `${url}/oauth/authorize?${new URLSearchParams({ response_type: 'code', client_id, redirect_uri, scope: 'read' })}`
}

/** A recovery code that is on the screen. */
const shownCode = (page: Page) => page.getByRole('list', { name: 'Your recovery codes' }).getByRole('listitem').first()

test('I add an app that shows codes, log in with it and, without it, with a recovery code', { tag: '@long' }, async ({
  page,
  elsewhere,
  community,
  person,
}) => {
  const ann = await person('ann')
  await ann.opens(page, '/settings/safety')
  await part(page).getByRole('button', { name: 'Add an app' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Your password' }).fill('not this one')
  await dialog.getByRole('button', { name: 'Go on' }).click()
  await expect(dialog.getByText('This is not your password.').first()).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Your password' }).fill(PASSWORD)
  await dialog.getByRole('button', { name: 'Go on' }).click()
  await expect(dialog.getByRole('img', { name: 'A picture that the app reads' })).toBeVisible()
  await looksRight(page)
  const secret = (await dialog.locator('code').innerText()).replace(/\s/g, '')
  const app = new TOTP({ secret })
  await dialog
    .getByRole('textbox', { name: 'The code that it shows now' })
    .fill(app.generate({ timestamp: await nowOf(community) }))
  await dialog.getByRole('button', { name: 'Ask for its codes from now on' }).click()
  await expect(dialog.getByText('Write these down now.')).toBeVisible()
  const recovery = await shownCode(page).innerText()
  await looksRight(page)
  await dialog.getByRole('checkbox', { name: 'I have kept them' }).check()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(part(page).getByText('You have one. Logging in asks for its code.')).toBeVisible()
  await expect(part(page).getByText('You have 10 codes left.')).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)

  await sayPassword(elsewhere, community.url, ann.name)
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('The second step')
  await elsewhere.getByRole('textbox', { name: 'Code' }).fill('000000')
  await elsewhere.getByRole('button', { name: 'Go on' }).click()
  await expect(elsewhere.getByText('This code does not open it.')).toBeVisible()
  await looksRight(elsewhere)
  await elsewhere
    .getByRole('textbox', { name: 'Code' })
    .fill(app.generate({ timestamp: (await nowOf(community)) + 30_000 }))
  await elsewhere.getByRole('button', { name: 'Go on' }).click()
  await expect(elsewhere).toHaveURL(/\/home$/)
  await elsewhere.context().clearCookies()
  await sayPassword(elsewhere, community.url, ann.name)
  await elsewhere.getByRole('textbox', { name: 'Code' }).fill(recovery)
  await elsewhere.getByRole('button', { name: 'Go on' }).click()
  await expect(elsewhere).toHaveURL(/\/home$/)
})

test('I add a passkey, log in with it alone, use it as the second step, and take it away', async ({
  page,
  newCommunity,
}) => {
  // browsers make no passkeys for a bare number
  const port = String(await freePort())
  const url = `http://localhost:${port}`
  const community = await newCommunity({ PORT: port, PUBLIC_URL: url, REGISTRATIONS: 'open' })
  const name = newName('ann')
  await community.member(name)
  const devices = await page.context().newCDPSession(page)
  await devices.send('WebAuthn.enable')
  const { authenticatorId } = await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await sayPassword(page, url, name)
  await expect(page).toHaveURL(/\/home$/)
  await page.goto(`${url}/settings/safety`)
  await part(page).getByRole('button', { name: 'Add a passkey' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'What you call it' }).fill('Blue key')
  await dialog.getByRole('textbox', { name: 'Your password' }).fill(PASSWORD)
  await looksRight(page)
  await dialog.getByRole('button', { name: 'Go on' }).click()
  await dialog.getByRole('checkbox', { name: 'I have kept them' }).check()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(part(page).getByText('Blue key')).toBeVisible()
  await looksRight(page)

  await page.context().clearCookies()
  await page.goto(`${url}/login`)
  await looksRight(page)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page).toHaveURL(/\/home$/)
  await page.context().clearCookies()
  await sayPassword(page, url, name)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page).toHaveURL(/\/home$/)

  // an app asks to be let in: its page has no script, so the passkey is taken at our own, which leads back
  await page.context().clearCookies()
  await page.goto(await askedByApp(url))
  await page.getByRole('textbox', { name: 'Name or mail address' }).fill(name)
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Log in' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The second step')
  await looksRight(page)
  await page.getByRole('link', { name: /passkey/i }).click()
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('May Lantern use your account?')
  await expect(page.getByText(`You are logged in as @${name}.`)).toBeVisible()

  await page.goto(`${url}/settings/safety`)
  await part(page).getByRole('button', { name: 'Remove: Blue key' }).click()
  await dialog.getByRole('textbox', { name: 'Your password' }).fill(PASSWORD)
  await dialog.getByRole('button', { name: 'With a passkey' }).click()
  await expect(said(page, 'The passkey is removed.')).toHaveCount(1)

  // somebody else joins at the same device, with a passkey and no password at all
  await page.context().clearCookies()
  await devices.send('WebAuthn.clearCredentials', { authenticatorId })
  const newcomer = newName('bea')
  await keepToTheRules(page, `${url}/join`)
  await page.getByRole('button', { name: 'Use a passkey instead of a password' }).click()
  await expect(page.getByRole('textbox', { name: 'Password', exact: true })).toBeHidden()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(newcomer)
  await page.getByRole('textbox', { name: 'Mail address' }).fill(mailOf(newcomer))
  await page.getByRole('checkbox', { name: 'I am 16 or older' }).check()
  await looksRight(page)
  await fitsSmall(page)
  await sendAccount(page).click()
  await expect(page).toHaveURL(/\/join\/confirm$/)
  await page.goto(await mailedLink(community, mailOf(newcomer), '/confirm'))
  await expect(page.getByText('Your address is confirmed').first()).toBeVisible()
  await page.context().clearCookies()
  await page.goto(`${url}/login`)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page).toHaveURL(/\/(home|first-steps)$/)
  await page.goto(`${url}/settings/safety`)
  await part(page).getByRole('button', { name: 'Remove: Passkey' }).click()
  await expect(dialog.getByText('You have no password here')).toBeVisible()
  await looksRight(page)
  await dialog.getByRole('button', { name: 'Leave it' }).click()
  await page.getByRole('button', { name: 'Set a password' }).click()
  await dialog.getByLabel('The new password', { exact: true }).fill('short')
  await dialog.getByRole('button', { name: 'Set a password' }).click()
  await expect(dialog.getByText('5 characters are too few.')).toBeVisible()
  await looksRight(page)
  await dialog.getByLabel('The new password', { exact: true }).fill('another lantern, somewhere else')
  await dialog.getByRole('button', { name: 'Set a password' }).click()
  await expect(shownCode(page)).toBeVisible()
  await dialog.getByRole('checkbox', { name: 'I have kept them' }).check()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('button', { name: 'Change the password' })).toBeVisible()
})
