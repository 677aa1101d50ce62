import { expect, type Page } from 'playwright/test'
import { fitsSmall, looksRight } from './support/looks.ts'
import { test } from './support/people.ts'
import { chooseFromMore, postWith, said, writingBox } from './support/screen.ts'

const main = (page: Page) => page.getByRole('main')
const inbox = (page: Page) => page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Inbox/ })

test('I offer a truce, the other says yes, and later ends it', async ({ page, elsewhere, person, community }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  const post = await ben.writes('You always say that.')
  await ann.follows(ben)
  await ann.opens(page, `/@${ben.name}`)
  await chooseFromMore(page, main(page), `Offer ${ben.name} a truce`)
  const question = page.getByRole('dialog', { name: `Offer ${ben.name} a truce?` })
  await expect(question).toContainText('You hear of a yes')
  await question.getByRole('radio', { name: '7 days' }).check()
  await looksRight(page)
  await question.getByRole('button', { name: 'Offer it' }).click()
  await expect(said(page, 'It is offered.')).toHaveCount(1)
  await page.goto(`${community.url}/pauses`)
  await expect(main(page)).toContainText(`You offered ${ben.name} a truce`)
  await looksRight(page)

  await ben.opens(elsewhere, '/home')
  await expect(inbox(elsewhere), 'the offer counts').toHaveText('Inbox2 new')
  await inbox(elsewhere).click()
  const notice = elsewhere.getByRole('region', { name: 'From the community' })
  await expect(notice).toContainText('Somebody offers you a truce.')
  await expect(notice, 'and names nobody yet').not.toContainText(ann.name)
  await looksRight(elsewhere)
  await fitsSmall(elsewhere)
  await notice.getByRole('link', { name: 'Look at the offer' }).click()
  await expect(main(elsewhere)).toContainText(`${ann.name} offers you a truce: 7 days`)
  await expect(main(elsewhere)).toContainText('A no is never shown.')
  await looksRight(elsewhere)
  await fitsSmall(elsewhere)
  await elsewhere.getByRole('button', { name: `Yes, let us rest: ${ann.name}` }).click()
  await expect(said(elsewhere, 'It holds from now on.')).toHaveCount(1)
  await expect(main(elsewhere)).toContainText(`A truce with ${ann.name}`)
  await looksRight(elsewhere)

  await page.goto(`${community.url}/home`)
  await expect(postWith(page, 'You always say that.')).toHaveCount(0)
  await page.goto(`${community.url}/@${ben.name}/${post.id}`)
  await postWith(page, 'You always say that.').getByRole('button', { name: 'Reply' }).click()
  const box = writingBox(page, ben.name)
  await box.text.pressSequentially('And you never listen.')
  await box.post.click()
  const refused = page.getByRole('alert').filter({ hasText: 'Not posted.' })
  await expect(refused).toContainText(`You and @${ben.name} have a truce until`)
  await expect(box.text, 'the draft is kept').toHaveValue(`@${ben.name} And you never listen.`)
  await looksRight(page)

  await elsewhere.getByRole('button', { name: `End it: A truce with ${ann.name}` }).click()
  await elsewhere.getByRole('dialog', { name: 'End this?' }).getByRole('button', { name: 'End it' }).click()
  await expect(said(elsewhere, 'It has ended for both of you.')).toHaveCount(1)
  await page.goto(`${community.url}/inbox`)
  await expect(page.getByRole('region', { name: 'From the community' })).toContainText('A truce has ended.')
  await page.getByRole('button', { name: 'Put away: A truce has ended.' }).click()
  await expect(page.getByText('A truce has ended.')).toHaveCount(0)
})

test('I say no to an offer, and nothing is shown to whoever made it', async ({
  page,
  elsewhere,
  person,
  community,
}) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.api('POST', '/api/community/v1/truces', { account_id: ben.id, days: 3 })
  await ann.opens(page, '/pauses')
  await expect(page.getByRole('checkbox')).toHaveCount(3)
  const before = await main(page).innerText()
  await ben.opens(elsewhere, '/pauses')
  await elsewhere.getByRole('button', { name: `No: ${ann.name}` }).click()
  await expect(said(elsewhere, 'The offer is gone. They are not told.')).toHaveCount(1)
  await expect(elsewhere.getByText('Nothing is paused')).toBeVisible()
  await page.goto(`${community.url}/pauses`)
  await expect(page.getByRole('checkbox')).toHaveCount(3)
  expect(before).toContain('You offered')
  expect(await main(page).innerText()).toBe(before)
})

test('We both stop replying in one conversation, and the others go on', async ({
  page,
  elsewhere,
  person,
  community,
}) => {
  const [ann, ben, cem] = [await person('ann'), await person('ben'), await person('cem')]
  const root = await cem.writes('A talk about soup')
  await ben.writes('Stew is better.', { in_reply_to_id: root.id })
  await ann.opens(page, `/@${cem.name}/${root.id}`)
  await chooseFromMore(page, postWith(page, 'Stew is better.'), `Offer ${ben.name} a truce`)
  await page.getByRole('radio', { name: 'In this conversation' }).check()
  await expect(page.getByRole('radio', { name: '14 days' })).toBeVisible()
  await expect(page.getByRole('radio', { name: '30 days' })).toHaveCount(0)
  await looksRight(page)
  await page.getByRole('button', { name: 'Offer it' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await ben.opens(elsewhere, '/pauses')
  await expect(main(elsewhere)).toContainText('offers that you both stop replying in one conversation: 3 days')
  await elsewhere.getByRole('button', { name: `Yes, let us rest: ${ann.name}` }).click()
  await elsewhere.getByRole('link', { name: 'Read it' }).click()
  await postWith(elsewhere, 'A talk about soup').getByRole('button', { name: 'Reply' }).click()
  const box = writingBox(elsewhere, cem.name)
  await box.text.pressSequentially('One more thing.')
  await box.post.click()
  await expect(elsewhere.getByRole('alert').filter({ hasText: 'Not posted.' })).toContainText(
    'both stopped replying in this conversation until',
  )
  await cem.writes('I go on.', { in_reply_to_id: root.id })
  await page.goto(`${community.url}/@${cem.name}/${root.id}`)
  await expect(postWith(page, 'I go on.')).toBeVisible()
})

test('I want no offers, and choose it in one place', async ({ page, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ben.opens(page, '/pauses')
  const choice = page.getByRole('checkbox', { name: 'People may offer me truces and locks' })
  await expect(choice).toBeChecked()
  await choice.uncheck()
  await page.reload()
  await expect(choice).not.toBeChecked()
  await ann.api('POST', '/api/community/v1/truces', { account_id: ben.id, days: 3 })
  await page.reload()
  await expect(page.getByText('Nothing is paused')).toBeVisible()
  await looksRight(page)
})
