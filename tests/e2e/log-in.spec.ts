import { expect, type Page } from 'playwright/test'
import { newName, PASSWORD, test } from './support/community.ts'
import { fitsSmall, looksRight } from './support/looks.ts'
import { mailedLink, newestMail } from './support/mail.ts'
import { agreeToAll, CHOSEN, mailOf } from './support/newcomer.ts'

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

async function logIn(page: Page, login: string, password = PASSWORD): Promise<void> {
  await page.getByRole('textbox', { name: 'Name or mail address' }).fill(login)
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(password)
  await page.getByRole('button', { name: 'Log in' }).click()
}

/** What the form says when the server said no. */
const refusalOf = (page: Page) => page.getByRole('form').getByRole('alert')

async function askForLink(page: Page, email: string): Promise<void> {
  await page.goto('/forgot')
  await page.getByRole('textbox', { name: 'Mail address' }).fill(email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(heading(page, 'Look into your mail')).toBeVisible()
}

test('A member logs in by name, out again, and in by mail address', async ({ page, community, isMobile }) => {
  const name = newName('ivy')
  await community.member(name)
  await page.goto('/about')
  await page.getByRole('link', { name: 'Log in' }).click()
  await expect(heading(page, 'Log in')).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  await logIn(page, name)
  await expect(page).toHaveURL(/\/home$/)

  const rail = page.getByRole('navigation', { name: 'Main' })
  if (isMobile) await rail.getByRole('button', { name: 'More' }).click()
  await (isMobile
    ? page.getByRole('menuitem', { name: 'Log out' })
    : rail.getByRole('button', { name: 'Log out' })
  ).click()
  await expect(page).toHaveURL(/\/about$/)
  await expect(page.getByText('You are logged out.').first()).toBeVisible()
  expect((await page.request.get('/api/v1/accounts/verify_credentials')).status()).toBe(401)

  await page.goto('/login')
  await logIn(page, mailOf(name).toUpperCase())
  await expect(page).toHaveURL(/\/home$/)
})

test('A wrong password, a wrong name and an empty field each say what is wrong, and keep the name', async ({
  page,
  community,
}) => {
  const name = newName('holly')
  await community.member(name)
  await page.goto('/login')
  await page.getByRole('button', { name: 'Log in' }).click()
  await expect(page.getByText('Say your name here, or your mail address.')).toBeVisible()
  await expect(page.getByText('The password is missing.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Name or mail address' })).toBeFocused()
  await looksRight(page)
  await logIn(page, name, 'not this one')
  const refusal = refusalOf(page)
  await expect(refusal).toContainText('The name or the password is not right.')
  await expect(page.getByRole('textbox', { name: 'Name or mail address' })).toHaveValue(name)
  await looksRight(page)
  const said = await refusal.innerText()
  await logIn(page, 'nobody_of_this_name', 'not this one')
  await expect(page.getByRole('textbox', { name: 'Name or mail address' })).toHaveValue('nobody_of_this_name')
  await expect(refusal).toHaveText(said)
})

test('Whoever wanted to go somewhere is led there after logging in', async ({ page, community }) => {
  const name = newName('broom')
  await community.member(name)
  await page.goto('/inbox')
  await expect(heading(page, 'Log in')).toBeVisible()
  await logIn(page, name)
  await expect(page).toHaveURL(/\/inbox$/)
  await page.goto('/login?next=https://elsewhere.example/')
  await expect(page).toHaveURL(/\/home$/)
})

