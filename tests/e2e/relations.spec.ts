import { expect, type Page } from 'playwright/test'
import type { Relationship } from '../../shared/api/wire.ts'
import { fitsSmall, looksRight } from './support/looks.ts'
import { type Person, test } from './support/people.ts'
import { chooseFromMore, postWith, said } from './support/screen.ts'

const stands = async (one: Person, other: Person) =>
  (await one.api<Relationship[]>('GET', `/api/v1/accounts/relationships?id[]=${other.id}`))[0]

const head = (page: Page) => page.getByRole('main')

test('I follow somebody, and stop when I am sure', async ({ page, person, community }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ben.writes('An earlier post.')
  await ann.opens(page, `/@${ben.name}`)
  await page.getByRole('button', { name: 'Follow', exact: true }).click()
  await expect(said(page, `You follow ${ben.name}.`)).toHaveCount(1)
  const following = page.getByRole('button', { name: 'Following' })
  await expect(following).toHaveAttribute('aria-pressed', 'true')
  await page.goto(`${community.url}/home`)
  await expect(postWith(page, 'An earlier post.')).toBeVisible()
  await page.goBack()
  await following.click()
  const question = page.getByRole('dialog', { name: `Stop following ${ben.name}?` })
  await looksRight(page)
  await question.getByRole('button', { name: 'Leave it as it is' }).click()
  await expect(following).toBeFocused()
  await following.click()
  await question.getByRole('button', { name: 'Stop following' }).click()
  await expect(page.getByRole('button', { name: 'Follow', exact: true })).toBeVisible()
  await page.goto(`${community.url}/home`)
  await expect(page.getByText('Nothing here yet')).toBeVisible()
})

test('I ask to follow a locked account, and am accepted', async ({ page, elsewhere, person, community }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ben.api('PATCH', '/api/v1/accounts/update_credentials', { locked: true })
  await ben.writes('For my followers.', { visibility: 'private' })
  await ann.opens(page, `/@${ben.name}`)
  await expect(head(page).getByText('locked', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Ask to follow' }).click()
  await expect(said(page, `You asked to follow ${ben.name}.`)).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'Requested' })).toBeVisible()
  await expect(postWith(page, 'For my followers.')).toHaveCount(0)

  await ben.opens(elsewhere, '/requests')
  await expect(elsewhere.getByRole('list', { name: 'People who asked to follow you' })).toContainText(ann.name)
  await looksRight(elsewhere)
  await fitsSmall(elsewhere)
  await elsewhere.getByRole('button', { name: `Accept ${ann.name}` }).click()
  await expect(elsewhere.getByText('Nobody is waiting')).toBeVisible()
  await expect(said(elsewhere, `${ann.name} follows you now.`)).toHaveCount(1)
  await looksRight(elsewhere)

  await page.reload()
  await expect(page.getByRole('button', { name: 'Following' })).toBeVisible()
  await expect(postWith(page, 'For my followers.')).toBeVisible()
  await page.goto(`${community.url}/home`)
  await expect(postWith(page, 'For my followers.')).toBeVisible()
})

