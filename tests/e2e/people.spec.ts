import { type Browser, expect, type Page } from 'playwright/test'
import { type Community, newName, PASSWORD, test } from './support/community.ts'
import { fitsSmall, looksRight } from './support/looks.ts'
import { mailedLink, newestMail } from './support/mail.ts'
import { CHOSEN, mailOf, signUp } from './support/newcomer.ts'
import { logInAsOwner } from './support/owner.ts'

const REASON = 'I look for people who read together.'

/** Signs somebody up in a browser of their own, which stays on the third step until `done` is called. */
async function newcomer(browser: Browser, community: Community, name: string) {
  const context = await browser.newContext({ baseURL: community.url })
  const page = await context.newPage()
  await signUp(page, { name, reason: REASON })
  return { page, done: () => context.close() }
}

/** Signs somebody up who has opened the link in the mail, and waits for an answer. */
async function applicant(browser: Browser, community: Community, name: string) {
  const who = await newcomer(browser, community, name)
  await who.page.goto(await mailedLink(community, mailOf(name), '/confirm'))
  await expect(who.page.getByRole('heading', { level: 1, name: 'Your address is confirmed' })).toBeVisible()
  return who
}

async function openPeople(page: Page, community: Community, tab?: string): Promise<void> {
  await logInAsOwner(community, page.context(), newName('warden'))
  await page.goto('/people')
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible()
  if (tab) await page.getByRole('group', { name: 'Show' }).getByRole('button', { name: tab }).click()
}

const lineOf = (page: Page, text: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: text })

test('The owner finds the page by its word in the navigation', { tag: '@long' }, async ({
  page,
  community,
  isMobile,
}) => {
  await logInAsOwner(community, page.context(), newName('warden'))
  await page.goto('/home')
  const main = page.getByRole('navigation', { name: 'Main' })
  if (isMobile) await main.getByRole('button', { name: 'More' }).click()
  await page.getByRole(isMobile ? 'menuitem' : 'link', { name: 'People' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible()
})

test('The owner reads an answer and lets the newcomer in', async ({ page, browser, community }) => {
  const name = newName('teasel')
  const { page: theirs, done } = await applicant(browser, community, name)
  await openPeople(page, community)
  const line = lineOf(page, `@${name}`)
  await expect(line).toContainText(REASON)
  await looksRight(page)
  await fitsSmall(page)
  await line.getByRole('button', { name: 'Let in' }).click()
  await expect(page.getByText(`@${name} is in.`).first()).toBeVisible()
  await expect(line).toHaveCount(0)
  expect((await newestMail(community, mailOf(name))).subject).toBe('Welcome to Left Community')
  await theirs.goto('/home')
  await expect(theirs.getByRole('heading', { level: 1, name: 'Home' })).toBeAttached()
  await done()
})

test('Saying no asks once more, and the focus goes back when it is not meant', { tag: '@long' }, async ({
  page,
  browser,
  community,
}) => {
  const name = newName('darnel')
  const { done } = await applicant(browser, community, name)
  await openPeople(page, community)
  const no = lineOf(page, `@${name}`).getByRole('button', { name: 'Say no' })
  await no.click()
  const dialog = page.getByRole('dialog', { name: `Say no to @${name}?` })
  await expect(dialog).toBeVisible()
  await looksRight(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(no).toBeFocused()
  await no.click()
  await dialog.getByRole('button', { name: 'Say no' }).click()
  await expect(page.getByText(`@${name} was told.`).first()).toBeVisible()
  await expect(no).toHaveCount(0)
  expect((await newestMail(community, mailOf(name))).text).toContain('not accepted this time')
  await done()
})

test('The owner confirms by hand whoever tells them the code', { tag: '@long' }, async ({
  page,
  browser,
  community,
}) => {
  const name = newName('yarrow')
  const { page: theirs, done } = await newcomer(browser, community, name)
  await expect(theirs.getByText('This community sends no mail.')).toBeVisible()
  await looksRight(theirs)
  await theirs.getByRole('button', { name: 'Ask to be confirmed by hand' }).click()
  const code = await theirs.getByText(/^[a-z]+ \d+$/).innerText()

  await openPeople(page, community, 'By hand')
  await page.getByRole('searchbox', { name: 'Look for a code, or the beginning of a name' }).fill(code)
  // by the name: a code may be the beginning of somebody else's
  const line = lineOf(page, `@${name}`)
  await expect(line).toContainText(code)
  await expect(line).toContainText('No mail was sent.')
  await looksRight(page)
  await fitsSmall(page)
  await line.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByText(`@${name} is confirmed.`).first()).toBeVisible()
  await expect(line).toHaveCount(0)
  await expect(theirs.getByRole('heading', { level: 1, name: 'Your address is confirmed' })).toBeVisible()
  await done()
})

test('An invite is made, used once, and taken back', async ({ page, browser, community }) => {
  await openPeople(page, community, 'Invites')
  await expect(page.getByText('A link lets people in without an application')).toBeVisible()
  await page.getByRole('textbox', { name: 'How many people' }).fill('some')
  await page.getByRole('button', { name: 'Make an invite' }).click()
  await expect(page.getByText('Write a whole number, or nothing.')).toBeVisible()
  await looksRight(page)
  await page.getByRole('textbox', { name: 'How many people' }).fill('2')
  await page.getByRole('combobox', { name: 'For how long' }).selectOption('A day')
  const comment = newName('for the choir')
  await page.getByRole('textbox', { name: 'For whom' }).fill(comment)
  await page.getByRole('button', { name: 'Make an invite' }).click()
  const line = lineOf(page, comment)
  await expect(line).toContainText('0 of 2 used')
  await looksRight(page)
  await fitsSmall(page)
  const link = await line.getByText(/\/join\?invite=/).innerText()

  const context = await browser.newContext({ baseURL: community.url })
  const theirs = await context.newPage()
  const name = newName('borage')
  await signUp(theirs, { name }, link)
  await theirs.goto(await mailedLink(community, mailOf(name), '/confirm'))
  await expect(theirs.getByText('Your address is confirmed. You are in.')).toBeVisible()
  await page.reload()
  await expect(line).toContainText('1 of 2 used')
  await expect(
    page
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: `@${name}` }) })
      .first(),
  ).toContainText('came today')
  await looksRight(page)
  await fitsSmall(page)

  const takeBack = line.getByRole('button', { name: 'Take back' })
  await takeBack.click()
  const dialog = page.getByRole('dialog', { name: 'Take this invite back?' })
  await dialog.getByRole('button', { name: 'Leave it' }).click()
  await expect(takeBack).toBeFocused()
  await takeBack.click()
  await dialog.getByRole('button', { name: 'Take back' }).click()
  await expect(line).toContainText('taken back')
  await expect(line.getByText(/\/join\?invite=/)).toHaveCount(0)
  await theirs.context().clearCookies()
  await theirs.goto(link)
  await expect(theirs.getByText('This invitation is used up, has run out or was taken back.').first()).toBeVisible()
  await context.close()
})

