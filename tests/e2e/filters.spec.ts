import { expect } from 'playwright/test'
import { photo } from '../support/pictures.ts'
import { fitsSmall, looksRight } from './support/looks.ts'
import { test } from './support/people.ts'
import { chooseFromMore, postWith, said } from './support/screen.ts'

test('I fold what a word finds under a filter, its warning inside, and leave another word out', async ({
  page,
  person,
  community,
}) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.follows(ben)
  await ben.writes('A goal in the last minute.', { spoiler_text: 'sport', warning_topics: ['alcohol'] })
  await ben.writes('Leeks for sale.')
  await ann.opens(page, '/settings/filters')
  await page.getByRole('textbox', { name: 'Words' }).fill('goal')
  await page.getByRole('button', { name: 'Try the words' }).click()
  await expect(page.getByText('1 of the last 2 posts in your home')).toHaveCount(2)
  await page.getByRole('button', { name: 'Make the filter' }).click()
  await expect(said(page, 'The filter holds from now on.')).toHaveCount(1)
  await page.getByRole('textbox', { name: 'Words' }).fill('leeks')
  await page.getByRole('radio', { name: 'Leave the post out' }).check()
  await page.getByRole('button', { name: 'Make the filter' }).click()
  await expect(page.getByRole('button', { name: 'Take away: leeks' })).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  await page.goto(`${community.url}/home`)
  const post = page.getByRole('article').filter({ hasText: 'Filtered' })
  await expect(post).toContainText('goal')
  await expect(post.getByText('sport').filter({ visible: true })).toHaveCount(1)
  await expect(post.getByText('alcohol').filter({ visible: true })).toHaveCount(1)
  await expect(post, 'it is heard as it is seen').toHaveAccessibleName(/ Filtered ?goal CW ?sport ?alcohol$/)
  await expect(post.getByText('A goal in the last minute.')).toBeHidden()
  await expect(postWith(page, 'Leeks for sale.')).toHaveCount(0)
  await post.getByText('Show').first().click()
  await expect(post.getByText('sport').filter({ visible: true })).toHaveCount(1)
  await expect(post.getByText('A goal in the last minute.')).toBeHidden()
  await looksRight(page)
  await page.goto(`${community.url}/settings/filters`)
  await page.getByRole('button', { name: 'Take away: leeks' }).click()
  await page.goto(`${community.url}/home`)
  await expect(postWith(page, 'Leeks for sale.')).toBeVisible()
  await chooseFromMore(page, postWith(page, 'Leeks for sale.'), 'Put it under a filter')
  const dialog = page.getByRole('dialog', { name: 'Put this post under a filter' })
  await expect(dialog.getByRole('checkbox', { name: 'goal' })).not.toBeChecked()
  await dialog.getByRole('button', { name: 'Fold this post, wherever I meet it' }).click()
  await expect(dialog.getByRole('checkbox', { name: 'Single posts' })).toBeChecked()
  await looksRight(page)
  await dialog.getByRole('button', { name: 'Close' }).click()
  await page.goto(`${community.url}/home`)
  await expect(page.getByRole('article').filter({ hasText: 'Single posts' })).toBeVisible()
  await expect(page.getByText('Leeks for sale.')).toBeHidden()
})

test('I hide a word from a post, change what the filter does to a blur of pictures, and a quote is folded too', async ({
  page,
  person,
  community,
}) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.follows(ben)
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(await photo(40, 40))], { type: 'image/jpeg' }), 'leek.jpg')
  form.set('description', 'A leek')
  const { id: pictureId } = await ben.api<{ id: string }>('POST', '/api/v2/media', form)
  const shown = await ben.writes('Look at my #leeks', { media_ids: [pictureId] })
  await ben.api('PUT', `/api/v1/statuses/${shown.id}/interaction_policy`, { quote_approval_policy: 'public' })
  await ann.opens(page, '/home')
  const post = postWith(page, 'Look at my')
  await chooseFromMore(page, post, /Hide a word of this/)
  await expect(page.getByRole('textbox', { name: 'Words' })).toHaveValue('#leeks')
  expect(page.url(), 'what somebody wrote stands in no address').toBe(`${community.url}/settings/filters`)
  await page.getByRole('textbox', { name: 'Words' }).fill('leeks')
  await page.getByRole('button', { name: 'Make the filter' }).click()
  await page.getByRole('button', { name: 'Change: leeks' }).click()
  const changing = page.getByRole('form', { name: 'Change: leeks' })
  await changing.getByRole('radio', { name: 'Blur its pictures' }).check()
  await looksRight(page)
  await fitsSmall(page)
  await changing.getByRole('button', { name: 'Save the filter' }).click()
  await expect(page.getByText(/^Blur its pictures\./)).toBeVisible()
  await page.goto(`${community.url}/home`)
  await expect(post.getByText('Look at my')).toBeVisible()
  await expect(post.getByRole('link', { name: /A leek/ })).toBeHidden()
  await looksRight(page)

  await page.goto(`${community.url}/settings/filters`)
  await page.getByRole('button', { name: 'Change: leeks' }).click()
  await changing.getByRole('radio', { name: /Fold the post/ }).check()
  await changing.getByRole('button', { name: 'Save the filter' }).click()
  await expect(page.getByText(/^Fold the post, and say which filter found it\./)).toBeVisible()
  const cem = await person('cem')
  await ann.follows(cem)
  await cem.writes('See this', { quoted_status_id: shown.id })
  await page.goto(`${community.url}/home`)
  const quoting = postWith(page, 'See this')
  await expect(quoting.getByText('Filtered')).toBeVisible()
  await expect(quoting.getByText('Look at my')).toBeHidden()
})
