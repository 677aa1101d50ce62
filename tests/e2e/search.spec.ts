import { expect } from 'playwright/test'
import { fitsSmall, looksRight } from './support/looks.ts'
import { test } from './support/people.ts'
import { postWith, said } from './support/screen.ts'

test('I look for posts, people and hashtags, and for people I might like to follow', async ({
  page,
  person,
  community,
  isMobile,
}) => {
  const [ann, ben, cora] = [await person('ann'), await person('ben'), await person('cora')]
  const word = `kettle${ben.name.replace(/\W|_/g, '')}`
  await ben.api('PATCH', '/api/v1/accounts/update_credentials', { indexable: true, discoverable: true })
  await cora.api('PATCH', '/api/v1/accounts/update_credentials', { discoverable: true, display_name: `Cora ${word}` })
  await ben.writes(`The ${word} boils #${word}`)
  await ben.writes(`Behind a warning: ${word}`, { spoiler_text: 'kitchen accident' })
  await cora.writes(`A ${word} that nobody else may find`)
  await ann.follows(ben)
  await ben.follows(cora)
  await community.advance('PT5S')

  await ann.opens(page, '/home')
  const main = page.getByRole('navigation', { name: 'Main' })
  if (isMobile || (page.viewportSize()?.width ?? 0) < 640) {
    await main.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Search' }).click()
  } else {
    await main.getByRole('link', { name: 'Search' }).click()
  }
  const box = page.getByRole('searchbox', { name: 'People, hashtags and posts' })
  await expect(box).toBeFocused()
  await page.getByText('Search more exactly').click()
  await looksRight(page)
  await fitsSmall(page)
  await box.fill(word)
  await box.press('Enter')
  await expect(postWith(page, `The ${word} boils`)).toBeVisible()
  await expect(postWith(page, 'kitchen accident')).toBeVisible()
  await expect(page.getByText('Behind a warning'), 'a warning stays closed').toBeHidden()
  await expect(page.getByText('nobody else may find')).toHaveCount(0)
  await looksRight(page)

  await page.getByRole('button', { name: 'People', exact: true }).click()
  await expect(page.getByRole('link', { name: `Cora ${word}` })).toBeVisible()
  await page.getByRole('button', { name: 'Hashtags', exact: true }).click()
  await expect(page.getByRole('link', { name: `#${word}` })).toBeVisible()
  await expect(page.getByText('Used by 1 person this week')).toBeVisible()
  await looksRight(page)

  await box.fill('during:tomorrow')
  await box.press('Enter')
  await page.getByRole('button', { name: 'Posts', exact: true }).click()
  await expect(page.getByText('After “during:” comes a date').first()).toBeVisible()
  await expect(page.getByRole('main').getByRole('button', { name: 'Try again' })).toHaveCount(0)
  await box.fill(cora.name)
  await box.press('Enter')
  await page.getByRole('link', { name: 'But people with this name were found' }).click()
  await expect(page.getByRole('link', { name: `Cora ${word}` })).toBeVisible()
  await page.getByRole('button', { name: 'Posts', exact: true }).click()
  await box.fill('nothingofthatkind')
  await box.press('Enter')
  await expect(page.getByRole('heading', { name: 'No post has these words' })).toBeVisible()

  await page.goto(`${community.url}/search`)
  await page.getByRole('button', { name: word }).click()
  await expect(postWith(page, `The ${word} boils`)).toBeVisible()
  await page.goto(`${community.url}/search`)
  await page.getByRole('button', { name: 'Forget these' }).click()
  await expect(page.getByRole('button', { name: word })).toHaveCount(0)

  await page.getByRole('link', { name: 'Look at everybody who wants to be found' }).click()
  await expect(page.getByRole('article').filter({ hasText: ben.name })).toBeVisible()
  await page.getByRole('button', { name: 'For you' }).click()
  const suggested = page.getByRole('article').filter({ hasText: `@${cora.name}` })
  await expect(suggested).toBeVisible()
  await looksRight(page)
  await suggested.getByRole('button', { name: 'Not them' }).click()
  await expect(said(page, `Cora ${word} is not suggested again.`)).toHaveCount(1)
  await expect(suggested).toHaveCount(0)
})
