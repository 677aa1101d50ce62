import { expect } from 'playwright/test'
import { fitsSmall, looksRight } from './support/looks.ts'
import { main, openCase, press, test, tick } from './support/team.ts'

test('Whom an account mocks is asked, their no is heeded, and what was decided is said to be over', {
  tag: '@long',
}, async ({ page, elsewhere, community, person, moderator }) => {
  const [ann, cal, fake] = [await person('ann'), await person('cal'), await person('fake')]
  const [mo, max] = [await moderator('mo'), await moderator('max')]
  const post = await fake.writes('Look at this fool.')
  const report = { account_id: fake.id, kind: 'rule', rules: ['gr7c'], status_ids: [post.id] }
  await cal.api('POST', '/api/community/v1/reports', report)

  await openCase(page, mo, fake)
  await expect(main(page).getByRole('heading', { level: 1 })).toHaveText('An account made to mock')
  await main(page).getByLabel('Who is it?').fill('@nobody')
  await press(page, 'Ask them')
  await expect(main(page).getByText('Nobody of ours has this name.')).toBeVisible()
  await main(page).getByLabel('Who is it?').fill(`@${ann.name}`)
  await press(page, 'Ask them')
  await expect(main(page).getByText('has not answered yet')).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)

  await ann.opens(elsewhere, '/inbox')
  await elsewhere.getByRole('link', { name: 'Read what they ask' }).click()
  await expect(main(elsewhere).getByRole('link', { name: `@${fake.name}` })).toBeVisible()
  await looksRight(elsewhere)
  await fitsSmall(elsewhere)
  await press(elsewhere, 'No, leave it alone')
  await expect(main(elsewhere).getByText('You said: leave it alone.')).toBeVisible()
  await looksRight(elsewhere)

  await page.reload()
  await expect(main(page).getByText('wants that it is left alone')).toBeVisible()
  await tick(page, /^Limit the account/)
  await main(page).getByLabel('What the person reads').fill('You made this account to mock somebody.')
  await press(page, 'Propose it')
  await expect(main(page).getByText('Whom it mocks wants it to be left alone.')).toBeVisible()
  await looksRight(page)

  await press(elsewhere, 'Yes, deal with it')
  await expect(main(elsewhere).getByText('You said: deal with it.')).toBeVisible()
  await press(page, 'Propose it')
  await expect(main(page).getByText('You proposed this. Somebody else confirms it.')).toBeVisible()
  await openCase(page, max, fake)
  await main(page).getByLabel('Your own reason').fill('She wants it dealt with.')
  await press(page, 'Confirm it')
  await expect(main(page).getByText('For ten minutes you can undo it')).toBeVisible()
  await community.advance('PT11M')
  await page.reload()
  await press(page, 'End it')
  await expect(main(page).getByText(/Limit the account, taken back/)).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)

  await fake.opens(page, '/inbox')
  const over = main(page).getByText('What moderators decided about you is over.')
  // of the limit; that posts were hidden meanwhile ended with the decision, of which they were told
  await expect(over).toHaveCount(1)
  await looksRight(page)
  await page.getByRole('link', { name: 'See what it was' }).first().click()
  await expect(main(page).getByText('You made this account to mock somebody.')).toBeVisible()
  await looksRight(page)
})
