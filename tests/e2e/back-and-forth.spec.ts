import { expect, type Page } from 'playwright/test'
import { fitsSmall, looksRight } from './support/looks.ts'
import { type Person, test } from './support/people.ts'
import { postWith, writingBox } from './support/screen.ts'

/** A talk in which two reply to each other in turn, at once; gives its last post, which is Ben's. */
async function quarrel(ann: Person, ben: Person): Promise<string> {
  let last = await ann.writes('Soup.')
  for (const [person, words] of [
    [ben, 'No, stew 1'],
    [ann, 'Soup 2'],
    [ben, 'Stew 3'],
  ] as const) {
    last = await person.writes(words, { in_reply_to_id: last.id })
  }
  return last.id
}

const line = (page: Page) => page.getByRole('note').filter({ hasText: 'You two have gone back and forth a lot.' })

async function reply(page: Page, ben: Person) {
  await postWith(page, 'Stew 3').getByRole('button', { name: 'Reply' }).click()
  return writingBox(page, ben.name)
}

test('When we went back and forth a lot, one line says so, once a day, and holds nothing back', async ({
  page,
  person,
  community,
}) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  const last = await quarrel(ann, ben)
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  await ann.opens(page, `/@${ben.name}/${last}`)
  const box = await reply(page, ben)
  await expect(line(page)).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  await box.text.pressSequentially('Soup 4')
  await line(page).getByRole('button', { name: 'Wait 10 minutes' }).click()
  await expect(box.form).toBeHidden()
  expect(sent.filter((one) => one.includes('Soup 4'))).toEqual([])
  await page.goto(`${community.url}/@${ben.name}/${last}`)
  await reply(page, ben)
  await expect(box.text, 'the words are kept').toHaveValue(/Soup 4$/)
  await expect(line(page), 'and it is said once').toHaveCount(0)
  await box.post.click()
  await expect(postWith(page, 'Soup 4')).toBeVisible()
})

test('The line leads to pausing the conversation, is never shown for others’ talk, and can be switched off', async ({
  page,
  elsewhere,
  person,
  community,
}) => {
  const [ann, ben, cem] = [await person('ann'), await person('ben'), await person('cem')]
  const last = await quarrel(ann, ben)
  await cem.opens(elsewhere, `/@${ben.name}/${last}`)
  await reply(elsewhere, ben)
  await expect(line(elsewhere)).toHaveCount(0)
  await ann.opens(page, `/@${ben.name}/${last}`)
  await reply(page, ben)
  await line(page).getByRole('button', { name: 'Pause this conversation' }).click()
  await expect(page.getByRole('dialog', { name: 'Pause this conversation?' })).toBeVisible()
  await page.getByRole('button', { name: 'Leave it as it is' }).click()
  await line(page).getByRole('link', { name: 'Why we say this' }).click()
  const choice = page.getByRole('checkbox', { name: 'Say so when two of us go back and forth a lot' })
  await choice.uncheck()
  const other = await quarrel(ann, ben)
  await page.goto(`${community.url}/@${ben.name}/${other}`)
  await reply(page, ben)
  await expect(line(page)).toHaveCount(0)
})
