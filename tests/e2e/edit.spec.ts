import { expect } from 'playwright/test'
import { fitsSmall, looksRight } from './support/looks.ts'
import { type Person, test } from './support/people.ts'
import { adds, hills, shows } from './support/pictures.ts'
import { chooseFromMore, postWith, said } from './support/screen.ts'

test('I edit a post, and others read what it said before', async ({ page, elsewhere, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ben.follows(ann)
  await ann.writes('We meet on Monday at seven, bring your own cup.')
  await ann.opens(page, '/home')
  await chooseFromMore(page, postWith(page, 'We meet on Monday'), 'Edit')
  const form = page.getByRole('form', { name: 'Edit your post' })
  const text = form.getByRole('textbox', { name: 'Your post' })
  await expect(text).toHaveValue('We meet on Monday at seven, bring your own cup.')
  await expect(text).toBeFocused()
  await text.fill('We meet on Tuesday at seven, bring your own cup.')
  await page.reload()
  await chooseFromMore(page, postWith(page, 'We meet on Monday'), 'Edit')
  await expect(text, 'what was written is still there after a reload').toHaveValue(/Tuesday/)
  await looksRight(page)
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form).toBeHidden()
  await expect(said(page, 'Saved.')).toHaveCount(1)
  await expect(postWith(page, 'We meet on Tuesday')).toBeFocused()

  await ben.opens(elsewhere, '/home')
  const post = postWith(elsewhere, 'We meet on Tuesday')
  await expect(postWith(elsewhere, 'We meet on Monday')).toHaveCount(0)
  await post.getByRole('button', { name: /^Edited/ }).click()
  const history = elsewhere.getByRole('dialog', { name: 'What was changed' })
  await expect(history.getByRole('listitem')).toHaveCount(2)
  await expect(history.getByRole('deletion')).toContainText('Monday')
  await expect(history.getByRole('insertion')).toContainText('Tuesday')
  await elsewhere.keyboard.press('Escape')
  await expect(history).toHaveCount(0)
  await expect(post.getByRole('button', { name: /^Edited/ })).toBeFocused()
  await elsewhere.keyboard.press('Enter')
  await expect(history).toBeVisible()
  await looksRight(elsewhere)
  await fitsSmall(elsewhere)
})

const edits = (author: Person, id: string, form: object) => author.api('PUT', `/api/v1/statuses/${id}`, form)

test('I read which pictures and choices a post had before', { tag: '@long' }, async ({ page, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  const [one, two] = [await adds(ben, await hills(), 'A hill.'), await adds(ben, await hills(600, 900), 'A tall one.')]
  const shown = await shows(ben, 'Two evenings', [one, two], { sensitive: true })
  const media_attributes = [{ id: one, description: 'A green hill.' }]
  await edits(ben, shown.id, { status: 'Two evenings', media_ids: [one], media_attributes, sensitive: true })
  const asked = await ben.writes('Which day?', { poll: { options: ['Monday', 'Friday'], expires_in: 3600 } })
  await edits(ben, asked.id, { status: 'Which day?', poll: { options: ['Monday', 'Sunday'], expires_in: 3600 } })
  await ann.opens(page, `/@${ben.name}/${shown.id}`)
  await postWith(page, 'Two evenings')
    .getByRole('button', { name: /^Edited/ })
    .click()
  const history = page.getByRole('dialog', { name: 'What was changed' })
  await expect(history.getByText('1 picture was taken out.')).toBeVisible()
  await expect(history.getByText('A tall one.')).toBeVisible()
  await expect(history.getByText('Its author took this picture out since.')).toHaveCount(1)
  await expect(history.getByRole('insertion')).toContainText('green')
  await expect(history.getByRole('img'), 'its author covered them').toHaveCount(0)
  await history.getByRole('button', { name: 'Show the picture' }).first().click()
  await expect(history.getByRole('img', { name: 'A green hill.' })).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  await page.goto(asked.url ?? '')
  await postWith(page, 'Which day?')
    .getByRole('button', { name: /^Edited/ })
    .click()
  await expect(history.getByRole('deletion')).toContainText('Friday')
  await expect(history.getByRole('insertion')).toContainText('Sunday')
})
