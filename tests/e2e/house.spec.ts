import { expect, type Page } from 'playwright/test'
import { newName } from './support/community.ts'
import { fitsSmall, looksRight } from './support/looks.ts'
import { logInAsOwner } from './support/owner.ts'
import { test } from './support/people.ts'
import { hills } from './support/pictures.ts'
import { postWith, writingBox } from './support/screen.ts'

const toasted = (page: Page, text: string) => expect(page.getByText(text).first()).toBeVisible()

test('Staff add a small picture, and members choose it, write it and see it', { tag: '@long' }, async ({
  page,
  community,
  person,
  elsewhere,
}) => {
  await logInAsOwner(community, page.context(), newName('keeper'))
  await page.goto('/house/emoji')
  await expect(page.getByRole('heading', { level: 1, name: 'Emoji' })).toBeVisible()
  const code = newName('fist').replace(/\W/g, '_')
  await page
    .getByLabel('Picture', { exact: true })
    .setInputFiles({ name: `${code}.jpg`, mimeType: 'image/jpeg', buffer: await hills(90, 60) })
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(code)
  await page.getByRole('button', { name: 'Add it' }).click()
  await toasted(page, `Added :${code}:.`)
  await expect(page.getByRole('img', { name: `:${code}:` })).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)

  const ada = await person('ada')
  await ada.opens(elsewhere, '/home')
  await elsewhere.getByRole('button', { name: 'Emoji' }).first().click()
  const picker = elsewhere.getByRole('dialog', { name: 'Emoji' })
  await picker.getByLabel('Look for a name').fill(code)
  await looksRight(elsewhere)
  await picker.getByRole('button', { name: `:${code}:` }).click()
  const box = elsewhere.getByRole('textbox', { name: 'What do you want to say?' })
  await expect(box).toHaveValue(`:${code}: `)
  await expect(box).toBeFocused()
  await box.pressSequentially(`up :${code.slice(0, 5)}`)
  await elsewhere
    .getByRole('listbox', { name: 'Small pictures' })
    .getByRole('option', { name: `:${code}:` })
    .click()
  await expect(box).toHaveValue(`:${code}: up :${code}: `)
  await elsewhere.getByRole('button', { name: 'Post', exact: true }).click()
  await expect(elsewhere.getByRole('article').getByRole('img', { name: `:${code}:` })).toHaveCount(2)
})

test('An announcement stands above everybody’s home until they put it away', async ({
  page,
  community,
  person,
  elsewhere,
}) => {
  const ada = await person('ada')
  await ada.opens(elsewhere, '/home')
  await expect(writingBox(elsewhere).text).toBeVisible()
  await logInAsOwner(community, page.context(), newName('keeper'))
  await page.goto('/house/announcements')
  const words = `Down for an hour on Sunday, ${newName('says')}`
  await page.getByLabel('What do you want to say to everybody?').fill(words)
  await page.getByRole('button', { name: 'Announce it' }).click()
  const show = elsewhere.getByRole('button', { name: 'Show it' })
  await expect(show).toBeVisible()
  await expect(elsewhere.getByText(words), 'it pushes nothing from under my hand').toHaveCount(0)
  await show.click()
  const banner = elsewhere.getByRole('region', { name: 'Announcements' })
  await expect(banner).toContainText(words)
  await expect(page.getByRole('listitem').filter({ hasText: words })).toContainText('Shown now')
  await looksRight(page)
  await fitsSmall(page)

  await ada.writes('What stands below it.')
  let tell = () => {}
  const told = new Promise<void>((resolve) => {
    tell = resolve
  })
  await elsewhere.route('**/api/v1/announcements', (route) => told.then(() => route.continue()))
  await Promise.all([elsewhere.waitForResponse(/timelines\/home/), elsewhere.reload()])
  await elsewhere.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
  await expect(postWith(elsewhere, 'What stands below'), 'it would move from under my hand').toHaveCount(0)
  tell()
  await expect(postWith(elsewhere, 'What stands below')).toBeVisible()
  await expect(banner).toContainText(words)
  await banner.getByRole('button', { name: 'React' }).first().click()
  await elsewhere.getByRole('dialog').getByRole('button', { name: 'heart', exact: true }).click()
  await expect(banner.getByRole('button', { name: '❤️: 1 reaction' })).toHaveAttribute('aria-pressed', 'true')
  const away = banner.getByRole('button', { name: 'Put away' }).first()
  await away.focus()
  const all = await ada.api<{ id: string; content: string }[]>('GET', '/api/v1/announcements')
  const id = all.find(({ content }) => content.includes(words))?.id
  await ada.api('PUT', `/api/v1/announcements/${id}/reactions/${encodeURIComponent('🔥')}`)
  await expect(banner.getByRole('button', { name: '🔥: 1 reaction' })).toBeVisible()
  await expect(away, 'what comes in takes the focus from nobody').toBeFocused()
  await looksRight(elsewhere)
  await ada.api('POST', `/api/v1/announcements/${id}/dismiss`)
  await ada.api('DELETE', `/api/v1/announcements/${id}/reactions/${encodeURIComponent('🔥')}`)
  await expect(banner, 'it pulls nothing from under my eyes').toContainText('Over, or put away elsewhere:')
  await expect(banner).toContainText(words)
  await looksRight(elsewhere)
  await away.click()
  await expect(elsewhere.getByText(words)).toHaveCount(0)

  await elsewhere
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: /^Inbox/ })
    .click()
  await expect(elsewhere).toHaveURL(/\/inbox/)
  const later = `And on Monday, ${newName('says')}`
  await page.getByLabel('What do you want to say to everybody?').fill(later)
  await page.getByRole('button', { name: 'Announce it' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: later })).toBeVisible()
  const asked = elsewhere.waitForRequest('**/api/v1/announcements')
  await elsewhere.goBack()
  await asked
  const post = postWith(elsewhere, 'What stands below')
  await expect(post, 'whoever comes back waits for nothing').toBeVisible()
  const { y } = (await post.boundingBox()) ?? { y: 0 }
  await show.click({ trial: true })
  expect((await post.boundingBox())?.y, 'what came meanwhile moves nothing').toBe(y)
  await show.click()
  await expect(banner).toContainText(later)
  await elsewhere.goto('/announcements')
  await expect(elsewhere.getByText(words)).toBeVisible()

  // or they would stand above every home of the stories that follow here
  for (const said of [words, later]) {
    const line = page.getByRole('listitem').filter({ hasText: said })
    await line.getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await expect(line).toHaveCount(0)
  }
})

