import { expect } from 'playwright/test'
import { looksRight } from './support/looks.ts'
import { test } from './support/people.ts'
import { chooseFromMore, postWith, said } from './support/screen.ts'

test('I delete a post after I was asked, and it is gone everywhere', async ({ page, elsewhere, person, community }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ben.follows(ann)
  await ann.writes('The one below.')
  const post = await ann.writes('Said too much.')
  await ann.writes('The one above.')
  await ben.opens(elsewhere, '/home')
  await expect(postWith(elsewhere, 'Said too much.')).toBeVisible()
  await ann.opens(page, '/home')
  await chooseFromMore(page, postWith(page, 'Said too much.'), 'Delete')
  const question = page.getByRole('dialog', { name: 'Delete this post?' })
  await expect(question).toBeVisible()
  await expect(question.locator(':focus')).toHaveCount(1)
  await looksRight(page)
  await question.getByRole('button', { name: 'Delete' }).click()
  await expect(question).toBeHidden()
  await expect(postWith(page, 'Said too much.')).toHaveCount(0)
  await expect(said(page, 'Deleted.')).toHaveCount(1)
  await expect(postWith(page, 'The one below.'), 'the focus goes on to the next post').toBeFocused()

  for (const place of ['/home', '/local', `/@${ann.name}`]) {
    await elsewhere.goto(community.url + place)
    await expect(postWith(elsewhere, 'The one below.')).toBeVisible()
    await expect(postWith(elsewhere, 'Said too much.')).toHaveCount(0)
  }
  await elsewhere.goto(`${community.url}/@${ann.name}/${post.id}`)
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('This post is not here')
})

test('I keep a post when asked, and am back where I was', async ({ page, person }) => {
  const ann = await person('ann')
  await ann.writes('Let it stand.')
  await ann.opens(page, '/local')
  await page.getByRole('navigation', { name: 'Timelines' }).getByRole('link', { name: 'Following' }).click()
  await expect(page).toHaveURL(/\/home$/)
  const post = postWith(page, 'Let it stand.')
  await chooseFromMore(page, post, 'Delete')
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(post.getByRole('button', { name: /^More/ })).toBeFocused()
  await chooseFromMore(page, post, 'Delete')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(post.getByRole('button', { name: /^More/ })).toBeFocused()
  await chooseFromMore(page, post, 'Delete')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('dialog'), 'Back closes what is asked').toBeHidden()
  await expect(post.getByRole('button', { name: /^More/ })).toBeFocused()
  await expect(page).toHaveURL(/\/home$/)
  await expect(post).toBeVisible()
  await page.goBack()
  await expect(page, 'and leads back again').toHaveURL(/\/local$/)
})

test('I delete a post on its own page and come back to where I was', async ({ page, person }) => {
  const ann = await person('ann')
  await ann.writes('Another one.')
  await ann.writes('Wrong day, sorry.')
  await ann.opens(page, '/home')
  await postWith(page, 'Wrong day').locator('time').click()
  await expect(page).toHaveURL(/\/@.+\/\d+$/)
  await chooseFromMore(page, postWith(page, 'Wrong day'), 'Delete')
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page).toHaveURL(/\/home$/)
  await expect(postWith(page, 'Another one.')).toBeVisible()
  await expect(postWith(page, 'Wrong day')).toHaveCount(0)
})

test('Answers to a post that I delete stay', async ({ page, person, community }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  const question = await ann.writes('Who takes Tuesday?')
  const answer = await ben.writes(`@${ann.name} I do.`, { in_reply_to_id: question.id })
  await ann.opens(page, `/@${ann.name}/${question.id}`)
  await expect(postWith(page, 'I do.')).toBeVisible()
  await chooseFromMore(page, postWith(page, 'Who takes Tuesday?'), 'Delete')
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(said(page, 'Deleted.')).toHaveCount(1)
  await expect(page).toHaveURL(/\/home$/)
  await page.goto(`${community.url}/@${ben.name}/${answer.id}`)
  await expect(postWith(page, 'I do.')).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(1)
})

test("I cannot delete other people's posts", async ({ page, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.follows(ben)
  await ben.writes('Mine.')
  await ann.opens(page, '/home')
  await postWith(page, 'Mine.').getByRole('button', { name: /^More/ }).click()
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toHaveCount(0)
})
