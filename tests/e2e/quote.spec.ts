import { expect } from 'playwright/test'
import type { Status } from '../../shared/api/wire.ts'
import { fitsSmall, looksRight } from './support/looks.ts'
import { test } from './support/people.ts'
import { chooseFromMore, postWith, said } from './support/screen.ts'

test('I quote a post, its warning folds it, and its author takes it out again', async ({ page, elsewhere, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ben.follows(ann)
  await ann.follows(ben)
  await ann.writes('The soup was cold.', { spoiler_text: 'food' })
  await ben.opens(page, '/home')
  await chooseFromMore(page, page.getByRole('article').first(), 'Quote')
  const form = page.getByRole('form', { name: 'Quote a post' })
  await form.getByRole('textbox', { name: 'What do you want to say about it?' }).fill('Not at all!')
  await expect(form.getByRole('region', { name: `Quoted: a post by ${ann.name}` })).toBeVisible()
  await looksRight(page)
  await form.getByRole('button', { name: 'Post', exact: true }).click()
  await expect(page).toHaveURL(/\/home$/)
  const quote = postWith(page, 'Not at all!')
  await expect(quote.getByText('The soup was cold.')).toBeHidden()
  await quote.getByText('Show', { exact: true }).click()
  await expect(quote.getByText('The soup was cold.')).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)

  await ann.opens(elsewhere, '/home')
  await chooseFromMore(elsewhere, postWith(elsewhere, 'food').last(), 'What quotes it (1)')
  await expect(elsewhere).toHaveURL(/\/quotes$/)
  await expect(elsewhere.getByText('You can take your post out of each')).toBeVisible()
  await looksRight(elsewhere)
  const theirs = postWith(elsewhere, 'Not at all!')
  await chooseFromMore(elsewhere, theirs, 'Take my post out of this')
  await expect(said(elsewhere, 'Your post is taken out.')).toHaveCount(1)
  await expect(theirs.getByText('The author of the quoted post took it out of here.')).toBeVisible()
})

test('I take a post down to write it anew, and nothing of it is lost', async ({ page, person }) => {
  const ann = await person('ann')
  await ann.writes('The wrong dya.', { spoiler_text: 'food', visibility: 'unlisted', quote_approval_policy: 'nobody' })
  await ann.opens(page, '/home')
  await chooseFromMore(page, page.getByRole('article').first(), 'Delete and write anew')
  await looksRight(page)
  await page.route('**/api/v1/statuses/*', (route) =>
    route.request().method() === 'DELETE' ? route.abort() : route.continue(),
  )
  await page.getByRole('dialog').getByRole('button', { name: 'Take it down' }).click()
  await expect(said(page, 'Not taken down.')).toHaveCount(1)
  await expect(page.getByRole('article')).toHaveCount(1)
  await page.unroute('**/api/v1/statuses/*')
  await chooseFromMore(page, page.getByRole('article').first(), 'Delete and write anew')
  await page.getByRole('dialog').getByRole('button', { name: 'Take it down' }).click()
  await expect(page).toHaveURL(/\/write\?again=/)
  await page.goto('/write')
  await page.getByRole('link', { name: 'Go on with it' }).click()
  const form = page.getByRole('form', { name: 'Write it anew' })
  const text = form.getByRole('textbox', { name: 'What do you want to say?' })
  await expect(text).toHaveValue('The wrong dya.')
  await expect(form.getByRole('textbox', { name: 'Content warning' })).toHaveValue('food')
  await expect(form.getByRole('button', { name: /^Seen by: everyone, quietly/ })).toBeVisible()
  await looksRight(page)
  await text.fill('The right day.')
  await form.getByRole('button', { name: /^Seen by/ }).click()
  await expect(page.getByRole('menuitemradio', { name: 'Quotes: nobody may' })).toBeChecked()
  await looksRight(page)
  await page.getByRole('menuitemradio', { name: 'Quotes: followers may' }).click()
  await form.getByRole('button', { name: 'Post', exact: true }).click()
  await expect(page).toHaveURL(/\/home$/)
  await expect(page.getByRole('article')).toHaveCount(1)
  const [again] = await ann.api<Status[]>('GET', `/api/v1/accounts/${ann.id}/statuses`)
  expect(again).toMatchObject({ visibility: 'unlisted', quote_approval: { automatic: ['followers'] } })
  await page.goto('/write')
  await expect(page.getByRole('form', { name: 'Write a post' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Go on with it' })).toHaveCount(0)
})

test('I fold what was answered to a reply, and it stays folded when I come back', async ({ page, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  const root = await ann.writes('Where shall we meet?')
  const first = await ben.writes('At the library.', { in_reply_to_id: root.id })
  await ann.writes('It is closed.', { in_reply_to_id: first.id })
  await ann.writes('Bring your own cup.', { in_reply_to_id: root.id })
  await ann.opens(page, `/@${ann.name}/${root.id}`)
  await expect(page.getByRole('article')).toContainText([
    'Where shall we meet?',
    'Bring your own cup.',
    'At the library.',
    'It is closed.',
  ])
  const fold = postWith(page, 'At the library.').getByRole('button', { name: 'Fold 1 reply' })
  await fold.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('It is closed.')).toHaveCount(0)
  const unfold = postWith(page, 'At the library.').getByRole('button', { name: 'Show 1 folded reply' })
  await expect(unfold).toBeFocused()
  await looksRight(page)
  await postWith(page, 'At the library.').locator('time').click()
  await expect(page).toHaveURL(new RegExp(first.id))
  await page.goBack()
  await expect(unfold).toBeVisible()
  await unfold.click()
  await expect(page.getByText('It is closed.')).toBeVisible()
})
