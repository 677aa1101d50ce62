import { expect } from 'playwright/test'
import { fitsSmall, looksRight } from './support/looks.ts'
import { test } from './support/people.ts'
import { chooseFromMore, postWith, writingBox } from './support/screen.ts'

test('I am asked whether it is German, and a reader who chose English does not meet it in their home', {
  tag: '@long',
}, async ({ page, elsewhere, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ben.follows(ann)
  await ben.opens(elsewhere, `/@${ann.name}`)
  await chooseFromMore(elsewhere, elsewhere.locator('main'), 'Languages to read')
  const dialog = elsewhere.getByRole('dialog', { name: `Which languages of ${ann.name} do you read?` })
  await dialog.getByRole('checkbox', { name: 'English' }).check()
  await looksRight(elsewhere)
  await fitsSmall(elsewhere)
  await dialog.getByRole('button', { name: 'Read these' }).click()
  await expect(dialog).toBeHidden()

  await ann.opens(page, '/home')
  const box = writingBox(page)
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  await box.text.fill('Wir treffen uns um acht im Garten, und es gibt für alle eine Suppe.')
  await expect(box.form.getByText('This looks like Deutsch.')).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  expect(sent.filter((one) => one.includes('Garten'))).toEqual([])
  await box.form.getByRole('button', { name: 'It is Deutsch', exact: true }).click()
  await expect(box.form.getByRole('button', { name: 'Deutsch' })).toBeVisible()
  await box.post.click()
  await expect(postWith(page, 'Wir treffen uns')).toBeVisible()
  await ann.writes('We meet at eight in the garden.', { language: 'en' })
  await ben.opens(elsewhere, '/home')
  await expect(postWith(elsewhere, 'We meet at eight')).toBeVisible()
  await expect(postWith(elsewhere, 'Wir treffen uns')).toBeHidden()
})
