import { expect } from 'playwright/test'
import { fitsSmall, looksRight } from './support/looks.ts'
import { test } from './support/people.ts'
import { chooseFromMore, postWith, said } from './support/screen.ts'

test('I like, save and boost a post, find it again, and take it back', async ({
  page,
  elsewhere,
  person,
  community,
}) => {
  const [ann, ben, cem] = [await person('ann'), await person('ben'), await person('cem')]
  await ann.follows(ben)
  await cem.follows(ann)
  await ben.writes('A loaf for everybody.')
  await ann.opens(page, '/home')
  const post = postWith(page, 'A loaf for everybody.')
  await post.getByRole('button', { name: 'Like' }).click()
  await expect(post.getByRole('button', { name: 'Liked 1' })).toHaveAttribute('aria-pressed', 'true')
  await post.getByRole('button', { name: 'Save' }).click()
  await post.getByRole('button', { name: 'Boost' }).click()
  await expect(post.getByRole('button', { name: 'Boosted 1' })).toBeVisible()
  await expect(post.getByRole('button', { name: 'Saved' })).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)

  await cem.opens(elsewhere, '/home')
  const boosted = postWith(elsewhere, 'A loaf for everybody.')
  await expect(boosted).toContainText(`${ann.name} boosted`)
  await expect(boosted.getByRole('link', { name: ben.name, exact: true })).toBeVisible()
  await looksRight(elsewhere)
  await chooseFromMore(elsewhere, boosted, 'Who boosted it (1)')
  await expect(elsewhere.getByRole('feed', { name: 'Who boosted this post' })).toContainText(ann.name)
  await looksRight(elsewhere)
  await ben.opens(elsewhere, '/inbox')
  await expect(elsewhere.getByText('liked your post')).toBeVisible()
  await expect(elsewhere.getByText('boosted your post')).toBeVisible()

  await page.goto(`${community.url}/bookmarks`)
  await expect(postWith(page, 'A loaf for everybody.')).toBeVisible()
  await looksRight(page)
  await page.getByRole('link', { name: 'Liked', exact: true }).click()
  await expect(page).toHaveURL(/favourites$/)
  await post.getByRole('button', { name: 'Liked 1' }).click()
  await post.getByRole('button', { name: 'Boosted 1' }).click()
  await expect(post.getByRole('button', { name: 'Boost', exact: true })).toBeVisible()
  await page.reload()
  await expect(page.getByText('Nothing liked so far')).toBeVisible()
  await cem.opens(elsewhere, '/home')
  await expect(elsewhere.getByText('Nothing here yet')).toBeVisible()
})

test('I see what I pass on behind a warning, and read why where it cannot be done', async ({ page, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.follows(ben)
  await ben.writes('Soup at eight.', { spoiler_text: 'food' })
  await ann.opens(page, '/home')
  const post = page.getByRole('article').filter({ hasText: 'food' })
  await post.getByRole('button', { name: 'Boost' }).click()
  const question = page.getByRole('dialog', { name: `Boost this post by ${ben.name}?` })
  await expect(question).toContainText('food')
  await expect(question).toContainText('Soup at eight.')
  await looksRight(page)
  await question.getByRole('button', { name: 'Leave it' }).click()
  await expect(post.getByRole('button', { name: 'Boost', exact: true })).toBeFocused()
  await post.getByRole('button', { name: 'Boost' }).click()
  await question.getByRole('button', { name: 'Boost', exact: true }).click()
  await expect(post.getByRole('button', { name: 'Boosted 1' })).toBeVisible()

  await ben.api('POST', `/api/v1/accounts/${ann.id}/block`)
  await post.getByRole('button', { name: 'Like' }).click()
  await expect(said(page, 'Not liked.')).toHaveCount(1)
  await expect(post.getByRole('button', { name: 'Like', exact: true })).toHaveAttribute('aria-pressed', 'false')
})

test('I pin a post to the top of my profile', async ({ page, person, community }) => {
  const ann = await person('ann')
  await ann.writes('First of all.')
  await ann.writes('Something later.')
  await ann.opens(page, `/@${ann.name}`)
  await chooseFromMore(page, postWith(page, 'First of all.'), 'Pin to your profile')
  const pinned = page.getByRole('article').filter({ hasText: 'Pinned' })
  await expect(pinned).toContainText('First of all.')
  await looksRight(page)
  await page.goto(`${community.url}/@${ann.name}`)
  await expect(page.getByRole('article').first()).toContainText('First of all.')
  await chooseFromMore(page, pinned, 'Unpin from your profile')
  await expect(pinned).toHaveCount(0)
})
