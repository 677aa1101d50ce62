import { expect } from 'playwright/test'
import { newName, test } from './support/community.ts'
import { fitsSmall, looksRight } from './support/looks.ts'
import { mailedLink } from './support/mail.ts'
import { fillAccount, keepToTheRules, mailOf, sendAccount, signUp } from './support/newcomer.ts'

const GONE = 'This invitation is used up, has run out or was taken back. Ask for another one.'

test.use({ settings: { REGISTRATIONS: 'invite' } })

test('Whoever has no invitation reads what is needed, and can type a code', async ({ page, community }) => {
  const host = newName('laurel')
  await community.member(host)
  const invite = await community.admin('invites', 'create', '--by', host)
  await page.goto('/about')
  await expect(page.getByText('Newcomers come by invitation')).toBeVisible()
  await page.goto('/join')
  await expect(page.getByRole('heading', { level: 1, name: 'You come in by invitation' })).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  const code = page.getByRole('textbox', { name: 'Code of the invitation' })
  await code.fill('nonsense')
  await page.getByRole('button', { name: 'Use this code' }).click()
  await expect(page.getByText(GONE)).toBeVisible()
  await expect(code).toHaveValue('nonsense')
  await looksRight(page)
  await code.fill(new URL(invite).searchParams.get('invite')?.toUpperCase() ?? '')
  await page.getByRole('button', { name: 'Use this code' }).click()
  await expect(page.getByText(`${host} invited you.`)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'Seven rules, one at a time' })).toBeVisible()
  await looksRight(page)
})

test('An invitation lets in as many as it says, and without a question', async ({ page, browser, community }) => {
  const host = newName('myrtle')
  await community.member(host)
  const invite = await community.admin('invites', 'create', '--by', host, '--max-uses', '1')
  const name = newName('linden')
  await signUp(page, { name }, invite)
  await page.goto(await mailedLink(community, mailOf(name), '/confirm'))
  await expect(page.getByRole('heading', { level: 1, name: `Welcome, ${name}` })).toBeVisible()
  await expect(page.getByText('Your address is confirmed. You are in.')).toBeVisible()

  const late = await browser.newContext({ baseURL: community.url })
  const other = await late.newPage()
  await other.goto(invite)
  await expect(other.getByText(GONE).first()).toBeVisible()
  await expect(other.getByRole('checkbox')).toHaveCount(0)
  await looksRight(other)
  await late.close()
})

test('An invitation that has run out lets nobody in', { tag: '@long' }, async ({ page, newCommunity }) => {
  const community = await newCommunity({ REGISTRATIONS: 'invite' })
  await community.member('olive')
  const invite = await community.admin('invites', 'create', '--by', 'olive', '--expires', 'P1D')
  await page.goto(invite)
  await expect(page.getByText('olive invited you.')).toBeVisible()
  await community.advance('P2D')
  await page.reload()
  await expect(page.getByText(GONE).first()).toBeVisible()
})

test('Where newcomers apply, whoever is invited needs no answer and no waiting', { tag: '@long' }, async ({
  page,
  newCommunity,
}) => {
  const community = await newCommunity({ REGISTRATIONS: 'approval' })
  const host = 'poplar'
  await community.member(host)
  const invite = await community.admin('invites', 'create', '--by', host)
  const name = 'aspen'
  await keepToTheRules(page, invite)
  await expect(page.getByText(`${host} invited you.`)).toBeVisible()
  await expect(page.getByRole('textbox', { name: /What brings you here/ })).toHaveCount(0)
  await fillAccount(page, { name })
  await sendAccount(page).click()
  await page.goto(await mailedLink(community, mailOf(name), '/confirm'))
  await expect(page.getByText('Your address is confirmed. You are in.')).toBeVisible()
})

test('Where nobody new can join, a visitor is told calmly, and can read', { tag: '@long' }, async ({
  page,
  newCommunity,
}) => {
  const community = await newCommunity({ REGISTRATIONS: 'closed' })
  const writer = 'rowan'
  await community.member(writer)
  await community.api(writer, 'POST', '/api/v1/statuses', { status: `${writer} was here` })
  await page.goto(`${community.url}/about`)
  await expect(page.getByText('Closed to newcomers for now')).toBeVisible()
  await expect(page.getByRole('link', { name: /join/i })).toHaveCount(0)
  await expect(page.getByText('All chairs are taken for now. Reading is free.')).toBeVisible()
  await looksRight(page)
  await page.goto(`${community.url}/join`)
  await expect(page.getByRole('heading', { level: 1, name: 'Nobody new can join at the moment' })).toBeVisible()
  await looksRight(page)
  await page.getByRole('link', { name: 'Read along' }).click()
  await expect(page.getByText(`${writer} was here`)).toBeVisible()
})
