import { expect } from 'playwright/test'
import { fitsSmall, looksRight } from './support/looks.ts'
import { test } from './support/mediation.ts'
import { said } from './support/screen.ts'

test('A complaint is answered by somebody without a part in it; where that is not enough, a steward answers', {
  tag: '@long',
}, async ({ page, elsewhere, community, person, story }) => {
  const { ann, id } = await story.quarrel('active')
  await story.does(ann, id, 'leave')
  await story.does(ann, id, 'complain', { text: 'I was not let finish.' })
  const dora = await person('dora')
  await community.admin('accounts', 'modify', dora.name, '--add-role', 'coordinator')
  const stew = await person('stew')
  await community.admin('accounts', 'modify', stew.name, '--add-role', 'steward')
  await dora.opens(page, '/mediation/complaints')
  const line = page.getByRole('listitem').filter({ hasText: 'I was not let finish.' })
  await expect(line).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  await line.getByRole('radio', { name: 'An apology.' }).check()
  await line.getByRole('textbox', { name: 'What you say to them' }).fill('You are right, and we are sorry.')
  await line.getByRole('button', { name: 'Send the answer' }).click()
  await expect(said(page, 'The answer is on its way.')).toHaveCount(1)
  await expect(line).toHaveCount(0)
  await ann.opens(elsewhere, '/mediation')
  await expect(elsewhere.getByText('You are right, and we are sorry.')).toBeVisible()
  await expect(elsewhere.getByText('An apology.')).toBeVisible()
  await elsewhere.getByRole('button', { name: 'This is not enough for me' }).click()
  await elsewhere.getByRole('textbox', { name: 'Why it is not enough' }).fill('It happened again.')
  await looksRight(elsewhere)
  await elsewhere.getByRole('button', { name: 'Take it to a steward' }).click()
  await expect(elsewhere.getByText('You took it to a steward')).toBeVisible()
  await stew.opens(page, '/mediation/complaints')
  await expect(line).toContainText('It happened again.')
  await looksRight(page)
  await line.getByRole('textbox', { name: 'What you say to them' }).fill('We will talk with the mediator.')
  await line.getByRole('button', { name: 'Send the answer' }).click()
  await expect(line).toHaveCount(0)
  await ann.opens(elsewhere, '/mediation')
  await expect(elsewhere.getByText('We will talk with the mediator.')).toBeVisible()
})

test('A complaint about an admin goes to a steward alone, and comes back with an answer', async ({
  page,
  elsewhere,
  community,
  person,
}) => {
  const [ann, chief, stew] = [await person('ann'), await person('chief'), await person('stew')]
  await community.admin('accounts', 'modify', chief.name, '--add-role', 'admin')
  await community.admin('accounts', 'modify', stew.name, '--add-role', 'steward')
  await ann.opens(page, '/help/disagreements')
  await page.getByRole('link', { name: 'Complain about an admin' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Complain about an admin' })).toBeVisible()
  await page.getByRole('radio', { name: new RegExp(chief.name) }).check()
  await page.getByRole('textbox', { name: 'What happened' }).fill('They read my letters aloud.')
  await looksRight(page)
  await fitsSmall(page)
  await page.getByRole('button', { name: 'Send it to the stewards' }).click()
  await expect(page.getByText('A steward answers by')).toBeVisible()
  await chief.opens(elsewhere, '/house/complaints')
  await expect(elsewhere.getByText('Stewards alone read these complaints.')).toBeVisible()
  await expect(elsewhere.getByText('They read my letters aloud.')).toHaveCount(0)
  await stew.opens(elsewhere, '/house/complaints')
  const line = elsewhere.getByRole('listitem').filter({ hasText: 'They read my letters aloud.' })
  await line.getByRole('radio', { name: 'The steward speaks with them about it.' }).check()
  await line.getByRole('textbox', { name: 'What you say to them' }).fill('I spoke with them today.')
  await looksRight(elsewhere)
  await fitsSmall(elsewhere)
  await line.getByRole('button', { name: 'Send the answer' }).click()
  await expect(line).toContainText('Answered:')
  await ann.opens(page, '/inbox')
  await page.getByRole('link', { name: 'Read the answer' }).click()
  await expect(page.getByText('I spoke with them today.')).toBeVisible()
})
