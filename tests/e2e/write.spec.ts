import { expect } from 'playwright/test'
import type { Status } from '../../shared/api/wire.ts'
import { fitsSmall, looksRight } from './support/looks.ts'
import { test } from './support/people.ts'
import { postWith, said, writingBox } from './support/screen.ts'

test('I find CW as a word, leftmost and directly below the text, on every screen', async ({ page, person }) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  const box = writingBox(page)
  const own = page.viewportSize()
  for (const width of [own?.width ?? 390, 320, 768, 1440]) {
    await page.setViewportSize({ width, height: 844 })
    const text = await box.text.boundingBox()
    const cw = await box.cw.boundingBox()
    if (!text || !cw) throw new Error('the box to write in is not on the screen')
    expect(cw.y, `below the text at ${width}`).toBeGreaterThanOrEqual(text.y + text.height - 1)
    expect(cw.y - text.y - text.height, `directly below it at ${width}`).toBeLessThanOrEqual(16)
    for (const other of await box.form.getByRole('button').all()) {
      const at = await other.boundingBox()
      expect(at?.x, `nothing stands further left at ${width}`).toBeGreaterThanOrEqual(cw.x)
      expect(at?.y, `nothing stands higher at ${width}`).toBeGreaterThanOrEqual(cw.y)
    }
  }
  await expect(box.cw).toHaveText('CW')
  await expect(box.cw.locator('svg, img')).toHaveCount(0)
})

test('I write a post, and everybody who follows me reads it', async ({ page, elsewhere, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ben.follows(ann)
  await ann.opens(page, '/home')
  const box = writingBox(page)
  await box.text.fill('The kettle is on.')
  await box.post.click()
  await expect(postWith(page, 'The kettle is on.')).toBeVisible()
  await expect(box.text).toHaveValue('')
  await expect(box.text).toBeFocused()
  await expect(said(page, 'Posted.')).toHaveCount(1)
  await looksRight(page)
  await ben.opens(elsewhere, '/home')
  await expect(postWith(elsewhere, 'The kettle is on.')).toContainText(ann.name)
})

test('I choose who sees my post', async ({ page, person }) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  const box = writingBox(page)
  const audiences = [
    { name: /^Quiet public/, visibility: 'unlisted', said: 'Posted, quietly.', badge: 'quiet public' },
    { name: /^Followers/, visibility: 'private', said: 'Posted to your followers.', badge: 'followers' },
    {
      name: /^People I mention/,
      visibility: 'direct',
      said: 'Posted to the people you mentioned.',
      // it mentions nobody
      badge: 'only you',
    },
    { name: /^Public/, visibility: 'public', said: 'Posted.', badge: undefined },
  ]
  for (const { name, visibility, said: words, badge } of audiences) {
    await box.audience.click()
    await box.choice(name).click()
    await expect(box.audience).toBeFocused()
    await box.text.fill(`For whom? ${visibility}`)
    await box.post.click()
    await expect(said(page, words)).toHaveCount(1)
    const post = postWith(page, `For whom? ${visibility}`)
    if (badge) await expect(post.getByText(badge, { exact: true })).toBeVisible()
    const [kept] = await ann.api<Status[]>('GET', `/api/v1/accounts/${ann.id}/statuses?limit=1`)
    expect(kept?.visibility).toBe(visibility)
  }
})

test('I keep a post in this community', async ({ page, person }) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  const box = writingBox(page)
  await box.audience.click()
  await box.choice('This community only').click()
  await expect(box.audience).toHaveText('Seen by: this community')
  await box.text.fill('Not a word outside.')
  await box.post.click()
  await expect(postWith(page, 'Not a word outside.').getByText('this community only')).toBeVisible()
  const [kept] = await ann.api<Status[]>('GET', `/api/v1/accounts/${ann.id}/statuses?limit=1`)
  expect(kept).toMatchObject({ local_only: true, visibility: 'public' })
})

test('I say which language I write in', async ({ page, person }) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  const box = writingBox(page)
  await box.form.getByRole('button', { name: 'English' }).click()
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).click()
  await box.text.fill('Guten Morgen.')
  await expect(box.text).toHaveAttribute('lang', 'de')
  await box.post.click()
  await expect(postWith(page, 'Guten Morgen.').locator('[lang=de]')).toHaveText('Guten Morgen.')
  const [kept] = await ann.api<Status[]>('GET', `/api/v1/accounts/${ann.id}/statuses?limit=1`)
  expect(kept?.language).toBe('de')
})

