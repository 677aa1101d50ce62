import { expect } from 'playwright/test'
import type { Context, Status } from '../../shared/api/wire.ts'
import { looksRight } from './support/looks.ts'
import { test } from './support/people.ts'
import { chooseFromMore, postWith, said, writingBox } from './support/screen.ts'

test('My reply takes over the warning, with one re: however often it goes on', async ({ page, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  const first = await ben.writes('Soup for twelve.', { spoiler_text: 'food, soup', warning_topics: ['food'] })
  await ann.opens(page, `/@${ben.name}/${first.id}`)
  await postWith(page, 'food, soup').getByRole('button', { name: 'Reply' }).click()
  const box = writingBox(page, ben.name)
  await expect(box.warning).toHaveValue('re: food, soup')
  await expect(box.topic('food')).toHaveAttribute('aria-pressed', 'true')
  await expect(box.form.getByText('Taken over from the post you reply to.')).toBeVisible()
  await expect(box.text).toHaveValue(`@${ben.name} `)
  await expect(box.text).toBeFocused()
  await looksRight(page)
  await box.text.pressSequentially('I bring the bread.')
  await box.post.click()
  await expect(said(page, 'Posted.')).toHaveCount(1)
  const { descendants } = await ann.api<Context>('GET', `/api/v1/statuses/${first.id}/context`)
  expect(descendants[0]).toMatchObject({ spoiler_text: 're: food, soup', warning_topics: ['food'] })

  await ben.opens(page, `/@${ann.name}/${descendants[0]?.id}`)
  await postWith(page, 're: food, soup').getByRole('button', { name: 'Reply' }).click()
  await expect(writingBox(page, ann.name).warning).toHaveValue('re: food, soup')
})

test('I take the warning off my reply', { tag: '@long' }, async ({ page, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  const first = await ben.writes('Soup for twelve.', { spoiler_text: 'food' })
  await ann.opens(page, `/@${ben.name}/${first.id}`)
  await postWith(page, 'Soup').getByRole('button', { name: 'Reply' }).click()
  const box = writingBox(page, ben.name)
  await box.form.getByRole('button', { name: 'Take it off' }).click()
  await expect(box.warning).toBeHidden()
  await expect(box.text).toBeFocused()
  await box.text.pressSequentially('I am coming.')
  await box.post.click()
  await expect(postWith(page, 'I am coming.').getByText('I am coming.')).toBeVisible()
  const { descendants } = await ann.api<Context>('GET', `/api/v1/statuses/${first.id}/context`)
  expect(descendants[0]).toMatchObject({ spoiler_text: '', warning_topics: [] })
})

const parents = [
  {
    visibility: 'unlisted',
    starts: 'Seen by: everyone, quietly',
    tooWide: ['Public'],
    open: ['Quiet public', 'Followers'],
  },
  { visibility: 'private', starts: 'Seen by: followers', tooWide: ['Public', 'Quiet public'], open: ['Followers'] },
  {
    visibility: 'direct',
    starts: 'Seen by: people I mention',
    tooWide: ['Public', 'Quiet public', 'Followers'],
    open: ['People I mention'],
  },
]

for (const { visibility, starts, tooWide, open } of parents) {
  test(`My reply reaches no further than a post that is ${visibility}`, { tag: '@long' }, async ({ page, person }) => {
    const [ann, ben] = [await person('ann'), await person('ben')]
    await ann.follows(ben)
    const first = await ben.writes(`Between us, @${ann.name}.`, { visibility })
    await ann.opens(page, `/@${ben.name}/${first.id}`)
    await postWith(page, 'Between us').getByRole('button', { name: 'Reply' }).click()
    const box = writingBox(page, ben.name)
    await expect(box.audience).toHaveText(starts)
    await box.audience.click()
    for (const name of tooWide) {
      const choice = page.getByRole('menuitemradio', { name: new RegExp(`^${name}`) })
      await expect(choice).toHaveAttribute('aria-disabled', 'true')
      await expect(choice, 'the reason stands there').toContainText('A reply reaches no further than what it answers')
    }
    for (const name of open) {
      const choice = page.getByRole('menuitemradio', { name: new RegExp(`^${name}`) })
      await expect(choice).not.toHaveAttribute('aria-disabled', 'true')
    }
    const widest = page.getByRole('menuitemradio', { name: /^Public/ })
    await widest.press('Enter')
    await expect(said(page, 'A reply reaches no further than what it answers')).toHaveCount(1)
    await page.keyboard.press('Escape')
    await expect(box.audience).toHaveText(starts)
    await box.text.pressSequentially('Understood.')
    await box.post.click()
    await expect(said(page, 'Posted')).toHaveCount(1)
    const { descendants } = await ann.api<Context>('GET', `/api/v1/statuses/${first.id}/context`)
    expect(descendants[0]?.visibility).toBe(visibility)
  })
}

test('My reply to a post of this community stays in it', async ({ page, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  const first = await ben.writes('House matters.', { local_only: true })
  await ann.opens(page, `/@${ben.name}/${first.id}`)
  await postWith(page, 'House matters.').getByRole('button', { name: 'Reply' }).click()
  const box = writingBox(page, ben.name)
  await expect(box.audience).toHaveText('Seen by: this community')
  await box.audience.click()
  const local = page.getByRole('menuitemcheckbox', { name: /^This community only/ })
  await expect(local).toBeChecked()
  await expect(local).toHaveAttribute('aria-disabled', 'true')
  await expect(local).toContainText('What you reply to stays in this community')
  await page.keyboard.press('Escape')
  await box.text.pressSequentially('Agreed.')
  await box.post.click()
  await expect(said(page, 'Posted.')).toHaveCount(1)
  const { descendants } = await ann.api<Context>('GET', `/api/v1/statuses/${first.id}/context`)
  expect(descendants[0]?.local_only).toBe(true)
})

test('I reply where I read, and everybody who was named is named again', async ({ page, person }) => {
  const [ann, ben, cem] = [await person('ann'), await person('ben'), await person('cem')]
  await ann.follows(ben)
  await ben.writes(`@${cem.name} @${ann.name} who has the key?`)
  await ann.opens(page, '/home')
  const post = postWith(page, 'who has the key?')
  const reply = post.getByRole('button', { name: 'Reply' })
  await reply.click()
  await expect(reply).toHaveAttribute('aria-expanded', 'true')
  const box = writingBox(page, ben.name)
  await expect(box.text).toHaveValue(`@${ben.name} @${cem.name} `)
  await box.text.pressSequentially('I do.')
  await box.post.click()
  await expect(box.form).toBeHidden()
  await expect(reply).toBeFocused()
  await expect(post.getByRole('link', { name: '1 reply' })).toBeVisible()
  await post.getByRole('link', { name: '1 reply' }).click()
  await expect(page).toHaveURL(new RegExp(`/@${ben.name}/`))
  await expect(postWith(page, 'I do.')).toBeVisible()
})

test('I close the box and my reply waits in it', async ({ page, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.follows(ben)
  await ben.writes('Any thoughts?')
  await ann.opens(page, '/home')
  const post = postWith(page, 'Any thoughts?')
  await post.getByRole('button', { name: 'Reply' }).click()
  const box = writingBox(page, ben.name)
  await box.text.pressSequentially('Many, but')
  await box.text.press('Escape')
  await expect(box.form).toBeHidden()
  await expect(post.getByRole('button', { name: 'Reply' })).toBeFocused()
  await page.reload()
  await post.getByRole('button', { name: 'Reply' }).click()
  await expect(box.text).toHaveValue(`@${ben.name} Many, but`)
  await box.form.getByRole('button', { name: 'Close' }).click()
  await expect(box.form).toBeHidden()
})

test('I reply to a post that was deleted meanwhile, and keep what I wrote', async ({ page, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.follows(ben)
  const first = await ben.writes('Never mind.')
  await ann.opens(page, '/home')
  await postWith(page, 'Never mind.').getByRole('button', { name: 'Reply' }).click()
  const box = writingBox(page, ben.name)
  await box.text.pressSequentially('But I do mind.')
  await ben.api('DELETE', `/api/v1/statuses/${first.id}`)
  await box.post.click()
  const failure = page.getByRole('alert').filter({ hasText: 'Not posted.' })
  await expect(failure).toContainText('The post that you answer is not there, or not any more.')
  await expect(box.text).toHaveValue(`@${ben.name} But I do mind.`)
  await looksRight(page)
})

test('I answer myself without naming myself', { tag: '@long' }, async ({ page, person }) => {
  const ann = await person('ann')
  await ann.writes('One.')
  await ann.opens(page, '/home')
  await postWith(page, 'One.').getByRole('button', { name: 'Reply' }).click()
  const box = writingBox(page, ann.name)
  await expect(box.text).toHaveValue('')
  await box.text.fill('Two.')
  await box.post.click()
  await expect(postWith(page, 'Two.')).toContainText('Goes on from an earlier post')
  await chooseFromMore(page, postWith(page, 'Two.'), 'Copy the link')
  const [two] = await ann.api<Status[]>('GET', `/api/v1/accounts/${ann.id}/statuses?limit=1`)
  await expect(said(page, two?.id ?? 'link').or(said(page, 'The link is copied.'))).toHaveCount(1)
})
