import { expect, type Page } from 'playwright/test'
import { startMailServer } from '../support/smtp.ts'
import { test } from './support/community.ts'
import { fitsSmall, looksRight } from './support/looks.ts'
import { CHOSEN } from './support/newcomer.ts'

const goOn = (page: Page) => page.getByRole('button', { name: 'Go on' }).click()
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

async function sayWhoYouAre(page: Page, name = 'juniper'): Promise<void> {
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
  await page.getByRole('textbox', { name: 'Mail address' }).fill(`${name}@mail.example`)
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(CHOSEN)
  await goOn(page)
  await expect(heading(page, 'What is it called, and what is it for?')).toBeVisible()
}

/** From the second step to the one about mail, with everything as the preset has it. */
async function keepThePreset(page: Page): Promise<void> {
  await goOn(page)
  await expect(heading(page, 'Who may join?')).toBeVisible()
  await goOn(page)
  await expect(heading(page, 'Where does it stand?')).toBeVisible()
  await page.getByRole('radio', { name: 'Say nothing about hosting' }).check()
  await goOn(page)
  await expect(heading(page, 'How do its mails leave?')).toBeVisible()
}

test('The owner opens the printed link and makes the community theirs, step by step', async ({
  page,
  browser,
  newCommunity,
}) => {
  const community = await newCommunity()
  const link = await community.setupLink()
  await page.goto(link)
  await expect(heading(page, 'First, you')).toBeVisible()
  expect(new URL(page.url()).hash, 'the secret leaves the address bar').toBe('')
  const steps = page.getByRole('list', { name: 'Set-up, five steps and a last look' })
  await expect(steps.locator('[aria-current="step"]')).toHaveText(/1 You/)
  await looksRight(page)
  await fitsSmall(page)

  await goOn(page)
  await expect(page.getByText('Choose a name: letters, digits and _ .')).toBeVisible()
  await expect(page.getByText('Say your mail address here, as you@example.org.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused()
  await looksRight(page)
  await sayWhoYouAre(page)

  await expect(page.getByRole('textbox', { name: 'Name of the community' })).toHaveValue('Left Community')
  await looksRight(page)
  await page.getByRole('textbox', { name: 'Name of the community' }).fill('')
  await goOn(page)
  await expect(page.getByText('Give it a name.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Name of the community' }).fill('The Reading Room')
  await page.getByRole('textbox', { name: 'In one sentence' }).fill('A room for people who read together.')
  await page.getByRole('textbox', { name: 'In a few more' }).fill('We meet on Thursdays. See https://reading.example.')
  await page.getByRole('textbox', { name: 'Mail address of the collective' }).fill('room@mail.example')
  await goOn(page)

  await expect(heading(page, 'Who may join?')).toBeVisible()
  await page.getByRole('radio', { name: /Anybody who answers a question/ }).check()
  await page.getByRole('textbox', { name: 'Your question' }).fill('Which book did you read last?')
  await looksRight(page)
  await goOn(page)

  await expect(heading(page, 'Where does it stand?')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'The statement' })).toHaveValue(/hosted in Hong Kong/)
  await goOn(page)
  await expect(page.getByText('Choose one of the two.')).toBeVisible()
  await looksRight(page)
  await page.getByRole('textbox', { name: 'The statement' }).fill('It stands on a shelf in our library.')
  await page.getByRole('radio', { name: /Publish this text/ }).check()
  await goOn(page)

  await expect(heading(page, 'How do its mails leave?')).toBeVisible()
  await looksRight(page)
  await page.getByRole('radio', { name: /No mail/ }).check()
  await goOn(page)

  await expect(heading(page, 'A last look')).toBeVisible()
  await expect(page.getByText('@juniper, juniper@mail.example')).toBeVisible()
  await expect(page.getByText('is published as written')).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  await page.getByRole('button', { name: 'Open the community' }).click()
  await expect(page).toHaveURL(/\/home$/)
  await expect(page.getByText('The Reading Room is open.').first()).toBeVisible()

  await page.goto(`${community.url}/about`)
  await expect(heading(page, 'A room for people who read together.')).toBeVisible()
  await expect(page.getByRole('link', { name: /reading\.example/ })).toBeVisible()
  await expect(page.getByText('It stands on a shelf in our library.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'room@mail.example' })).toBeVisible()
  await expect(page.getByText('Hong Kong')).toHaveCount(0)

  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  await other.goto(link)
  await expect(heading(other, 'This community is set up already')).toBeVisible()
  await looksRight(other)
  await other.getByRole('link', { name: 'Log in' }).click()
  await other.getByRole('textbox', { name: 'Name or mail address' }).fill('juniper')
  await other.getByRole('textbox', { name: 'Password', exact: true }).fill(CHOSEN)
  await other.getByRole('button', { name: 'Log in' }).click()
  await expect(other).toHaveURL(/\/home$/)
  await elsewhere.close()
})

test('What the owner typed survives loading again and going back, all but the passwords', { tag: '@long' }, async ({
  page,
  newCommunity,
}) => {
  const community = await newCommunity()
  await page.goto(await community.setupLink())
  await sayWhoYouAre(page, 'alder')
  await page.getByRole('textbox', { name: 'Name of the community' }).fill('The Alder Grove')
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Name of the community' })).toHaveValue('The Alder Grove')
  await page.getByRole('link', { name: 'Back' }).click()
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('alder')
  await expect(page.getByRole('textbox', { name: 'Password', exact: true })).toHaveValue('')
  await expect(page.getByText('Passwords are not kept when a page is loaded again')).toBeVisible()
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain(CHOSEN)
  await page.goto(`${community.url}/setup?step=6`)
  await expect(heading(page, 'A last look')).toBeVisible()
  await expect(page.getByText('Something is missing in the step “You”.').first()).toBeVisible()
  await page.getByRole('button', { name: 'Open the community' }).press('Enter')
  await expect(page).toHaveURL(/\/setup\?step=6$/)
})

test('Nothing about hosting is published that the owner has not confirmed', { tag: '@long' }, async ({
  page,
  newCommunity,
}) => {
  const community = await newCommunity()
  await page.goto(`${community.url}/about`)
  await expect(page.getByText('This community is not set up yet.')).toBeVisible()
  await expect(page.getByText('Hong Kong')).toHaveCount(0)
  await looksRight(page)
  await page.goto(await community.setupLink())
  await sayWhoYouAre(page)
  await keepThePreset(page)
  await goOn(page)
  await expect(page.getByText('nothing is said')).toBeVisible()
  await page.getByRole('button', { name: 'Open the community' }).click()
  await expect(page).toHaveURL(/\/home$/)
  await page.goto(`${community.url}/about`)
  await expect(page.getByRole('heading', { name: 'Who runs this' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Where it is hosted' })).toHaveCount(0)
  await expect(page.getByText('Hong Kong')).toHaveCount(0)
  expect(await (await page.request.get(`${community.url}/about`)).text()).not.toContain('Hong Kong')
})

test('The owner tries a mail server out, and mails then leave through it', { tag: '@long' }, async ({
  page,
  newCommunity,
}) => {
  const mailServer = await startMailServer()
  const community = await newCommunity()
  await page.goto(await community.setupLink())
  await sayWhoYouAre(page)
  await keepThePreset(page)
  await page.getByRole('radio', { name: /Through a mail server/ }).check()
  await goOn(page)
  await expect(page.getByText('Write the mail server’s name.')).toBeVisible()
  await expect(page.getByText('Write the address that mails come from.')).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  await page.getByRole('textbox', { name: 'Mail server' }).fill('127.0.0.1')
  await page.getByRole('textbox', { name: 'Port' }).fill(new URL(mailServer.url).port)
  await page.getByRole('textbox', { name: 'Mails come from' }).fill('room@mail.example')
  await expect(page.getByRole('textbox', { name: 'A test mail to' })).toHaveValue('juniper@mail.example')

  mailServer.answer(() => '550 5.7.1 Who are you')
  await page.getByRole('button', { name: 'Send a test mail' }).click()
  await expect(page.getByText('The mail server did not take it.')).toBeVisible()
  await expect(page.getByText(/Who are you/)).toBeVisible()
  await looksRight(page)

  mailServer.answer(() => '250 ok')
  await page.getByRole('button', { name: 'Send a test mail' }).click()
  await expect(page.getByText('The mail server took it.')).toBeVisible()
  expect(mailServer.taken.map(({ to }) => to)).toEqual(['juniper@mail.example'])
  expect(mailServer.taken[0]?.data).toMatch(/^From: .*<room@mail\.example>/m)
  await looksRight(page)

  await goOn(page)
  await expect(page.getByText('through 127.0.0.1')).toBeVisible()
  await page.getByRole('button', { name: 'Open the community' }).click()
  await expect(page).toHaveURL(/\/home$/)
  await page.context().clearCookies()
  await page.goto(`${community.url}/forgot`)
  await page.getByRole('textbox', { name: 'Mail address' }).fill('juniper@mail.example')
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect.poll(() => mailServer.taken.length).toBe(2)
  expect(mailServer.taken[1]?.data).toMatch(/^From: .*<room@mail\.example>/m)
  await mailServer.stop()
})

test('A set-up link that is cut short or unknown says what to do', { tag: '@long' }, async ({ page, newCommunity }) => {
  const community = await newCommunity()
  await page.goto(`${community.url}/setup`)
  await expect(heading(page, 'This link is not whole')).toBeVisible()
  await looksRight(page)
  await page.goto(`${community.url}/setup#nonsense`)
  await expect(heading(page, 'We do not know this link')).toBeVisible()
  await page.goto(await community.setupLink())
  await expect(heading(page, 'First, you')).toBeVisible()
})

test('What the server finds wrong leads back to its step, and nothing typed is lost', { tag: '@long' }, async ({
  page,
  newCommunity,
}) => {
  const community = await newCommunity()
  await page.goto(await community.setupLink())
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('two words')
  await page.getByRole('textbox', { name: 'Mail address' }).fill('owner@mail.example')
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(CHOSEN)
  await goOn(page)
  await keepThePreset(page)
  await goOn(page)
  await page.getByRole('button', { name: 'Open the community' }).click()
  const complaint = page.getByText('A name has the letters a to z, digits and _ only.')
  await expect(complaint.last()).toBeVisible()
  await looksRight(page)
  await page.getByRole('link', { name: 'Change', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('two words')
  await expect(page.getByRole('textbox', { name: 'Password', exact: true })).toHaveValue(CHOSEN)
})
