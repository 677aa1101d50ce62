import { expect, type Page } from 'playwright/test'
import { newName } from './support/community.ts'
import { fitsSmall, looksRight } from './support/looks.ts'
import { mailedLink, newestMail, test } from './support/mail.ts'
import { CHOSEN, fillAccount, keepToTheRules, mailOf, signUp } from './support/newcomer.ts'

const mailField = (page: Page) => page.getByRole('textbox', { name: 'Mail address' })

test('Whoever types a Hotmail address hears of it at once, and can take another', async ({ page }) => {
  await keepToTheRules(page)
  await mailField(page).pressSequentially('someone@hotmail.co')
  const notice = page.getByRole('status').filter({ hasText: 'Hotmail and Outlook are currently dropping emails' })
  await expect(notice).toBeVisible()
  await mailField(page).fill('someone@msn.com')
  await expect(notice).toBeVisible()
  await mailField(page).fill('someone@mail.example')
  await expect(notice).toBeHidden()
  await mailField(page).fill('someone@hotmail.com')
  await expect(notice).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  await notice.getByRole('button', { name: 'Use another address' }).click()
  await expect(mailField(page)).toHaveValue('')
  await expect(mailField(page)).toBeFocused()
  await expect(notice).toBeHidden()
})

test('Whoever stays with Hotmail asks to be confirmed by hand, and gets a short code to say', async ({ page }) => {
  const name = newName('teasel')
  await keepToTheRules(page)
  await fillAccount(page, { name, email: `${name}@hotmail.com` })
  await page.getByRole('button', { name: 'Go on and ask to be confirmed by hand' }).click()
  await expect(page.getByRole('heading', { name: 'Your code' })).toBeVisible()
  await expect(page.getByText(/^[a-z]+ \d+$/)).toBeVisible()
  await expect(page.getByText('Tell this code to somebody of the collective')).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
})

test('A mail that is refused says so with the answer, and another address gets one', { tag: '@long' }, async ({
  page,
  community,
}) => {
  const name = newName('rue')
  await signUp(page, { name, email: `${name}@refuses.example` })
  await expect(page.getByText('refuses.example refused our mail.')).toBeVisible()
  await expect(page.getByText('We take no mail from your network')).toBeVisible()
  await looksRight(page)
  await page.getByRole('button', { name: 'Change the address' }).click()
  await page.getByRole('textbox', { name: 'Mail address' }).fill('nonsense')
  await page.getByRole('button', { name: 'Send to this address' }).click()
  await expect(page.getByText('Say your mail address here, as you@example.org.')).toBeVisible()
  await looksRight(page)
  await page.getByRole('textbox', { name: 'Mail address' }).fill(mailOf(name))
  await page.getByRole('button', { name: 'Send to this address' }).click()
  await expect(page.getByText(`Open the link that we send to ${mailOf(name)}`)).toBeVisible()
  await expect(page.getByText('mail.example took our mail')).toBeVisible()

  const { links } = await newestMail(community, `${name}@refuses.example`)
  await page.goto(links.find((link) => link.includes('/confirm')) ?? '')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /This link has (been used|run out)|We do not know this link/,
  )
})

test('A mail that is put off says so, and that we try again', { tag: '@long' }, async ({ page }) => {
  const name = newName('dock')
  await signUp(page, { name, email: `${name}@later.example` })
  await expect(page.getByText('later.example asked us to try again later, and we will.')).toBeVisible()
  await expect(page.getByText('Come back in a while')).toBeVisible()
  await looksRight(page)
})

