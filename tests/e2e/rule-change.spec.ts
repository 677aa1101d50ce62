import { expect, type Page } from 'playwright/test'
import { type Community, newName, test } from './support/community.ts'
import { fitsSmall, looksRight } from './support/looks.ts'
import { agreeToAll } from './support/newcomer.ts'
import { chooseFromMore } from './support/screen.ts'

const form = (page: Page) => page.getByRole('form', { name: 'Changing the rules' })

/** Writes a draft that rewords the first rule, and says why. */
async function writeDraft(page: Page, community: Community): Promise<void> {
  await page.goto(`${community.url}/settings/rules`)
  await page.getByRole('button', { name: 'Begin a change' }).click()
  await form(page).getByRole('textbox', { name: 'Why the rules change' }).fill('Jokes hurt too.')
  await form(page).getByText('Rule 1', { exact: true }).click()
  const first = form(page).getByRole('group', { name: 'Rule 1', exact: true })
  await first.getByRole('textbox', { name: 'In its own words' }).fill('Racist behavior, statements and jokes')
  await first
    .getByRole('textbox', { name: 'What is not, one a line' })
    .fill('A joke about an accent\nA song that mocks')
  await form(page)
    .locator('summary', { hasText: /^Rule 7/ })
    .first()
    .click()
  const seventh = form(page).getByRole('group', { name: 'Rule 7', exact: true })
  await seventh.locator('summary', { hasText: /^Rule 7, part 1/ }).click()
  const doxxing = seventh.getByRole('group', { name: 'Rule 7, part 1', exact: true })
  await expect(doxxing.getByRole('textbox', { name: 'In its own words' })).toHaveValue('Doxxing')
  await doxxing.getByRole('textbox', { name: 'What is not, one a line' }).fill('Somebody’s address')
  await form(page).getByRole('button', { name: 'Add a notice' }).click()
  const notice = form(page).getByRole('group', { name: 'Notice 1', exact: true })
  await notice.getByRole('textbox', { name: 'In its own words' }).fill('Our box moved to another house.')
  await form(page).getByRole('button', { name: 'Save the draft' }).click()
  await expect(page.getByText('Saved. Who approved it').first()).toBeVisible()
}

async function approve(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'I approve this draft' }).click()
  await expect(page.getByText('You have approved it as it is.')).toBeVisible()
}

