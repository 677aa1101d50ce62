import { expect, type Page } from 'playwright/test'
import { looksRight } from './support/looks.ts'
import { test } from './support/people.ts'
import { postWith, writingBox } from './support/screen.ts'

// the worker would still have the parts of the old build
test.use({ serviceWorkers: 'block' })

/** From now on the server has another build, as after an update: the parts of the one that runs here are gone. */
async function updateServer(page: Page): Promise<() => Promise<void>> {
  await page.route('**/assets/**', (route) => route.fulfill({ status: 404, body: '' }))
  const pages = /\/(home|remote)$/
  await page.route(pages, (route) =>
    route.request().resourceType() === 'fetch'
      ? route.fulfill({ contentType: 'text/html', body: '<script type="module" src="/assets/newer.js"></script>' })
      : route.continue(),
  )
  return () => page.unrouteAll()
}

test('A newer version came while I wrote: I am told, lose nothing, and load it when I am done', async ({
  page,
  person,
}) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  const box = writingBox(page)
  await box.text.fill('Half a thought.')
  const complete = await updateServer(page)
  await page.getByRole('navigation', { name: 'Timelines' }).getByRole('link', { name: 'Elsewhere' }).click()
  await expect(page.getByText('This page was renewed. Finish what you write, then load it again.')).toBeVisible()
  await looksRight(page)
  await expect(box.text).toHaveValue('Half a thought.')
  await box.text.fill('A whole thought.')
  await complete()
  // whoever has nothing written there any more needs no asking, so that it is pressed before the post is sent
  await page.getByRole('button', { name: 'Load it again' }).click()
  await expect(page.getByText('This page was renewed.')).toBeHidden()
  await page.goto('/home')
  await expect(box.text).toHaveValue('A whole thought.')
  await box.post.click()
  await expect(postWith(page, 'A whole thought.')).toHaveCount(1)
})
