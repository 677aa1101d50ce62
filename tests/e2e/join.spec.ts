import { expect, type Page } from 'playwright/test'
import { newName } from './support/community.ts'
import { fitsSmall, looksRight } from './support/looks.ts'
import { mailedLink, test } from './support/mail.ts'
import { CHOSEN, fillAccount, keepToTheRules, mailOf, sendAccount, signUp } from './support/newcomer.ts'

const nameField = (page: Page) => page.getByRole('textbox', { name: 'Name', exact: true })
const passwordField = (page: Page) => page.getByRole('textbox', { name: 'Password', exact: true })
const mailField = (page: Page) => page.getByRole('textbox', { name: 'Mail address' })

test('A newcomer agrees to the rules one at a time, and the tally says how far along they are', async ({ page }) => {
  await page.goto('/about')
  await page.getByRole('link', { name: 'Read the rules and join' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Seven rules, one at a time' })).toBeVisible()
  const steps = page.getByRole('list', { name: 'Joining, three steps' })
  await expect(steps.getByRole('listitem')).toHaveText([/1 Rules/, /2 Account/, /3 Confirm/])
  await expect(steps.locator('[aria-current="step"]')).toHaveText(/Rules/)
  const tally = page.getByRole('status').filter({ hasText: /of 7 agreed/ })
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

test('Whoever opens the account step before the rules is led to the rules', { tag: '@long' }, async ({ page }) => {
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
  await expect(other).toHaveURL(/\/first-steps$/)
  await expect(other.getByRole('heading', { level: 1, name: 'First steps' })).toBeVisible()

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
  await expect(page.getByRole('status').filter({ hasText: /of 7 agreed/ })).toHaveText(/7 of 7/)
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

test('A name that somebody else takes meanwhile is told at the field, and nothing typed is lost', {
  tag: '@long',
}, async ({ page, community }) => {
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

test('A browser proves its work while the form is filled in, unseen; one that cannot asks its person a question', async ({
  newCommunity,
  browser,
  page,
}) => {
  const community = await newCommunity({ RATE_LIMITS: 'on', REGISTRATIONS: 'open' })
  const name = newName('worked')
  let proved = ''
  page.on('request', (request) => {
    if (request.url().endsWith('/auth/sign-up') && request.method() === 'POST') proved = request.postData() ?? ''
  })
  await signUp(page, { name }, `${community.url}/join`)
  expect(JSON.parse(proved)).toMatchObject({ website: '', proof: { number: expect.any(Number) } })

  const context = await browser.newContext({ viewport: page.viewportSize() })
  const unable = await context.newPage()
  await unable.addInitScript(() => Reflect.deleteProperty(window, 'Worker'))
  await keepToTheRules(unable, `${community.url}/join`)
  await fillAccount(unable, { name: newName('silent') })
  await sendAccount(unable).click()
  await expect(unable.getByText('Your browser could not do the sum')).toBeVisible()
  const answer = unable.getByRole('textbox', { name: 'What brings you here?' })
  await expect(answer).toBeFocused()
  await looksRight(unable)
  await fitsSmall(unable)
  await answer.fill('My phone is old, and I like bread.')
  await sendAccount(unable).click()
  await expect(unable).toHaveURL(/\/join\/confirm$/)
  await context.close()
})