test('The owner copies the link of an invite', { tag: '@long' }, async ({ page, context, community }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openPeople(page, community, 'Invites')
  await page.getByRole('button', { name: 'Make an invite' }).click()
  const line = page.getByRole('main').getByRole('listitem').first()
  await line.getByRole('button', { name: 'Copy the link' }).click()
  await expect(page.getByText('The link is copied.').first()).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await line.locator('code').innerText())
})

test('A member whose mail never comes gets a link for a new password by hand', { tag: '@long' }, async ({
  page,
  browser,
  community,
}) => {
  const name = newName('mugwort')
  await community.member(name)
  await openPeople(page, community, 'Members')
  const search = page.getByRole('searchbox', { name: 'Look for the beginning of a name, or a whole mail address' })
  await search.fill('nobody_of_this_name')
  await expect(page.getByText('Nobody is called that')).toBeVisible()
  await search.fill(name)
  const line = lineOf(page, `@${name}`)
  await expect(line).toHaveCount(1)
  await looksRight(page)
  await fitsSmall(page)
  await line.getByRole('button', { name: 'Link for a new password' }).click()
  const dialog = page.getByRole('dialog', { name: `A link for @${name}` })
  const link = await dialog.getByText(/\/reset#/).innerText()
  await looksRight(page)
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByText(link)).toHaveCount(0)

  const context = await browser.newContext()
  const theirs = await context.newPage()
  await theirs.goto(link)
  await theirs.getByRole('textbox', { name: 'New password' }).fill(CHOSEN)
  await theirs.getByRole('button', { name: 'Set the password' }).click()
  await expect(theirs.getByRole('heading', { level: 1, name: 'Your password is changed' })).toBeVisible()
  await theirs.goto(link)
  await expect(theirs.getByRole('heading', { level: 1, name: 'Choose a new password' })).toBeVisible()
  await theirs.getByRole('textbox', { name: 'New password' }).fill(PASSWORD)
  await theirs.getByRole('button', { name: 'Set the password' }).click()
  await expect(theirs.getByRole('heading', { level: 1, name: 'This link has been used' })).toBeVisible()
  await context.close()
})

test('Empty lists say what will stand in them', { tag: '@long' }, async ({ page, newCommunity }) => {
  const community = await newCommunity()
  await logInAsOwner(community, page.context(), 'warden')
  for (const [show, words] of [
    ['applications', 'Nobody is waiting'],
    ['by_hand', 'Nobody asks to be confirmed by hand'],
    ['invites', 'There are no invites'],
  ]) {
    await page.goto(`${community.url}/people?show=${show}`)
    await expect(page.getByText(words ?? '')).toBeVisible()
    await looksRight(page)
  }
})

test('Only those with the right to see people do', async ({ page, context, community }) => {
  const name = newName('daisy')
  await community.member(name)
  await community.logIn(context, name)
  await page.goto('/people')
  await expect(page).toHaveURL(/\/home$/)
  await page.goto('/settings/community')
  await expect(page).toHaveURL(/\/home$/)
  expect((await page.request.get('/api/community/v1/admin/people')).status()).toBe(403)
  expect((await page.request.get('/api/community/v1/admin/settings')).status()).toBe(403)

  await community.admin('accounts', 'modify', name, '--add-role', 'moderator')
  await page.goto('/people')
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible()
  await page.goto('/settings/community')
  await expect(page).toHaveURL(/\/home$/)
})