test('I see how much room is left, counted as on Mastodon', async ({ page, person }) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  const box = writingBox(page)
  const counted = [
    ['', 500],
    ['four', 496],
    ['👩‍👩‍👧‍👦', 499],
    ['🇩🇪 é', 497],
    ['https://a.example/', 477],
    [`See https://a.example/${'long'.repeat(60)} there`, 467],
    ['@someone@far.example hi', 489],
    [`${'x'.repeat(500)}`, 0],
  ] as const
  for (const [text, left] of counted) {
    await box.text.fill(text)
    await expect(box.left, text).toHaveText(`${left} left`)
  }
  await box.cw.click()
  await box.text.fill('four')
  await box.warning.fill('food')
  await expect(box.left, 'the warning counts too').toHaveText('492 left')
})

test('I am told before posting that a text is too long, or that there is none', async ({ page, person }) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  const box = writingBox(page)
  await expect(box.post).toHaveAttribute('aria-disabled', 'true')
  await box.post.press('Enter')
  await expect(said(page, 'There is nothing to post yet.')).toHaveCount(1)
  await box.text.fill('x'.repeat(503))
  await expect(box.left).toHaveText('3 characters too many')
  await box.post.click({ force: true })
  await expect(said(page, 'The text is 3 characters too long.')).toHaveCount(1)
  await looksRight(page)
  await expect(box.text).toHaveValue('x'.repeat(503))
  expect(await ann.api<Status[]>('GET', `/api/v1/accounts/${ann.id}/statuses`)).toEqual([])
})

test('What I mention, tag and link can be followed', async ({ page, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.opens(page, '/home')
  const box = writingBox(page)
  await box.text.fill(`@${ben.name} look at https://union.example/minutes?of=may about #Rent_${ann.name}`)
  await box.post.click()
  const post = postWith(page, 'look at')
  const link = post.getByRole('link', { name: /union\.example/ })
  await expect(link).toHaveAttribute('href', 'https://union.example/minutes?of=may')
  await expect(link).toHaveAttribute('rel', /noopener/)
  await post.getByRole('link', { name: `#Rent_${ann.name}` }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(new RegExp(`#rent_${ann.name}`, 'i'))
  await expect(postWith(page, 'look at')).toBeVisible()
  await postWith(page, 'look at')
    .getByRole('link', { name: `@${ben.name}` })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(ben.name)
})

test('Whatever I type is shown as I typed it', async ({ page, person }) => {
  const ann = await person('ann')
  let ran = false
  page.on('dialog', (dialog) => {
    ran = true
    dialog.dismiss()
  })
  await ann.api('PATCH', '/api/v1/accounts/update_credentials', { display_name: '<b>Ann</b>' })
  await ann.opens(page, '/home')
  const box = writingBox(page)
  await box.cw.click()
  await box.warning.fill('<i>food</i>')
  await box.text.fill('<img src=x onerror="alert(1)"> & <script>alert(2)</script>')
  await box.post.click()
  const post = postWith(page, '<b>Ann</b>')
  await expect(post.locator('summary')).toContainText('<i>food</i>')
  await post.locator('summary').click()
  await expect(post).toContainText('<img src=x onerror="alert(1)"> & <script>alert(2)</script>')
  await page.getByRole('link', { name: '<b>Ann</b>' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('<b>Ann</b>')
  expect(ran, 'nothing ran').toBe(false)
})

test('I write from right to left where my language does', async ({ page, person }) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  const box = writingBox(page)
  await box.text.fill('مرحبا بالجميع')
  const direction = (of: typeof box.text) => of.evaluate((element) => getComputedStyle(element).direction)
  expect(await direction(box.text)).toBe('rtl')
  await box.post.click()
  const words = postWith(page, 'مرحبا').locator('p').filter({ hasText: 'مرحبا' })
  expect(await direction(words)).toBe('rtl')
})

test('I write on a page of its own', async ({ page, person }) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Write' }).click()
  await expect(page).toHaveURL(/\/write$/)
  const box = writingBox(page)
  await expect(box.text).toBeFocused()
  await looksRight(page)
  await fitsSmall(page)
  await box.text.fill('From the page of its own.')
  await box.post.click()
  await expect(page).toHaveURL(/\/home$/)
  await expect(postWith(page, 'From the page of its own.')).toBeVisible()
})
