import { expect, type Locator, type Page } from 'playwright/test'
import type { Status } from '../../shared/api/wire.ts'
import { fitsSmall, looksRight } from './support/looks.ts'
import { test } from './support/people.ts'
import { adds, drop, hills, paste, shows } from './support/pictures.ts'
import { postWith, writingBox } from './support/screen.ts'

/** With fingers: sideways to the next picture, apart to come closer, and then a finger moves it about. */
async function swipeAndPinch(page: Page, viewer: Locator): Promise<void> {
  const touch = await page.context().newCDPSession(page)
  const move = async (type: 'touchStart' | 'touchMove' | 'touchEnd', ...at: [number, number][]) => {
    await touch.send('Input.dispatchTouchEvent', { type, touchPoints: at.map(([x, y], id) => ({ x, y, id })) })
  }
  await move('touchStart', [330, 400])
  for (let x = 310; x >= 30; x -= 20) await move('touchMove', [x, 400])
  await move('touchEnd')
  await expect(viewer.getByText('2 of 3')).toBeVisible()
  const picture = viewer.getByRole('img', { name: 'Hills under a blue sky.' })
  const before = (await picture.boundingBox())?.width ?? 0
  await move('touchStart', [180, 400], [210, 400])
  for (let apart = 10; apart <= 60; apart += 10) await move('touchMove', [180 - apart, 400], [210 + apart, 400])
  await move('touchEnd')
  await expect.poll(async () => ((await picture.boundingBox())?.width ?? 0) / before).toBeGreaterThan(2)
  const stood = (await picture.boundingBox())?.x ?? 0
  await move('touchStart', [200, 400])
  for (const x of [180, 160, 140]) await move('touchMove', [x, 400])
  await move('touchEnd')
  await expect.poll(async () => (await picture.boundingBox())?.x ?? 0).toBeLessThan(stood - 20)
  await expect(viewer.getByText('2 of 3'), 'a large picture moves, and no page is turned').toBeVisible()
}

