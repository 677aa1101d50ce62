import { expect } from 'playwright/test'
import { fitsSmall, looksRight } from './support/looks.ts'
import { test } from './support/people.ts'
import { postWith, said, writingBox } from './support/screen.ts'

test('I ask a question with choices, another member votes, and the end is told', async ({
  page,
  elsewhere,
  person,
  community,
}) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ben.follows(ann)
  await ann.opens(page, '/home')
  const box = writingBox(page)
  await box.text.fill('Which day shall we meet?')
  await box.form.getByRole('button', { name: 'Poll' }).click()
  const fields = box.form.getByRole('group', { name: 'Poll' })
  await fields.getByRole('textbox', { name: 'Choice 1' }).fill('Monday')
  await expect(box.post).toHaveAttribute('aria-disabled', 'true')
  await fields.getByRole('textbox', { name: 'Choice 2' }).fill('Tuesday')
  await fields.getByRole('button', { name: 'Add a choice' }).click()
  await expect(fields.getByRole('textbox', { name: 'Choice 3' })).toBeFocused()
  await page.keyboard.type('Friday')
  await page.reload()
  await expect(fields.getByRole('textbox', { name: 'Choice 3' }), 'nothing is lost').toHaveValue('Friday')
  await fields.getByRole('combobox', { name: 'It ends after' }).selectOption('30 minutes')
  await looksRight(page)
  await fitsSmall(page)
  await box.post.click()
  const mine = postWith(page, 'Which day shall we meet?')
  await expect(mine.getByText(/^0 people voted, ends today at/)).toBeVisible()
  await expect(fields).toHaveCount(0)

  await ben.opens(elsewhere, '/home')
  const theirs = postWith(elsewhere, 'Which day shall we meet?')
  await expect(theirs.getByRole('group', { name: 'Choose one' }).getByRole('radio')).toHaveCount(3)
  await theirs.getByRole('radio', { name: 'Monday' }).focus()
  await elsewhere.keyboard.press('ArrowDown')
  await expect(theirs.getByRole('radio', { name: 'Tuesday' })).toBeChecked()
  await looksRight(elsewhere)
  await theirs.getByRole('button', { name: 'Vote' }).click()
  await expect(theirs.getByRole('listitem').filter({ hasText: 'Tuesday' })).toContainText('(your vote)')
  await expect(theirs.getByRole('listitem').filter({ hasText: 'Tuesday' })).toContainText('100 %')
  await expect(said(elsewhere, 'Your vote is counted.')).toHaveCount(1)
  await looksRight(elsewhere)
  await mine.getByRole('button', { name: 'Look again' }).click()
  await expect(mine.getByText(/^1 person voted/)).toBeVisible()

  await community.advance('PT1H')
  await elsewhere.goto(`${community.url}/inbox`)
  await expect(elsewhere.getByText('A poll in which you voted is over')).toBeVisible()
  await expect(postWith(elsewhere, 'Which day shall we meet?').getByText(/^1 person voted, ended/)).toBeVisible()
})

test('I let people choose several, and nobody reads the numbers before it is over', { tag: '@long' }, async ({
  page,
  elsewhere,
  person,
}) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ben.follows(ann)
  await ann.opens(page, '/home')
  const box = writingBox(page)
  await box.text.fill('What can you bring?')
  await box.form.getByRole('button', { name: 'Poll' }).click()
  const fields = box.form.getByRole('group', { name: 'Poll' })
  await fields.getByRole('textbox', { name: 'Choice 1' }).fill('Soup')
  await fields.getByRole('textbox', { name: 'Choice 2' }).fill('Bread')
  await fields.getByRole('checkbox', { name: 'People can choose several' }).check()
  await fields.getByRole('checkbox', { name: 'Hide the numbers until it is over' }).check()
  await box.post.click()
  await expect(postWith(page, 'What can you bring?')).toBeVisible()
  await expect(fields).toHaveCount(0)

  await ben.opens(elsewhere, '/home')
  const theirs = postWith(elsewhere, 'What can you bring?')
  const choices = theirs.getByRole('group', { name: 'Choose one or more' })
  await choices.getByRole('checkbox', { name: 'Soup' }).check()
  await choices.getByRole('checkbox', { name: 'Bread' }).check()
  await expect(choices.getByRole('button', { name: 'See the numbers' })).toHaveCount(0)
  await choices.getByRole('button', { name: 'Vote' }).click()
  await expect(theirs.getByText('The numbers are shown when it is over.')).toBeVisible()
  await expect(theirs.getByRole('listitem').filter({ hasText: '(your vote)' })).toHaveCount(2)
  await expect(theirs.getByText('%')).toHaveCount(0)
  await looksRight(elsewhere)
})