test('In a raid a second person agrees to more than a day, and all goes back by itself', async ({
  page,
  browser,
  newCommunity,
}) => {
  const own = await newCommunity({ REGISTRATIONS: 'open' })
  await logInAsOwner(own, page.context(), 'olga')
  await own.member('mia')
  await own.admin('accounts', 'modify', 'mia', '--add-role', 'moderator')
  await page.goto(`${own.url}/house/bad-hours`)
  await looksRight(page)
  await fitsSmall(page)
  await page.getByRole('button', { name: 'Turn on By invite only' }).click()
  const dialog = page.getByRole('dialog', { name: 'Turn on: By invite only?' })
  await expect(dialog).toContainText('Who has no invite cannot join.')
  await dialog.getByLabel('Why').fill('Fifty accounts in an hour')
  await dialog.getByLabel('For how many hours').fill('48')
  await dialog.getByLabel('What everybody reads meanwhile').fill('Too many came at once. Ask a member for an invite.')
  await looksRight(page)
  await dialog.getByRole('button', { name: 'Turn on' }).click()
  const line = page.getByRole('listitem').filter({ hasText: 'By invite only' })
  await expect(line).toContainText('Past a day a second person has to agree.')
  await expect(line.getByRole('button', { name: 'Agree to the whole time' })).toHaveCount(0)

  const context = await browser.newContext({ baseURL: own.url })
  const other = await context.newPage()
  await other.goto('/about')
  await expect(other.getByText('Too many came at once.')).toBeVisible()
  await looksRight(other)
  await own.logIn(context, 'mia')
  await other.goto('/house/bad-hours')
  await other.getByRole('button', { name: 'Agree to the whole time' }).click()
  await toasted(other, 'You agreed. It goes on.')
  await own.advance('PT49H')
  await other.reload()
  await expect(other.getByRole('button', { name: 'Turn on By invite only' })).toBeVisible()
  await expect(other.getByText('Too many came at once.')).toHaveCount(0)
  await page.goto(`${own.url}/house/log`)
  await expect(page.getByRole('listitem').filter({ hasText: 'agreed to the whole time of the switch' })).toContainText(
    '@mia',
  )
  await looksRight(page)
  await context.close()
})

test('Everybody reads what was decided and the papers, and the pages of the house are in order', async ({
  page,
  community,
  browser,
}) => {
  const context = await browser.newContext({ baseURL: community.url })
  const visitor = await context.newPage()
  await visitor.goto('/transparency')
  await expect(visitor.getByRole('heading', { level: 1, name: 'What was decided here' })).toBeVisible()
  await expect(visitor.getByText('Nothing was decided so far')).toBeVisible()
  await looksRight(visitor)
  await fitsSmall(visitor)

  await logInAsOwner(community, page.context(), newName('keeper'))
  await page.goto('/house/papers')
  await page.getByRole('button', { name: 'Write Privacy' }).click()
  await page.getByRole('dialog').getByLabel('Text').fill('We keep little, and say what.')
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
  await toasted(page, 'The paper is published.')
  await visitor.goto('/papers')
  await expect(visitor.getByText('We keep little, and say what.')).toBeVisible()
  await looksRight(visitor)
  await context.close()
  for (const [path, heading] of [
    ['papers', 'Papers'],
    ['blocks', 'Blocks'],
    ['roles', 'Roles'],
    ['numbers', 'Numbers'],
  ]) {
    await page.goto(`/house/${path}`)
    await expect(page.getByRole('heading', { level: 1, name: heading ?? '' })).toBeVisible()
    await expect(page.getByText('is coming')).toHaveCount(0)
    await looksRight(page)
    await fitsSmall(page)
  }
})
