import { expect } from 'playwright/test'
import { fitsSmall, looksRight } from './support/looks.ts'
import { test } from './support/people.ts'
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
  await expect(post.getByRole('button', { name: /^Edited/ })).toBeFocused()
  await elsewhere.keyboard.press('Enter')
  await expect(history).toBeVisible()
  await looksRight(elsewhere)
  await fitsSmall(elsewhere)
})
