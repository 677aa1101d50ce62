import { expect, type Page } from 'playwright/test'
import { startMailServer } from '../support/smtp.ts'
import { type Community, newName, test } from './support/community.ts'
import { fitsSmall, looksRight } from './support/looks.ts'
import { keepToTheRules } from './support/newcomer.ts'
import { logInAsOwner } from './support/owner.ts'

/** Opens the settings as the owner of a community that this test has for itself. */
async function openSettings(page: Page, newCommunity: () => Promise<Community>): Promise<Community> {
  const community = await newCommunity()
  await logInAsOwner(community, page.context(), 'warden')
  await page.goto(`${community.url}/settings/community`)
  await expect(page.getByRole('heading', { level: 1, name: 'Community' })).toBeVisible()
  await expect(part(page, 'Name and purpose')).toBeVisible()
  return community
}

const part = (page: Page, name: string) => page.getByRole('form', { name, exact: true })

async function save(page: Page, name: string): Promise<void> {
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH')
  await part(page, name).getByRole('button', { name: 'Save' }).click()
  expect((await saved).status()).toBe(200)
}

test('The owner rewrites what the about page says, and sees before how it will read', { tag: '@long' }, async ({
  page,
  newCommunity,
}) => {
  const community = await openSettings(page, newCommunity)
  await looksRight(page)
  await fitsSmall(page)
  const basics = part(page, 'Name and purpose')
  await basics.getByRole('textbox', { name: 'Name' }).fill('The Reading Room')
  await basics.getByRole('textbox', { name: 'In one sentence' }).fill('A room for people who read.')
  const purpose = basics.getByRole('textbox', { name: 'In a few more' })
  await purpose.fill('Bring a book.\n\nOr find one at https://books.example/shelf')
  await expect(basics.getByText('As it will be read')).toBeVisible()
  await expect(basics.getByRole('paragraph').filter({ hasText: /^Bring a book\.$/ })).toBeVisible()
  await expect(basics.getByRole('link', { name: /books\.example/ })).toBeVisible()
  await save(page, 'Name and purpose')
  await expect(page.getByText('Saved.').first()).toBeVisible()

  const who = part(page, 'Who runs this')
  await who.getByRole('textbox', { name: 'About the collective' }).fill('Five of us, on Thursdays.')
  await who.getByRole('textbox', { name: 'Mail address' }).fill('room@mail.example')
  await who.getByRole('textbox', { name: 'Account' }).fill('warden')
  await who.getByRole('textbox', { name: 'Source of the program' }).fill('https://code.example/room')
  await save(page, 'Who runs this')

  await page.goto(`${community.url}/about`)
  await expect(page.getByRole('heading', { level: 1, name: 'A room for people who read.' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'The Reading Room' }).first()).toBeVisible()
  await expect(page.getByText('Bring a book.')).toBeVisible()
  await expect(page.getByText('Five of us, on Thursdays.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'room@mail.example' })).toBeVisible()
  await expect(page.getByRole('link', { name: '@warden' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'https://code.example/room' })).toBeVisible()
  await looksRight(page)
})

test('Leaving with words that are not saved is asked about first', async ({ page, newCommunity }) => {
  await openSettings(page, newCommunity)
  const purpose = part(page, 'Name and purpose').getByRole('textbox', { name: 'In a few more' })
  await purpose.fill('Half a thought')
  await page.getByRole('link', { name: 'See the about page' }).click()
  const question = page.getByRole('dialog', { name: 'Leave without saving?' })
  await expect(question).toBeVisible()
  await looksRight(page)
  await question.getByRole('button', { name: 'Stay here' }).click()
  await expect(question).toBeHidden()
  await expect(purpose).toHaveValue('Half a thought')
  await page.getByRole('link', { name: 'See the about page' }).click()
  await question.getByRole('button', { name: 'Leave', exact: true }).click()
  await expect(page).toHaveURL(/\/about$/)
})

test('What cannot be saved says why, and what was typed stays', { tag: '@long' }, async ({ page, newCommunity }) => {
  await openSettings(page, newCommunity)
  const who = part(page, 'Who runs this')
  await who.getByRole('textbox', { name: 'About the collective' }).fill('Five of us.')
  const account = who.getByRole('textbox', { name: 'Account' })
  await account.fill('nobody_of_this_name')
  await who.getByRole('button', { name: 'Save' }).click()
  await expect(account).toHaveAccessibleDescription(/Nobody here has this name\./)
  await expect(account).toHaveValue('nobody_of_this_name')
  await expect(who.getByRole('textbox', { name: 'About the collective' })).toHaveValue('Five of us.')
  await looksRight(page)
  const joining = part(page, 'Joining')
  await joining.getByRole('textbox', { name: 'The question' }).fill('')
  await joining.getByRole('button', { name: 'Save' }).click()
  await expect(joining.getByText(/Ask applicants a question/).first()).toBeVisible()
  const basics = part(page, 'Name and purpose')
  await expect(basics.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true')
})

test('The owner closes the door, and opens it again with another question', { tag: '@long' }, async ({
  page,
  browser,
  newCommunity,
}) => {
  const community = await openSettings(page, newCommunity)
  const joining = part(page, 'Joining')
  await joining.getByRole('radio', { name: 'Nobody for now' }).check()
  await save(page, 'Joining')
  const outside = await (await browser.newContext()).newPage()
  await outside.goto(`${community.url}/join`)
  await expect(outside.getByRole('heading', { level: 1, name: 'Nobody new can join at the moment' })).toBeVisible()

  await joining.getByRole('radio', { name: 'Anybody who answers a question' }).check()
  await joining.getByRole('textbox', { name: 'The question' }).fill('Which book did you read last?')
  await joining.getByRole('textbox', { name: 'Least age, in years' }).fill('18')
  await save(page, 'Joining')
  await keepToTheRules(outside, `${community.url}/join`)
  await expect(outside.getByRole('textbox', { name: 'Which book did you read last?' })).toBeVisible()
  await expect(outside.getByRole('checkbox', { name: 'I am 18 or older' })).toBeVisible()
  await outside.context().close()
})

test('A new notice stands on the about page, comes again with other words, and when somebody types such an address', async ({
  page,
  browser,
  newCommunity,
}) => {
  const community = await openSettings(page, newCommunity)
  const notices = part(page, 'Notices')
  await expect(
    notices.getByRole('group', { name: 'Notice 1' }).getByRole('textbox', { name: 'First words' }),
  ).toHaveValue('Note for new users')
  await notices.getByRole('button', { name: 'Add a notice' }).click()
  const added = notices.getByRole('group', { name: 'Notice 2' })
  await added.getByRole('textbox', { name: 'First words' }).fill('Slow letters')
  await added.getByRole('textbox', { name: 'Text', exact: true }).fill('Mail to slow.example takes a day.')
  await added.getByRole('textbox', { name: 'Mail providers, one a line' }).fill('slow.*')
  await expect(added.getByText('Mail to slow.example takes a day.')).toBeVisible()
  await looksRight(page)
  await save(page, 'Notices')

  const elsewhere = await (await browser.newContext()).newPage()
  await elsewhere.goto(`${community.url}/about`)
  const heading = elsewhere.getByRole('heading', { name: 'Slow letters' })
  await expect(heading).toBeVisible()
  const away = elsewhere.getByRole('button', { name: 'Put away: Slow letters' })
  await away.click()
  await expect(heading).toBeHidden()
  await added.getByRole('textbox', { name: 'Text', exact: true }).fill('Mail to slow.example takes two days.')
  await save(page, 'Notices')
  await elsewhere.reload()
  await expect(away, 'what I put away said something else').toBeVisible()
  await expect(elsewhere.getByText('takes two days')).toBeVisible()
  await elsewhere.context().close()

  await page.context().clearCookies()
  await keepToTheRules(page, `${community.url}/join`)
  await page.getByRole('textbox', { name: 'Mail address' }).fill('somebody@slow.example')
  await expect(page.getByRole('status').filter({ hasText: 'Mail to slow.example takes two days.' })).toBeVisible()
})

test('The hosting statement is published, dated, and taken back', { tag: '@long' }, async ({ page, newCommunity }) => {
  const community = await openSettings(page, newCommunity)
  const hosting = part(page, 'Hosting')
  const publish = hosting.getByRole('checkbox', { name: 'Publish it on the about page' })
  await expect(publish).not.toBeChecked()
  await hosting.getByRole('textbox', { name: 'Where the server stands' }).fill('It stands in our cellar, in Bergen.')
  await publish.check()
  await save(page, 'Hosting')
  await expect(hosting.getByText(/Last reviewed: /)).toBeVisible()
  await page.goto(`${community.url}/about`)
  const said = page.getByRole('region', { name: 'Where it is hosted' })
  await expect(said).toContainText('It stands in our cellar, in Bergen.')
  await expect(said).toContainText('Last reviewed')
  await page.goto(`${community.url}/settings/community`)
  await publish.uncheck()
  await save(page, 'Hosting')
  await page.goto(`${community.url}/about`)
  await expect(page.getByRole('heading', { name: 'Who runs this' })).toBeVisible()
  await expect(said).toHaveCount(0)
})

test('Words of the rules can change until a second person has agreed to them', { tag: '@long' }, async ({
  page,
  newCommunity,
}) => {
  const community = await openSettings(page, newCommunity)
  const rules = part(page, 'Rules')
  const first = rules.getByRole('group', { name: 'Rule 1' })
  await first.getByRole('textbox', { name: 'In its own words' }).fill('Racism, in words and deeds')
  const last = rules.getByRole('group', { name: 'Rule 7' })
  await last.getByRole('textbox', { name: 'What stands under it, one a line' }).fill('Doxxing\nGoing round blocks')
  await rules.getByRole('button', { name: 'Take out custom 2' }).click()
  await looksRight(page)
  await save(page, 'Rules')
  await page.goto(`${community.url}/about`)
  await expect(page.getByText('Racism, in words and deeds')).toBeVisible()
  await expect(page.getByText('Going round blocks')).toBeVisible()
  await expect(page.getByText('seek a mediator')).toHaveCount(0)

  await community.member(newName('second'))
  await page.goto(`${community.url}/settings/community`)
  await expect(page.getByText('Members have agreed to these words, so they stay as they are.')).toBeVisible()
  await expect(rules).toHaveCount(0)
})

test('The owner sets a mail server, tries it out, and its password is never shown again', async ({
  page,
  newCommunity,
}) => {
  const mailServer = await startMailServer()
  const community = await openSettings(page, newCommunity)
  const mail = part(page, 'Mail')
  await expect(page.getByText('No mail is sent: people are confirmed by hand')).toBeVisible()
  await mail.getByRole('radio', { name: 'Through a mail server (SMTP)' }).check()
  await mail.getByRole('textbox', { name: 'Mail server' }).fill('127.0.0.1')
  await mail.getByRole('textbox', { name: 'Port' }).fill(new URL(mailServer.url).port)
  await mail.getByRole('textbox', { name: 'Mails come from' }).fill('room@mail.example')
  const toDo = mail.getByText('A TXT record of _dmarc.mail.example')
  await expect(toDo).toBeHidden()
  await mail.getByText('What makes other providers take our mail').click()
  await expect(toDo).toBeVisible()
  for (const what of ['PTR', 'SPF', 'DKIM', 'DMARC', 'SNDS', 'JMRP', 'The delist form'])
    await expect(mail.getByText(new RegExp(`^${what}, `))).toBeVisible()
  await mail.getByRole('textbox', { name: 'A test mail to' }).fill('warden@mail.example')
  mailServer.answer(() => '550 5.7.1 Who are you')
  await mail.getByRole('button', { name: 'Send a test mail' }).click()
  await expect(mail.getByText(/Who are you/)).toBeVisible()
  await looksRight(page)
  mailServer.answer(() => '250 ok')
  await mail.getByRole('button', { name: 'Send a test mail' }).click()
  await expect(mail.getByText('The mail server took it.')).toBeVisible()
  expect(mailServer.taken.at(-1)?.to).toBe('warden@mail.example')
  expect(mailServer.taken.at(-1)?.data).toMatch(/^From: .*<room@mail\.example>/m)
  await save(page, 'Mail')
  await expect(page.getByText(`Mails leave through ${new URL(mailServer.url).host}.`)).toBeVisible()

  await mail.getByRole('textbox', { name: 'User' }).fill('room')
  await mail.getByRole('textbox', { name: 'Password', exact: true }).fill('a key under the mat')
  await save(page, 'Mail')
  const told = await page.request.get(`${community.url}/api/community/v1/admin/settings`)
  expect(await told.text()).not.toContain('a key under the mat')
  await page.reload()
  await expect(mail.getByText('The one that is set stays while this is empty.')).toBeVisible()
  await expect(mail.getByRole('textbox', { name: 'Password', exact: true })).toHaveValue('')
  await mailServer.stop()
})