test('A rule change from draft to gate', async ({ page, browser, newCommunity }) => {
  test.slow()
  const community = await newCommunity({ TEST_CLOCK: '1' })
  await community.member('warden')
  await community.admin('accounts', 'modify', 'warden', '--add-role', 'owner')
  await community.member('second')
  await community.admin('accounts', 'modify', 'second', '--add-role', 'admin')
  const alice = newName('alice')
  await community.member(alice)
  await community.logIn(page.context(), 'warden')

  await writeDraft(page, community)
  const preview = page.getByRole('region', { name: 'What members will read' })
  await expect(preview.getByRole('insertion').first()).toContainText(',')
  await expect(preview.getByRole('deletion').first()).toContainText('and')
  await expect(page.getByText('0 of 2 people have approved this draft as it is.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Announce it' })).toHaveAttribute('aria-disabled', 'true')
  await looksRight(page)
  await fitsSmall(page)
  await approve(page)
  await page.getByRole('button', { name: 'Take my approval back' }).click()
  await expect(page.getByText('0 of 2 people have approved this draft as it is.')).toBeVisible()
  await approve(page)

  const other = await browser.newContext(test.info().project.use)
  await community.logIn(other, 'second')
  const secondPage = await other.newPage()
  await secondPage.goto(`${community.url}/settings/rules`)
  await approve(secondPage)
  await expect(secondPage.getByText('2 of 2 people have approved this draft as it is.')).toBeVisible()
  await secondPage.getByRole('button', { name: 'Announce it' }).click()
  await expect(secondPage.getByRole('heading', { name: 'Version 2 is announced' })).toBeVisible()
  await looksRight(secondPage)

  await page.context().clearCookies()
  await community.logIn(page.context(), alice)
  await page.goto(`${community.url}/home`)
  await expect(page.getByText(/They start on .*, in 14 days\./)).toBeVisible()
  await looksRight(page)
  await page.getByRole('link', { name: 'See what changes, and why' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'The rules will change' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Why' })).toContainText('Jokes hurt too.')
  const changes = page.getByRole('region', { name: 'What changed' })
  await expect(changes.getByRole('insertion').filter({ hasText: 'and jokes' })).toContainText('new words:')
  await expect(changes.getByText('10 other rules stay as they are.')).toBeVisible()
  await page.getByRole('textbox', { name: 'What do you think?' }).fill('What is a joke, and what is not?')
  await page.getByRole('button', { name: 'Say it' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'What is a joke' })).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)

  await community.advance('P14DT1M')
  await page.goto(`${community.url}/home`)
  await expect(page.getByText('You have 30 days to read and agree to them.')).toBeVisible()
  await expect(
    page.getByRole('textbox', { name: 'What is on your mind?' }).or(page.locator('textarea')).first(),
  ).toBeVisible()

  await community.advance('P30D')
  await community.logIn(page.context(), alice)
  await page.goto(`${community.url}/home`)
  await expect(page.getByText('You can read, but not post yet.').first()).toBeVisible()
  await expect(page.locator('textarea')).toHaveCount(0)
  await looksRight(page)

  await page.getByRole('link', { name: 'What if I do not agree?' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'You do not have to agree' })).toBeVisible()
  await expect(page.getByRole('link', { name: '@second' })).toHaveAttribute('href', /^\/write\?to=/)
  await looksRight(page)
  await page.getByRole('link', { name: 'Back to the rules' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '2 rules have changed' })).toBeVisible()

  // whoever has not agreed can still ask the people who run it
  await page.goto(`${community.url}/@second`)
  await chooseFromMore(page, page.getByRole('main'), 'Write privately')
  const letter = page.getByRole('form', { name: 'Write privately to second' })
  await letter.getByRole('textbox').first().fill('@second What is a joke?')
  await looksRight(page)
  await letter.getByRole('button', { name: 'Post', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Private' })).toBeVisible()
  await expect(page.getByText('What is a joke?')).toBeVisible()
  // in the inbox, though they do not follow each other: who runs the place is there to be asked
  const inbox = await community.api('second', 'GET', '/api/v1/notifications?types[]=mention')
  expect(JSON.stringify(inbox)).toContain('What is a joke?')
  await page.goto(`${community.url}/rules/accept`)
  await expect(page.getByRole('heading', { level: 1, name: '2 rules have changed' })).toBeVisible()
  await expect(page.getByText('A joke about an accent')).toBeVisible()
  await expect(page.getByText('Our box moved to another house.')).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  await agreeToAll(page)
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.locator('textarea').first()).toBeVisible()

  await page.goto(`${community.url}/rules/history`)
  await expect(page.getByRole('region', { name: 'What you agreed to' }).getByRole('listitem').first()).toContainText(
    'Version 2, in English, on',
  )
  await other.close()
})

