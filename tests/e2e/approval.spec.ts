import { expect, type Page } from 'playwright/test'
import { type Community, newName, test } from './support/community.ts'
import { fitsSmall, looksRight } from './support/looks.ts'
import { mailedLink, newestMail } from './support/mail.ts'
import { fillAccount, keepToTheRules, mailOf, sendAccount, signUp } from './support/newcomer.ts'
import { logInAsOwner } from './support/owner.ts'

const REASON = 'I look for people who read together.'

/** Applies, and opens the link in the mail: from now on they wait for the collective. */
async function apply(page: Page, community: Community, name: string): Promise<void> {
  await signUp(page, { name, reason: REASON }, `${community.url}/join`)
  await page.goto(await mailedLink(community, mailOf(name), '/confirm'))
  await expect(page.getByRole('heading', { level: 1, name: 'Your address is confirmed' })).toBeVisible()
}

test('A newcomer answers the question, reads along, and is let in', async ({ page, community }) => {
  const name = newName('sage')
  await page.clock.install()
  await page.goto('/about')
  await expect(page.getByText('Open to newcomers who answer one question')).toBeVisible()
  await keepToTheRules(page)
  const question = page.getByRole('textbox', { name: 'What brings you here? One or two sentences is plenty.' })
  await expect(question).toBeVisible()
  await looksRight(page)
  await fillAccount(page, { name })
  await sendAccount(page).click()
  await expect(question).toHaveAccessibleDescription(/One sentence is enough, but please write it\./)
  await expect(question).toBeFocused()
  await question.fill(REASON)
  await page.reload()
  await expect(question).toHaveValue(REASON)
  await fillAccount(page, { name })
  await sendAccount(page).click()
  await expect(page.getByText('After that, somebody reads your answer.')).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)

  await page.goto(await mailedLink(community, mailOf(name), '/confirm'))
  await expect(page.getByText('Now somebody of the collective reads your answer.')).toBeVisible()
  await looksRight(page)
  await page.getByRole('link', { name: 'How it stands' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'You are nearly in' })).toBeVisible()
  await expect(page.getByText(REASON)).toBeVisible()
  const meanwhile = page.getByRole('form', { name: 'Set up your profile meanwhile' })
  await meanwhile.getByRole('textbox', { name: 'About you' }).fill('I read with others.')
  await meanwhile.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Your profile is saved.').first()).toBeAttached()
  await looksRight(page)
  await fitsSmall(page)

  await community.admin('accounts', 'approve', name)
  await page.clock.fastForward('00:30')
  await expect(page).toHaveURL(/\/first-steps$/)
  const { subject, links } = await newestMail(community, mailOf(name))
  expect(subject).toBe('Welcome to Left Community')
  expect(links).toContain(`${community.url}/home`)
})

test('Whoever waits reads what is public, and cannot write yet', { tag: '@long' }, async ({ page, community }) => {
  const writer = newName('heather')
  await community.member(writer)
  await community.api(writer, 'POST', '/api/v1/statuses', { status: `${writer} says good morning` })
  const name = newName('gorse')
  await apply(page, community, name)
  await page.getByRole('link', { name: 'Read along' }).click()
  await expect(page.getByText(`${writer} says good morning`)).toBeVisible()
  await expect(page.getByText('The collective has not answered your application yet.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Write' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Reply' })).toHaveCount(0)
  await looksRight(page)
  await page.getByRole('link', { name: 'How it stands' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'You are nearly in' })).toBeVisible()
  await page.goto('/write')
  await expect(page).toHaveURL(/\/welcome$/)
  const refused = await page.request.post('/api/v1/statuses', {
    data: { status: 'too early' },
    headers: { origin: community.url },
  })
  expect(refused.status()).toBe(403)
  await page.getByRole('button', { name: 'Log out' }).click()
  await expect(page).toHaveURL(/\/about$/)
})

test('Once people were let in, newcomers read how long it takes as a rule', { tag: '@long' }, async ({
  page,
  browser,
  newCommunity,
}) => {
  const community = await newCommunity()
  const first = await browser.newContext()
  await apply(await first.newPage(), community, 'aster')
  const office = await browser.newContext()
  await logInAsOwner(community, office, 'warden')
  const people = await office.newPage()
  await community.advance('PT6H')
  await people.goto(`${community.url}/people`)
  await people.getByRole('button', { name: 'Let in @aster' }).click()
  await expect(people.getByText('@aster is in.').first()).toBeVisible()
  await keepToTheRules(page, `${community.url}/join`)
  await expect(page.getByText('Somebody of the collective reads it. As a rule that takes 6 hours.')).toBeVisible()
  await first.close()
  await office.close()
})

test('Whoever is not let in is told so, on the page and by mail', { tag: '@long' }, async ({
  page,
  browser,
  context,
  community,
}) => {
  const name = newName('tares')
  await signUp(page, { name, reason: REASON })
  const link = await mailedLink(community, mailOf(name), '/confirm')
  await (await context.newPage()).goto(link)
  await expect(page.getByRole('heading', { level: 1, name: 'Your address is confirmed' })).toBeVisible()

  const office = await browser.newContext({ baseURL: community.url })
  await logInAsOwner(community, office, newName('warden'))
  const people = await office.newPage()
  await people.goto('/people')
  await people.getByRole('button', { name: `Say no @${name}` }).click()
  await people.getByRole('dialog').getByRole('button', { name: 'Say no' }).click()
  await expect(people.getByText(`@${name} was told.`).first()).toBeVisible()
  await office.close()

  await page.goto('/join/confirm')
  await expect(page.getByRole('heading', { level: 1, name: 'The collective has said no this time' })).toBeVisible()
  await looksRight(page)
  const { subject, text } = await newestMail(community, mailOf(name))
  expect(subject).toBe('Your application to Left Community')
  expect(text).toContain('not accepted this time')
  await page.goto('/welcome')
  await expect(page.getByRole('heading', { level: 1, name: 'Log in' })).toBeVisible()
})
