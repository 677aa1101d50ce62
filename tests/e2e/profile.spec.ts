import { expect } from 'playwright/test'
import { fitsSmall, looksRight } from './support/looks.ts'
import { test } from './support/people.ts'
import { postWith } from './support/screen.ts'

test("I read somebody's profile, their posts, and their replies when I ask", async ({ page, person }) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ben.api('PATCH', '/api/v1/accounts/update_credentials', {
    display_name: 'Ben of the Bakery',
    note: 'I bake. https://bakery.example #bread',
  })
  const question = await ann.writes('Who bakes?')
  await ben.writes('Bread at six.')
  await ben.writes(`@${ann.name} I do.`, { in_reply_to_id: question.id })
  await ann.opens(page, `/@${ben.name}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ben of the Bakery')
  const main = page.getByRole('main')
  await expect(main.getByText(`@${ben.name}`).first()).toBeVisible()
  await expect(main.getByText('2 posts, followed by 0, follows 0.')).toBeVisible()
  await expect(main.getByRole('link', { name: /bakery\.example/ })).toHaveAttribute(
    'href',
    /^https:\/\/bakery\.example\/?$/,
  )
  await expect(main.getByRole('link', { name: '#bread' })).toHaveAttribute('href', /\/tags\/bread$/)
  await expect(postWith(page, 'Bread at six.')).toBeVisible()
  await expect(postWith(page, 'I do.')).toHaveCount(0)
  await looksRight(page)
  await fitsSmall(page)
  await page.getByRole('link', { name: 'Posts and replies' }).click()
  await expect(page.getByRole('article')).toContainText(['I do.', 'Bread at six.'])
  await expect(postWith(page, 'I do.')).toContainText(`Answers @${ann.name}`)
  await page.goBack()
  await expect(postWith(page, 'I do.')).toHaveCount(0)
})

test('My own profile leads to where I edit it', async ({ page, person }) => {
  const ann = await person('ann')
  await ann.opens(page, `/@${ann.name}`)
  await expect(page.getByText('Nothing to read here')).toBeVisible()
  await looksRight(page)
  await page.getByRole('link', { name: 'Edit your profile' }).click()
  await expect(page).toHaveURL(/\/settings\/profile$/)
})

test('A name that nobody has says so', async ({ page, person }) => {
  const ann = await person('ann')
  await ann.opens(page, '/@nobody_at_all')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nobody by this name')
  await looksRight(page)
})

test('A profile that the server wrote stays whole until the page has head and posts', async ({
  page,
  person,
  community,
}) => {
  const ben = await person('ben')
  for (let n = 1; n <= 12; n++) await ben.writes(`Written ${n}. ${'Line after line. '.repeat(n)}`)
  let answer = () => {}
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/api/v1/accounts/*/statuses?*', async (route) => {
    await held
    await route.continue()
  })
  await page.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(Reflect.get(entry, 'value'))
    }).observe({ type: 'layout-shift', buffered: true })
  })
  const asked = page.waitForRequest(/\/api\/v1\/accounts\/\d+\/statuses/)
  await page.goto(`${community.url}/@${ben.name}`)
  await asked
  await expect(page.locator('#ssr')).toBeVisible()
  await expect(page.locator('#ssr').getByText('Written 12.')).toBeVisible()
  answer()
  await expect(page.locator('#ssr')).toHaveCount(0)
  await expect(page.locator('#app').getByText('Written 12.')).toBeVisible()
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)))
  const shifts = await page.evaluate((): number[] => Reflect.get(window, 'shifts'))
  expect(
    shifts.reduce((sum, shift) => sum + shift, 0),
    'nothing jumped',
  ).toBeLessThan(0.02)
})