test('Anybody reads how the rules changed, word by word, with a script or without', { tag: '@long' }, async ({
  page,
  newCommunity,
}) => {
  const community = await newCommunity({ TEST_CLOCK: '1' })
  await community.member('warden')
  await community.admin('accounts', 'modify', 'warden', '--add-role', 'owner')
  await community.member('somebody')
  await community.logIn(page.context(), 'warden')
  await writeDraft(page, community)
  await expect(page.getByText('You are the only person who may publish rules.')).toBeVisible()
  await approve(page)
  await page.getByRole('button', { name: 'Announce it' }).click()
  await expect(page.getByRole('heading', { name: 'Version 2 is announced' })).toBeVisible()
  await community.advance('P15D')
  // no answer that is still on its way brings the session back
  await page.goto('about:blank')
  await page.context().clearCookies()
  await page.goto(`${community.url}/about`)
  await expect(page.getByText('Our box moved to another house.')).toBeVisible()
  await page.getByRole('link', { name: 'How the rules changed' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'How the rules changed' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Version 2', 'Version 1'])
  await looksRight(page)
  await fitsSmall(page)
  await page.getByRole('link', { name: /^What changed/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'From version 1 to version 2' })).toBeVisible()
  await expect(page.getByRole('insertion').filter({ hasText: 'and jokes' })).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  await page.goto(`${community.url}/rules/1`)
  await expect(page.getByText('Racist behavior and statements')).toBeVisible()
  await looksRight(page)

  await page.route('**/*.js', (route) => route.abort())
  await page.goto(`${community.url}/rules/history`)
  await expect(page.locator('#ssr')).toHaveCount(1)
  await looksRight(page)
  await page.getByRole('link', { name: /^What changed/ }).click()
  await expect(page.getByRole('insertion').filter({ hasText: 'and jokes' })).toBeVisible()
  await looksRight(page)
  await page.goto(`${community.url}/rules/2`)
  await expect(page.getByText('Our box moved to another house.').last()).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
})

test('A safety rule holds at once, and a second person confirms it', { tag: '@long' }, async ({
  page,
  browser,
  newCommunity,
}) => {
  const community = await newCommunity({ TEST_CLOCK: '1' })
  for (const name of ['warden', 'second']) {
    await community.member(name)
    await community.admin('accounts', 'modify', name, '--add-role', 'owner')
  }
  await community.logIn(page.context(), 'warden')
  await writeDraft(page, community)
  await page.getByRole('button', { name: 'Put it in force at once' }).click()
  await page.getByRole('button', { name: 'Yes, at once' }).click()
  await expect(page.getByRole('heading', { name: /Version 2 holds, and waits for a second person/ })).toBeVisible()
  await page.getByRole('button', { name: 'I confirm it' }).click()
  await expect(page.getByText('You have approved it already.')).toBeVisible()
  await looksRight(page)
  const other = await browser.newContext(test.info().project.use)
  await community.logIn(other, 'second')
  const secondPage = await other.newPage()
  await secondPage.goto(`${community.url}/settings/rules`)
  await secondPage.getByRole('button', { name: 'I confirm it' }).click()
  await expect(secondPage.getByRole('button', { name: 'Begin a change' })).toBeVisible()
  await other.close()
})

test('Whoever writes here for the first time sees two rules that fit, and again before the first reply', async ({
  page,
  community,
}) => {
  const name = newName('fern')
  await community.member(name)
  await community.logIn(page.context(), name)
  await page.goto('/home')
  const said = page.getByText('You are about to write here for the first time. Two of our rules:')
  const text = page.locator('textarea').first()
  await expect(text).toBeVisible()
  await expect(said).toHaveCount(0)
  await text.fill('Hello everybody')
  await expect(said).toBeVisible()
  await expect(page.getByText(/^Please use content warnings/)).toBeVisible()
  await looksRight(page)
  await page.getByRole('button', { name: 'Post', exact: true }).click()
  await expect(page.getByText('Hello everybody').first()).toBeVisible()
  await expect(text).toHaveValue('')
  await text.fill('And once more')
  await expect(said).toHaveCount(0)

  const other = newName('sorrel')
  await community.member(other)
  const { id } = (await community.api(other, 'POST', '/api/v1/statuses', { status: 'Who is new here?' })) as {
    id: string
  }
  await page.goto(`/@${other}/${id}`)
  const reply = page
    .getByRole('form', { name: `Reply to ${other}` })
    .getByRole('textbox')
    .first()
  await page
    .getByRole('button', { name: /^Reply/ })
    .first()
    .click()
  await reply.fill('I am.')
  await expect(said).toBeVisible()
})
