import { expect, type Locator, type Page } from 'playwright/test'
import { fitsSmall, looksRight } from './support/looks.ts'
import { type Person, test } from './support/people.ts'
import { postWith, said, writingBox } from './support/screen.ts'

const CHOICES = '/api/community/v1/warnings/choices'

/** Two taps from a folded post: the control beside Show, and a line of its menu. */
async function twoTaps(page: Page, warning: string, item: string | RegExp): Promise<void> {
  await postWith(page, warning).getByRole('button', { name: 'Choices' }).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

const warnedOf = (topic: string) => ({ spoiler_text: topic })

async function neighbours(person: (start: string) => Promise<Person>): Promise<[Person, Person]> {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.follows(ben)
  return [ann, ben]
}

test('Two taps from a folded post open its topic from now on, everywhere, and one takes it back', async ({
  page,
  person,
}) => {
  const [ann, ben] = await neighbours(person)
  await ben.writes('The soup was cold.', warnedOf('food, the canteen'))
  await ben.writes('Bread at noon.', warnedOf('food'))
  await ben.writes('He died in May.', warnedOf('death'))
  await ann.opens(page, '/home')
  const [soup, bread, died] = ['The soup was cold.', 'Bread at noon.', 'He died in May.'].map((text) =>
    page.getByText(text),
  )
  if (!soup || !bread || !died) throw new Error('three posts are looked at')
  await expect(soup).toBeHidden()
  await postWith(page, 'the canteen').getByRole('button', { name: 'Choices' }).click()
  await expect(page.getByRole('menuitem', { name: 'Always open: food' })).toBeFocused()
  await looksRight(page)
  await page.keyboard.press('Escape')
  await twoTaps(page, 'the canteen', 'Always open: food')
  await expect(soup).toBeVisible()
  await expect(bread).toBeVisible()
  await expect(died).toBeHidden()
  await expect(postWith(page, 'the canteen').locator('summary')).toContainText('Hide')
  await expect.poll(() => ann.api('GET', CHOICES)).toMatchObject({ topics: { food: { text: 'open' } } })
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(soup).toBeHidden()
  await expect.poll(() => ann.api('GET', CHOICES)).toMatchObject({ topics: {} })
  await twoTaps(page, 'the canteen', 'Always open: food')
  for (const path of ['/local', `/@${ben.name}`, '/home']) {
    await page.goto(new URL(path, page.url()).href)
    await expect(page.getByText('Bread at noon.').first()).toBeVisible()
    await expect(page.getByText('He died in May.')).toBeHidden()
  }
})

test('What I always hide leaves my lists, and stands folded where I look for it', async ({ page, person }) => {
  const [ann, ben] = await neighbours(person)
  const top = await ben.writes('News from the village.')
  await ben.writes('A funeral on Sunday.', { ...warnedOf('death'), in_reply_to_id: top.id })
  await ann.opens(page, '/home')
  await expect(postWith(page, 'CW').filter({ hasText: 'death' })).toBeVisible()
  await twoTaps(page, 'death', 'Always hide: death')
  await expect(page.locator('summary', { hasText: 'death' })).toHaveCount(0)
  await expect(postWith(page, 'News from the village.'), 'the focus goes on to what is left').toBeFocused()
  await page.reload()
  await expect(page.getByText('News from the village.')).toBeVisible()
  await expect(page.locator('summary', { hasText: 'death' })).toHaveCount(0)
  await postWith(page, 'News from the village.').locator('time').click()
  await expect(page.locator('summary')).toContainText('Hidden by your choice.')
  await expect(page.getByText('A funeral on Sunday.')).toBeHidden()
  await looksRight(page)
  await fitsSmall(page)
  await page.locator('summary').click()
  await expect(page.getByText('A funeral on Sunday.')).toBeVisible()
})

test('Hiding can be taken back, and the posts return', async ({ page, person }) => {
  const [ann, ben] = await neighbours(person)
  await ben.writes('A funeral on Sunday.', warnedOf('death'))
  await ann.opens(page, '/home')
  await twoTaps(page, 'death', 'Always hide: death')
  await expect(page.locator('summary', { hasText: 'death' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.locator('summary', { hasText: 'death' })).toHaveCount(1)
})

test('All warnings of one person are always open, but for what I hide', async ({ page, person }) => {
  const [ann, ben] = await neighbours(person)
  await ben.writes('My landlord came by.', warnedOf('my landlord'))
  await ben.writes('A funeral on Sunday.', warnedOf('death'))
  await ann.opens(page, '/home')
  await twoTaps(page, 'my landlord', `All warnings of @${ben.name}: always open`)
  await expect(page.getByText('My landlord came by.')).toBeVisible()
  await expect(page.getByText('A funeral on Sunday.')).toBeVisible()
  await twoTaps(page, 'death', 'Always hide: death')
  await expect(page.getByText('A funeral on Sunday.')).toHaveCount(0)
  await expect(page.getByText('My landlord came by.')).toBeVisible()
})

test('I open all of a topic, or all there is, in one thread and nowhere else', async ({ page, person }) => {
  const [ann, ben] = await neighbours(person)
  const top = await ben.writes('What we ate.', warnedOf('food'))
  await ben.writes('And drank.', { ...warnedOf('food'), in_reply_to_id: top.id })
  await ben.writes('And who was missing.', { ...warnedOf('death'), in_reply_to_id: top.id })
  await ben.writes('Another dinner.', warnedOf('food, elsewhere'))
  await ann.opens(page, `/@${ben.name}/${top.id}`)
  await expect(page.locator('summary')).toHaveCount(3)
  await postWith(page, 'CW').first().getByRole('button', { name: 'Choices' }).click()
  await page.getByRole('menuitem', { name: 'Open all of food in this thread' }).click()
  await expect(page.getByText('What we ate.')).toBeVisible()
  await expect(page.getByText('And drank.')).toBeVisible()
  await expect(page.getByText('And who was missing.')).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('And drank.')).toBeHidden()
  await postWith(page, 'CW').first().getByRole('button', { name: 'Choices' }).click()
  await page.getByRole('menuitem', { name: 'Open all in this thread' }).click()
  await expect(page.getByText('And who was missing.')).toBeVisible()
  await page.getByRole('button', { name: 'Back' }).click()
  await expect(page.getByText('Another dinner.')).toBeHidden()
  expect(await ann.api('GET', CHOICES), 'a thread is no choice for later').toMatchObject({ topics: {}, people: {} })
})

test('One page lists all my choices and changes them', async ({ page, person }) => {
  const [ann, ben] = await neighbours(person)
  await ben.writes('The soup was cold.', warnedOf('food'))
  await ben.writes('Rent again.', warnedOf('my landlord'))
  await ann.api('PUT', CHOICES, { people: { [ben.id]: 'fold' } })
  await ann.opens(page, '/settings/warnings')
  await expect(page.getByRole('heading', { level: 1, name: 'Content warnings' })).toBeVisible()
  const general = page.getByRole('combobox', { name: 'Warnings without a choice of their own' })
  const food = page.getByRole('combobox', { name: 'food', exact: true })
  const person1 = page.getByRole('combobox', { name: `What @${ben.name} warns of` })
  await expect(general).toHaveValue('fold')
  await expect(food).toHaveValue('like')
  await expect(person1).toHaveValue('fold')
  await looksRight(page)
  await fitsSmall(page)
  await general.selectOption('Open')
  await food.selectOption('Fold')
  await person1.selectOption('By its topic')
  await expect(said(page, 'Kept.')).not.toHaveCount(0)
  await expect
    .poll(() => ann.api('GET', CHOICES))
    .toMatchObject({
      default: { text: 'open' },
      topics: { food: { text: 'fold' } },
      people: {},
    })
  await page.reload()
  await expect(general).toHaveValue('open')
  await page.goto(new URL('/home', page.url()).href)
  await expect(page.getByText('Rent again.')).toBeVisible()
  await expect(page.getByText('The soup was cold.')).toBeHidden()
})

test('MUST: no “ask for CW” button aimed at a person: neither on a post nor on a profile', async ({ page, person }) => {
  const [ann, ben] = await neighbours(person)
  await ben.writes('Death and police violence, in plain words.')
  await ann.opens(page, '/home')
  const post = postWith(page, 'in plain words')
  const forbidden = /\b(CW|warn\w*|content note)\b/i
  const menuOf = async (near: Locator) => {
    await near.getByRole('button', { name: 'More' }).first().click()
    await expect(page.getByRole('menuitem').first()).toBeVisible()
    const items = await page.getByRole('menuitem').allInnerTexts()
    await page.keyboard.press('Escape')
    return items.join(' ')
  }
  expect(await menuOf(post)).not.toMatch(forbidden)
  expect(await post.innerText()).not.toMatch(forbidden)
  await page.goto(new URL(`/@${ben.name}`, page.url()).href)
  await expect(post).toBeVisible()
  expect(await menuOf(page.getByRole('main'))).not.toMatch(forbidden)
  expect(await page.getByRole('main').innerText()).not.toMatch(forbidden)
})

test('MUST: suggestions are private to the author: the box wonders once, and nothing of it leaves the device', async ({
  page,
  person,
}) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  const box = writingBox(page)
  await expect(box.text).toBeVisible()
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  await box.text.fill('My grandmother’s death, and what came after.')
  const question = box.form.getByText('Does this need a CW?')
  await expect(question).toBeVisible()
  await expect(box.form.getByText('Only you see this.')).toBeVisible()
  const custom = box.form.getByText(/^Please use content warnings/)
  await expect(custom).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  expect(sent.filter((one) => /grandmother|death/.test(one))).toEqual([])
  await box.form.getByRole('button', { name: 'No', exact: true }).click()
  await expect(question).toBeHidden()
  await box.text.pressSequentially(' A second death.')
  await page.waitForTimeout(1000)
  await expect(question, 'once a post').toBeHidden()
  await box.post.click()
  await expect(postWith(page, 'A second death.')).toBeVisible()
  await box.text.fill('About death again.')
  await expect(question).toBeVisible()
  await expect(custom, 'the custom is told once').toBeHidden()
  await box.form.getByRole('button', { name: 'death', exact: true }).click()
  await expect(box.warning).toHaveValue('death')
  await box.cw.click()
  await box.text.fill('')
  await box.text.fill('Another death.')
  await box.form.getByRole('button', { name: 'Never ask me' }).click()
  await expect(question).toBeHidden()
  await expect.poll(() => ann.api('GET', CHOICES)).toMatchObject({ suggest: false })
})