test('I look at pictures, read what is to be seen, come closer, and Back leads where I was', async ({
  page,
  person,
  isMobile,
}) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.follows(ben)
  const ids = [
    await adds(ben, await hills(), 'Hills under a yellow sky.'),
    await adds(ben, await hills(600, 900, '#94c4e4'), 'Hills under a blue sky.', '0,1'),
    await adds(ben, await hills(900, 600, '#f2a3a3')),
  ]
  await shows(ben, 'One evening', [await adds(ben, await hills(600, 800), 'A tall one.')])
  await shows(ben, 'Three evenings', ids)
  await ann.opens(page, '/home')
  const post = postWith(page, 'Three evenings')
  await expect(post.getByRole('listitem')).toHaveCount(3)
  await expect(post.getByRole('img', { name: 'Picture 3 of 3, without a description' })).toBeVisible()
  await post.getByRole('button', { name: 'ALT. What is to be seen: Picture 2 of 3' }).click()
  await expect(post.getByText('Hills under a blue sky.')).toBeVisible()
  await expect(post.locator('canvas')).toHaveCount(0)
  await looksRight(page)
  await fitsSmall(page)

  await post.getByRole('link', { name: 'Hills under a yellow sky.' }).click()
  const viewer = page.getByRole('dialog', { name: `Pictures of a post by ${ben.name}` })
  await expect(viewer.getByText('1 of 3')).toBeVisible()
  await expect(viewer.getByText('Hills under a yellow sky.')).toBeVisible()
  await looksRight(page)
  await page.keyboard.press('ArrowRight')
  await expect(viewer.getByText('2 of 3')).toBeVisible()
  await expect(viewer.getByText('Hills under a blue sky.')).toBeVisible()
  const picture = viewer.getByRole('img', { name: 'Hills under a blue sky.' })
  const before = (await picture.boundingBox())?.width ?? 0
  await picture.dblclick()
  await expect.poll(async () => ((await picture.boundingBox())?.width ?? 0) / before).toBeGreaterThan(2)
  await page.keyboard.press('-')
  await page.keyboard.press('-')
  await page.keyboard.press('-')
  await expect.poll(async () => Math.round(((await picture.boundingBox())?.width ?? 0) / before)).toBe(1)
  await expect(viewer.getByRole('link', { name: 'Save' })).toHaveAttribute('href', /\/media\/.*\.webp$/)

  await page.goBack()
  await expect(viewer).toBeHidden()
  expect(new URL(page.url()).pathname).toBe('/home')
  await expect(post.getByRole('link', { name: 'Hills under a yellow sky.' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(viewer).toBeVisible()
  if (isMobile) await swipeAndPinch(page, viewer)
  await page.keyboard.press('Escape')
  await expect(viewer).toBeHidden()
  await expect(post).toBeVisible()

  await post.getByRole('button', { name: 'Cover the pictures' }).click()
  await expect(post.getByText('Covered by you.')).toBeVisible()
  await expect(post.getByRole('img')).toHaveCount(0)
  await post.getByRole('button', { name: 'Show the pictures' }).click()
  await expect(post.getByRole('listitem')).toHaveCount(3)
})

test('Pictures stay covered where their author or I want it, and are not even fetched', async ({ page, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.follows(ben)
  await ann.api('PUT', '/api/community/v1/warnings/choices', { topics: { food: { text: 'open', media: 'blur' } } })
  await shows(ben, 'Not for everybody', [await adds(ben, await hills(), 'Hills.')], { sensitive: true })
  await shows(ben, 'Lunch', [await adds(ben, await hills())], { spoiler_text: 'food', warning_topics: ['food'] })
  const fetched: string[] = []
  page.on('request', (request) => request.url().includes('/media/') && fetched.push(request.url()))
  await ann.opens(page, '/home')
  const marked = postWith(page, 'Not for everybody')
  await expect(marked.getByText('The author covered this picture.')).toBeVisible()
  const lunch = postWith(page, 'Lunch')
  await expect(lunch.getByText('Covered by your choice.')).toBeVisible()
  await expect(marked.locator('canvas')).toBeVisible()
  expect(fetched).toEqual([])
  await looksRight(page)
  await marked.getByRole('button', { name: 'Show the picture' }).click()
  await expect(marked.getByRole('img', { name: 'Hills.' })).toBeVisible()
  await expect.poll(() => fetched.length).toBe(1)
  await marked.getByRole('button', { name: 'Cover the picture' }).click()
  await expect(marked.getByRole('img', { name: 'Hills.' })).toBeHidden()
})

test('I paste a picture and drop another, describe it, choose what stays in view, and post it without a word', async ({
  page,
  person,
}) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  const box = writingBox(page)
  await paste(box.text, [await hills()])
  await expect(box.form.getByText('Ready.')).toHaveCount(1)
  await drop(box.text, [await hills(600, 900, '#94c4e4')])
  const first = box.form.getByRole('textbox', { name: 'What is to be seen in picture 1' })
  await expect(box.form.getByText('Ready.')).toHaveCount(2)
  await box.post.click()
  await expect(box.form.getByText('2 pictures have no description.')).toBeVisible()
  await looksRight(page)
  await box.form.getByRole('button', { name: 'Describe it' }).click()
  await expect(first).toBeFocused()
  await first.fill('Hills under a yellow sky.')
  await box.form.getByRole('button', { name: 'Keep in view' }).first().click()
  const across = box.form.getByRole('slider', { name: 'From left to right' })
  await across.focus()
  for (let n = 0; n < 4; n += 1) await across.press('ArrowRight')
  await looksRight(page)
  await fitsSmall(page)
  await box.form.getByRole('button', { name: 'Done' }).click()
  await box.form.getByRole('button', { name: 'Put after' }).click()
  await expect(box.form.getByRole('textbox', { name: 'What is to be seen in picture 2' })).toHaveValue(/yellow sky/)
  await box.form.getByRole('checkbox', { name: /^Cover the pictures/ }).check()
  await box.form.getByRole('button', { name: 'Post without' }).click()
  await expect(box.form.getByRole('list', { name: 'Pictures of this post' })).toBeHidden()
  await expect(page.getByRole('article').getByRole('link', { name: 'Hills under a yellow sky.' })).toBeVisible()
  const [posted] = await ann.api<Status[]>('GET', `/api/v1/accounts/${ann.id}/statuses`)
  expect(posted).toMatchObject({
    content: '',
    sensitive: true,
    media_attachments: [
      { description: null },
      { description: 'Hills under a yellow sky.', meta: { focus: { x: 0.2, y: 0 } } },
    ],
  })
})

test('My pictures and their words survive a reload and a server that is gone', async ({ page, person }) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  const box = writingBox(page)
  // the line breaks with the first picture
  await page.route('**/api/v2/media', (route) => route.abort())
  await page.route('**/healthz', (route) => route.abort())
  await box.text.fill('From the hills')
  await box.form.locator('input[type=file]').setInputFiles({
    name: 'hills.jpg',
    mimeType: 'image/jpeg',
    buffer: await hills(),
  })
  const words = box.form.getByRole('textbox', { name: 'What is to be seen in picture 1' })
  await words.fill('Hills.')
  await expect(box.form.getByText('The server does not answer. It is sent again when it does.')).toBeVisible()
  await page.reload()
  await expect(words).toHaveValue('Hills.')
  await expect(box.form.getByRole('img', { name: 'Picture 1' })).toBeVisible()
  await expect(box.text).toHaveValue('From the hills')
  await page.unroute('**/api/v2/media')
  await page.unroute('**/healthz')
  await expect(box.form.getByText('Ready.')).toBeVisible()
  await box.post.click()
  const post = postWith(page, 'From the hills')
  await expect(post.getByRole('img', { name: 'Hills.' })).toBeVisible()
  await page.reload()
  await expect(post.getByRole('img', { name: 'Hills.' })).toBeVisible()
  await expect(words).toBeHidden()
})

test('A fifth picture is refused in words, and what I have stays', async ({ page, person }) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  const box = writingBox(page)
  await box.text.fill('From the hills')
  const one = await hills()
  await paste(box.text, [one, one, one, one])
  await expect(box.form.getByText('Ready.')).toHaveCount(4)
  await box.form.getByRole('textbox', { name: 'What is to be seen in picture 4' }).fill('Hills.')
  await drop(box.text, [one])
  await expect(page.getByRole('region', { name: 'What was just done' })).toContainText(
    'A post can have 4 pictures. The rest was left out.',
  )
  await expect(box.form.getByText('Ready.')).toHaveCount(4)
  await expect(box.form.getByRole('textbox', { name: 'What is to be seen in picture 4' })).toHaveValue('Hills.')
  await expect(box.text).toHaveValue('From the hills')
})