test('A forgotten password is replaced by a link in the mail, and other devices are logged out', async ({
  page,
  browser,
  community,
}) => {
  const name = newName('elder')
  await community.member(name)
  const device = await browser.newContext({ baseURL: community.url })
  await community.logIn(device, name)
  const onDevice = await device.newPage()
  await onDevice.goto('/home')
  await expect(heading(onDevice, 'Home')).toBeAttached()

  await page.goto('/login')
  await page.getByRole('link', { name: 'I forgot my password' }).click()
  await expect(heading(page, 'A new password')).toBeVisible()
  await looksRight(page)
  await page.getByRole('textbox', { name: 'Mail address' }).fill('nonsense')
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByText('Say your mail address here, as you@example.org.')).toBeVisible()
  await askForLink(page, mailOf(name))
  await looksRight(page)

  const link = await mailedLink(community, mailOf(name), '/reset')
  await page.goto(link)
  await expect(heading(page, 'Choose a new password')).toBeVisible()
  expect(new URL(page.url()).hash, 'the secret leaves the address bar').toBe('')
  await looksRight(page)
  const field = page.getByRole('textbox', { name: 'New password' })
  await field.fill('short')
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(page.getByText('5 characters are too few.')).toBeVisible()
  await field.fill('1234567890')
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await looksRight(page)
  await field.fill(CHOSEN)
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(heading(page, 'Your password is changed')).toBeVisible()
  await looksRight(page)
  await page.getByRole('link', { name: 'Log in', exact: true }).click()
  await logIn(page, name, PASSWORD)
  await expect(refusalOf(page)).toContainText('The name or the password is not right.')
  await logIn(page, name, CHOSEN)
  await expect(page).toHaveURL(/\/home$/)

  await onDevice.getByRole('link', { name: 'Inbox' }).click()
  await expect(onDevice.getByText('You have been logged out.').first()).toBeVisible()
  await device.close()
  expect((await newestMail(community, mailOf(name))).subject).toMatch(/was changed/)

  await page.goto(link)
  await field.fill('another quiet sentence')
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(heading(page, 'This link has been used')).toBeVisible()
  await looksRight(page)
})

test('Asking for a new password looks the same whether the address is known or not', { tag: '@long' }, async ({
  page,
  community,
}) => {
  const name = newName('yew')
  await community.member(name)
  await askForLink(page, mailOf(name))
  const known = (await page.locator('main').innerText()).replaceAll(mailOf(name), 'ADDRESS')
  await askForLink(page, 'stranger@mail.example')
  expect((await page.locator('main').innerText()).replaceAll('stranger@mail.example', 'ADDRESS')).toBe(known)
  expect(await community.mails('stranger@mail.example')).toEqual([])
  expect(await community.mails(mailOf(name))).toHaveLength(1)
})

test('A link for a new password that has run out, is cut short or unknown says what to do', { tag: '@long' }, async ({
  page,
  newCommunity,
}) => {
  const community = await newCommunity()
  await community.member('fern')
  await page.request.post(`${community.url}/auth/password-reset`, {
    data: { email: mailOf('fern') },
    headers: { origin: community.url },
  })
  const link = await mailedLink(community, mailOf('fern'), '/reset')
  await community.advance('PT3H')
  await page.goto(link)
  const field = page.getByRole('textbox', { name: 'New password' })
  await field.fill(CHOSEN)
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(heading(page, 'This link has run out')).toBeVisible()
  await looksRight(page)
  await page.goto(`${community.url}/reset`)
  await expect(heading(page, 'This link is not whole')).toBeVisible()
  await page.goto(`${community.url}/reset#nonsense`)
  await field.fill(CHOSEN)
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(heading(page, 'We do not know this link')).toBeVisible()
  await page.getByRole('link', { name: 'Ask for a new link' }).click()
  await expect(heading(page, 'A new password')).toBeVisible()
})

test('A member whose account is closed is told so', { tag: '@long' }, async ({ page, community }) => {
  const name = newName('larch')
  await community.member(name)
  await community.admin('accounts', 'modify', name, '--disable')
  await page.goto('/login')
  await logIn(page, name)
  await expect(refusalOf(page)).toContainText('Your account is closed for now.')
  await looksRight(page)
})

test('A session that ended elsewhere says so where one is, and leads back to it', async ({
  page,
  context,
  community,
}) => {
  const name = newName('maple')
  await community.member(name)
  await community.logIn(context, name)
  await page.goto('/home')
  await expect(heading(page, 'Home')).toBeAttached()
  await community.admin('accounts', 'reset-password', name, '--password', CHOSEN)
  // the live stream may have said so before anything was pressed
  const inbox = page.getByRole('link', { name: 'Inbox' })
  await inbox.click({ timeout: 3000 }).catch(() => undefined)
  await expect(page.getByText('You have been logged out.').first()).toBeVisible()
  await looksRight(page)
})

test('A member who has not agreed to the rules in force does so before anything else', async ({
  page,
  context,
  community,
}) => {
  const name = newName('birch')
  await community.member(name, '--unaccepted')
  await community.logIn(context, name)
  await page.goto('/inbox')
  await expect(heading(page, 'Before you go on: 7 rules')).toBeVisible()
  await looksRight(page)
  await agreeToAll(page)
  await page.getByRole('button', { name: 'Go on', exact: true }).click()
  await expect(page).toHaveURL(/\/inbox$/)
  await page.reload()
  await expect(heading(page, 'Inbox')).toBeVisible()
})
