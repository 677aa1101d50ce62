import { expect, type Page } from 'playwright/test'
import { newName } from './support/community.ts'
import { fitsSmall, looksRight } from './support/looks.ts'
import { mailedLink, newestMail, test } from './support/mail.ts'
import { CHOSEN, fillAccount, keepToTheRules, mailOf, sendAccount, signUp } from './support/newcomer.ts'

const nameField = (page: Page) => page.getByRole('textbox', { name: 'Name', exact: true })
const passwordField = (page: Page) => page.getByRole('textbox', { name: 'Password', exact: true })
const mailField = (page: Page) => page.getByRole('textbox', { name: 'Mail address' })

test('A newcomer agrees to the rules one at a time, and the tally says how far along they are', async ({ page }) => {
  await page.goto('/about')
  await page.getByRole('link', { name: 'Read the rules and join' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Seven rules, one at a time' })).toBeVisible()
  const steps = page.getByRole('list', { name: 'Joining, three steps' })
  await expect(steps.getByRole('listitem')).toHaveText([/1 Rules/, /2 Account/, /3 Confirm by mail/])
  await expect(steps.locator('[aria-current="step"]')).toHaveText(/Rules/)
  const tally = page.getByRole('status').filter({ hasText: 'agreed' })
  const goOn = page.getByRole('button', { name: 'Go on to your account' })
  await expect(tally).toHaveText(/0 of 7 agreed/)
  await looksRight(page)
  await fitsSmall(page)

  await goOn.press('Enter')
  await expect(page.getByText('Seven rules are not agreed yet.')).toBeAttached()
  await expect(page).toHaveURL(/\/join$/)

  for (const [n, rule] of [
    'Racist behavior and statements',
    'Sexist behavior and statements',
    'Anti-gay and anti-transgender behavior and statements',
    'Advertisements on behalf of for-profit businesses',
    'Advocacy of white nationalism or “national bolshevism”',
    'Sexual depictions of children, including illustrations',
    'Stalking, harassment, and the sharing of users’ personal information',
  ].entries()) {
    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: rule }) })
    await card.getByRole('checkbox').check()
    await expect(card.getByText('Agreed')).toBeVisible()
    await expect(tally).toHaveText(new RegExp(`${n + 1} of 7 agreed`))
  }
  await expect(page.getByText('Circumventing blocks')).toBeVisible()
  await expect(goOn).not.toHaveAttribute('aria-disabled')

  await page.reload()
  await expect(tally).toHaveText(/7 of 7 agreed/)
  await looksRight(page)
  await goOn.click()
  await expect(page.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible()
  await expect(steps.locator('[aria-current="step"]')).toHaveText(/Account/)
  await looksRight(page)
  await fitsSmall(page)
})

test('Whoever opens the account step before the rules is led to the rules', async ({ page }) => {
  await page.goto('/join/account')
  await expect(page.getByRole('heading', { level: 1, name: 'Seven rules, one at a time' })).toBeVisible()
})

test('A newcomer opens the link in the mail, and the page where they wait notices', async ({
  page,
  context,
  community,
}) => {
  const name = newName('tansy')
  await signUp(page, { name })
  await expect(page.getByRole('heading', { level: 1, name: 'One mail, one link' })).toBeVisible()
  await expect(page.getByText(`Open the link that we send to ${mailOf(name)}`)).toBeVisible()
  await expect(page.getByText('mail.example took our mail')).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)

  const other = await context.newPage()
  await other.goto(await mailedLink(community, mailOf(name), '/confirm'))
  await expect(other.getByRole('heading', { level: 1, name: `Welcome, ${name}` })).toBeVisible()
  await expect(other.getByText('Your address is confirmed. You are in.')).toBeVisible()
  expect(new URL(other.url()).hash, 'the secret leaves the address bar').toBe('')
  await looksRight(other)
  await expect(page.getByRole('heading', { level: 1, name: `Welcome, ${name}` })).toBeVisible()

  await other.getByRole('button', { name: 'Go in' }).click()
  await expect(other).toHaveURL(/\/home$/)
  await expect(other.getByRole('heading', { level: 1, name: 'Home' })).toBeAttached()

  const kept = await other.request.get('/api/community/v1/rules/acceptance')
  expect(await kept.json()).toMatchObject({ version: 1, locale: 'en' })
})

test('What was typed is there after loading again, all but the password', async ({ page }) => {
  await keepToTheRules(page)
  await fillAccount(page, { name: 'yarrow_waits', email: 'yarrow@mail.example' })
  await page.reload()
  await expect(nameField(page)).toHaveValue('yarrow_waits')
  await expect(mailField(page)).toHaveValue('yarrow@mail.example')
  await expect(page.getByRole('checkbox', { name: 'I am 16 or older' })).toBeChecked()
  await expect(passwordField(page)).toHaveValue('')
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain(CHOSEN)
  await page.getByRole('link', { name: 'Back to the rules' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'agreed' })).toHaveText(/7 of 7/)
})

test('The name is looked up while it is typed', async ({ page, community }) => {
  const taken = newName('sorrel')
  await community.member(taken)
  await keepToTheRules(page)
  await nameField(page).fill(newName('fennel'))
  await expect(page.getByText('It is free.')).toBeVisible()
  await nameField(page).fill(taken.toUpperCase())
  await expect(page.getByText('This name is taken. Choose another.')).toBeVisible()
  await expect(page.getByText('It is free.')).toBeHidden()
  await nameField(page).fill('admin')
  await expect(page.getByText('This name is kept for the community itself.')).toBeVisible()
  await nameField(page).fill('with space')
  await expect(page.getByText('A name has the letters a to z, digits and _ only.')).toBeVisible()
  await looksRight(page)
})