test('The mail can be sent again, though not at once', { tag: '@long' }, async ({ page, newCommunity }) => {
  const community = await newCommunity({ REGISTRATIONS: 'open', SMTP_URL: 'smtp://127.0.0.1:9' })
  const name = newName('vetch')
  await signUp(page, { name }, `${community.url}/join`)
  await expect(page.getByText('asked us to try again later, and we will.')).toBeVisible()
  const again = page.getByRole('button', { name: 'Send it again' })
  await expect(again).toHaveAttribute('aria-disabled', 'true')
  await expect(page.getByText(/Another mail can be sent from \d\d:\d\d on\./).first()).toBeVisible()
  expect(await community.mails(mailOf(name))).toHaveLength(1)
  await community.advance('PT2M')
  await expect(again).not.toHaveAttribute('aria-disabled')
  await again.click()
  await expect.poll(async () => (await community.mails(mailOf(name))).length).toBe(2)
})

test('In another browser the link confirms too, and there one logs in', async ({ page, browser, community }) => {
  const name = newName('mallow')
  await signUp(page, { name })
  const elsewhere = await browser.newContext({ baseURL: community.url })
  const other = await elsewhere.newPage()
  await other.goto(await mailedLink(community, mailOf(name), '/confirm'))
  await expect(
    other.getByText('Your address is confirmed. Log in with your name and password, or with your passkey.'),
  ).toBeVisible()
  await looksRight(other)
  await other.getByRole('button', { name: 'Log in' }).click()
  await other.getByRole('textbox', { name: 'Name or mail address' }).fill(name)
  await other.getByRole('textbox', { name: 'Password', exact: true }).fill(CHOSEN)
  await other.getByRole('button', { name: 'Log in' }).click()
  await expect(other).toHaveURL(/\/home$/)
  await elsewhere.close()
})

test('A link works once', { tag: '@long' }, async ({ page, community, context }) => {
  const name = newName('thistle')
  await signUp(page, { name })
  const link = await mailedLink(community, mailOf(name), '/confirm')
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1, name: `Welcome, ${name}` })).toBeVisible()
  const again = await context.newPage()
  await again.goto(link)
  await expect(again.getByRole('heading', { level: 1, name: 'This link has been used' })).toBeVisible()
  await looksRight(again)
  await expect(again.getByRole('link', { name: 'Log in' })).toBeVisible()
})

test('A link that is cut short or unknown says what to do', async ({ page }) => {
  await page.goto('/confirm')
  await expect(page.getByRole('heading', { level: 1, name: 'This link is not whole' })).toBeVisible()
  await looksRight(page)
  await page.goto('/confirm#nonsense')
  await expect(page.getByRole('heading', { level: 1, name: 'We do not know this link' })).toBeVisible()
  await page.getByRole('link', { name: 'Have it sent again' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'There is nothing to confirm here' })).toBeVisible()
  await looksRight(page)
})

test('A link that has run out leads to where another is sent', async ({ page, newCommunity }) => {
  const community = await newCommunity({ REGISTRATIONS: 'open' })
  const name = newName('nettle')
  await signUp(page, { name }, `${community.url}/join`)
  const link = await mailedLink(community, mailOf(name), '/confirm')
  await community.advance('P3D')
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1, name: 'This link has run out' })).toBeVisible()
  await page.getByRole('link', { name: 'Have it sent again' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Somebody confirms you by hand' })).toBeVisible()
})

test('An address that is known here looks the same on the screen; only its mail says so', { tag: '@long' }, async ({
  browser,
  community,
}) => {
  const known = newName('hazel')
  await community.member(known)
  const screenOf = async (name: string, email: string) => {
    const context = await browser.newContext({ baseURL: community.url })
    const page = await context.newPage()
    await signUp(page, { name, email })
    await expect(page.getByText('mail.example took our mail')).toBeVisible()
    const words = await page.locator('main').innerText()
    await context.close()
    return words.replaceAll(email, 'ADDRESS').replace(/\d\d:\d\d/g, 'TIME')
  }
  const stranger = newName('reed')
  expect(await screenOf(newName('sedge'), mailOf(known))).toBe(await screenOf(stranger, mailOf(stranger)))
  expect((await newestMail(community, mailOf(known))).subject).toMatch(/You already have an account/)
  expect((await newestMail(community, mailOf(stranger))).subject).toMatch(/Confirm your address/)
})