test('My request is refused, and another I take back', { tag: '@long' }, async ({ page, elsewhere, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ben.api('PATCH', '/api/v1/accounts/update_credentials', { locked: true })
  await ann.follows(ben)
  await ben.opens(elsewhere, '/requests')
  await elsewhere.getByRole('button', { name: `Refuse ${ann.name}` }).click()
  await expect(said(elsewhere, `The request of ${ann.name} is refused.`)).toHaveCount(1)
  await ann.opens(page, `/@${ben.name}`)
  await page.getByRole('button', { name: 'Ask to follow' }).click()
  await page.getByRole('button', { name: 'Requested' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByRole('button', { name: 'Ask to follow' })).toBeVisible()
  expect(await stands(ann, ben)).toMatchObject({ following: false, requested: false })
})

test('I answer a request where I meet it: in the inbox, and on their profile', async ({ page, person }) => {
  const [ann, ben, cem] = [await person('ann'), await person('ben'), await person('cem')]
  await ann.api('PATCH', '/api/v1/accounts/update_credentials', { locked: true })
  await ben.follows(ann)
  await cem.follows(ann)
  await ann.opens(page, '/inbox')
  const request = page.getByRole('article').filter({ hasText: ben.name })
  await expect(request).toContainText('asks to follow you.')
  await looksRight(page)
  await request.getByRole('button', { name: `Accept ${ben.name}` }).click()
  await expect(request).toContainText('This request is answered.')
  await ann.opens(page, `/@${cem.name}`)
  await expect(page.getByText(`${cem.name} asks to follow you.`)).toBeVisible()
  await looksRight(page)
  await page.getByRole('button', { name: `Accept ${cem.name}` }).click()
  await expect(page.getByText('follows you', { exact: true })).toBeVisible()
  expect(await stands(ann, ben)).toMatchObject({ followed_by: true })
  expect(await stands(ann, cem)).toMatchObject({ followed_by: true })
})

test('I mute somebody from a post, and their posts leave my home at once', async ({ page, person, community }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.follows(ben)
  await ann.writes('My own post.')
  await ben.writes('First of many.')
  await ben.writes('Second of many.')
  await ann.opens(page, '/home')
  await chooseFromMore(page, postWith(page, 'Second of many.'), `Pause or mute ${ben.name}`)
  const question = page.getByRole('dialog', { name: `Pause or mute ${ben.name}?` })
  await expect(question).toContainText('They are not told')
  await question.getByRole('radio', { name: 'Until I end it' }).check()
  await looksRight(page)
  await question.getByRole('button', { name: 'Pause', exact: true }).click()
  await expect(postWith(page, 'of many.')).toHaveCount(0)
  await expect(said(page, `${ben.name} is muted.`)).toHaveCount(1)
  await page.reload()
  await expect(postWith(page, 'My own post.')).toBeVisible()
  await expect(postWith(page, 'of many.')).toHaveCount(0)
  await page.goto(`${community.url}/@${ben.name}`)
  await expect(page.getByText(`You muted ${ben.name}.`)).toBeVisible()
  await looksRight(page)
  await chooseFromMore(page, head(page), `Stop muting ${ben.name}`)
  await expect(page.getByText(`You muted ${ben.name}.`)).toBeHidden()
  await page.goto(`${community.url}/home`)
  await expect(postWith(page, 'Second of many.')).toBeVisible()
})

test('I block somebody, and neither of us sees the other', async ({ page, elsewhere, person, community }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.follows(ben)
  await ben.follows(ann)
  await ben.writes('A word of Ben.')
  await ann.writes('A word of Ann.')
  await ann.opens(page, '/home')
  await chooseFromMore(page, postWith(page, 'A word of Ben.'), `Block ${ben.name}`)
  const question = page.getByRole('dialog', { name: `Block ${ben.name}?` })
  await expect(question).toContainText('Neither of you sees, follows or answers the other')
  await question.getByRole('button', { name: 'Block', exact: true }).click()
  await expect(postWith(page, 'A word of Ben.')).toHaveCount(0)
  await page.goto(`${community.url}/@${ben.name}`)
  await expect(page.getByText(`You blocked ${ben.name}.`)).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(0)
  await looksRight(page)

  await ben.opens(elsewhere, '/home')
  await expect(postWith(elsewhere, 'A word of Ben.')).toBeVisible()
  await expect(postWith(elsewhere, 'A word of Ann.')).toHaveCount(0)
  await elsewhere.goto(`${community.url}/@${ann.name}`)
  await expect(postWith(elsewhere, 'A word of Ann.')).toHaveCount(0)
  await expect(elsewhere.getByRole('button', { name: 'Follow', exact: true })).toHaveCount(0)
  await looksRight(elsewhere)

  await page.goto(`${community.url}/pauses`)
  const unblock = page.getByRole('main').getByRole('button', { name: `Unblock: ${ben.name}` })
  await expect(unblock).toBeVisible()
  await looksRight(page)
  await unblock.click()
  await expect(unblock).toHaveCount(0)
  await page.goto(`${community.url}/@${ben.name}`)
  await expect(postWith(page, 'A word of Ben.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Follow', exact: true })).toBeVisible()
})