test('A name that somebody else takes meanwhile is told at the field, and nothing typed is lost', async ({
  page,
  community,
}) => {
  const name = newName('clover')
  await keepToTheRules(page)
  await fillAccount(page, { name })
  await expect(page.getByText('It is free.')).toBeVisible()
  await community.member(name)
  await sendAccount(page).click()
  await expect(nameField(page)).toHaveAccessibleDescription(/This name is taken\. Choose another\./)
  await expect(nameField(page)).toBeFocused()
  await expect(nameField(page)).toHaveValue(name)
  await expect(passwordField(page)).toHaveValue(CHOSEN)
  await expect(mailField(page)).toHaveValue(mailOf(name))
})

test('Whoever leaves fields empty, or takes a weak password, reads what to do and keeps the rest', async ({ page }) => {
  const name = newName('bramble')
  await keepToTheRules(page)
  await sendAccount(page).click()
  await expect(page.getByText('Choose a name: letters, digits and _ .')).toBeVisible()
  await expect(page.getByText('Take at least ten characters; a short sentence is good.')).toBeVisible()
  await expect(page.getByText('Say your mail address here, as you@example.org.')).toBeVisible()
  await expect(page.getByText('You can join when you are 16. Until then you can read.')).toBeVisible()
  await expect(nameField(page)).toBeFocused()
  await looksRight(page)

  await fillAccount(page, { name, email: 'not an address', password: 'abc' })
  await sendAccount(page).click()
  await expect(page.getByText('Three characters are too few.')).toBeVisible()
  await expect(page.getByText('Say your mail address here, as you@example.org.')).toBeVisible()
  await mailField(page).fill(mailOf(name))
  await passwordField(page).fill('1234567890')
  await sendAccount(page).click()
  await expect(passwordField(page)).toHaveAttribute('aria-invalid', 'true')
  await expect(passwordField(page)).toHaveAccessibleDescription(/many people|often|common|well known|first/i)
  await expect(nameField(page)).toHaveValue(name)
  await looksRight(page)

  await passwordField(page).fill(CHOSEN)
  await sendAccount(page).click()
  await expect(page.getByRole('heading', { level: 1, name: 'One mail, one link' })).toBeVisible()
})

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

test('A mail that is refused says so with the answer, and another address gets one', async ({ page, community }) => {
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

test('A mail that is put off says so, and that we try again', async ({ page }) => {
  const name = newName('dock')
  await signUp(page, { name, email: `${name}@later.example` })
  await expect(page.getByText('later.example asked us to try again later, and we will.')).toBeVisible()
  await expect(page.getByText('Come back in a while')).toBeVisible()
  await looksRight(page)
})

test('The mail can be sent again, though not at once', async ({ page, newCommunity }) => {
  const community = await newCommunity({ REGISTRATIONS: 'open', SMTP_URL: 'smtp://127.0.0.1:9' })
  const name = newName('vetch')
  await signUp(page, { name }, `${community.url}/join`)
  await expect(page.getByText('asked us to try again later, and we will.')).toBeVisible()
  const again = page.getByRole('button', { name: 'Send it again' })
  await expect(again).toHaveAttribute('aria-disabled', 'true')
  await expect(page.getByText(/Another mail can be sent from \d\d:\d\d on\./).first()).toBeVisible()
  expect(await community.mails(mailOf(name))).toHaveLength(1)
  await page.request.post(`${community.url}/api/test/clock`, { data: { advance: 'PT2M' } })
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
  await expect(other.getByText('Your address is confirmed. Log in with your name and password.')).toBeVisible()
  await looksRight(other)
  await other.getByRole('button', { name: 'Log in' }).click()
  await other.getByRole('textbox', { name: 'Name or mail address' }).fill(name)
  await other.getByRole('textbox', { name: 'Password', exact: true }).fill(CHOSEN)
  await other.getByRole('button', { name: 'Log in' }).click()
  await expect(other).toHaveURL(/\/home$/)
  await elsewhere.close()
})

test('A link works once', async ({ page, community, context }) => {
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
  await page.request.post(`${community.url}/api/test/clock`, { data: { advance: 'P3D' } })
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1, name: 'This link has run out' })).toBeVisible()
  await page.getByRole('link', { name: 'Have it sent again' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Somebody confirms you by hand' })).toBeVisible()
})

test('An address that is known here looks the same on the screen; only its mail says so', async ({
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

test('Pressing twice signs up once', async ({ page, community }) => {
  const name = newName('burdock')
  await keepToTheRules(page)
  await fillAccount(page, { name })
  await sendAccount(page).dblclick()
  await expect(page.getByRole('heading', { level: 1, name: 'One mail, one link' })).toBeVisible()
  expect(await community.mails(mailOf(name))).toHaveLength(1)
})

test('Whoever leaves comes back to where they were, or begins from the start', async ({ page }) => {
  const name = newName('comfrey')
  await signUp(page, { name })
  await page.goto('/join')
  await expect(page.getByText(`You have begun already, as @${name}.`)).toBeVisible()
  await looksRight(page)
  await page.getByRole('link', { name: 'Go on where you were' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'One mail, one link' })).toBeVisible()
  const startOver = page.getByRole('button', { name: 'Begin from the start' })
  await startOver.click()
  const dialog = page.getByRole('dialog', { name: 'Begin from the start?' })
  await expect(dialog).toBeVisible()
  await looksRight(page)
  await dialog.getByRole('button', { name: 'Stay here' }).click()
  await expect(startOver).toBeFocused()
  await startOver.click()
  await dialog.getByRole('button', { name: 'Begin from the start' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Seven rules, one at a time' })).toBeVisible()
  await keepToTheRules(page)
  await nameField(page).fill(name)
  await expect(page.getByText('It is free.')).toBeVisible()
})
