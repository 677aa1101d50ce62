import { expect } from 'playwright/test'
import { openSite, pageOf } from '../support/page.ts'
import { photo } from '../support/pictures.ts'
import { fitsSmall, looksRight } from './support/looks.ts'
import { test as told } from './support/people.ts'
import { chooseFromMore, postWith, said } from './support/screen.ts'

const test = told.extend<object, { settings: Record<string, string> }>({
  // the page that they link to is on this machine
  settings: [{ FEDERATION_ALLOW_LOOPBACK: '1' }, { scope: 'worker' }],
})

test('I see where a link leads before I follow it, and the page there does not see me', async ({
  page,
  person,
  community,
}) => {
  const picture = await photo(800, 400)
  const site = await openSite((request, response) =>
    request.url === '/bread.jpg'
      ? response.writeHead(200, { 'content-type': 'image/jpeg' }).end(picture)
      : response.writeHead(200, { 'content-type': 'text/html' }).end(
          pageOf(`<title>How the bread strike of 1917 was won, street by street</title>
            <meta name="description" content="A walk along the houses whose people refused to pay.">
            <meta property="og:image" content="/bread.jpg">`),
        ),
  )
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.follows(ben)
  await ann.writes(`My own ${site.url}/strike`)
  await ben.writes(`Behind a warning ${site.url}/strike`, { spoiler_text: 'history' })
  await ben.writes(`Worth reading ${site.url}/strike`)
  await community.advance('PT2M')
  const asked = site.asked.length
  const strangers: string[] = []
  page.on('request', (request) => request.url().startsWith(site.url) && strangers.push(request.url()))
  await ann.opens(page, '/home')
  const host = new URL(site.url).host
  const name = new RegExp(`^${host} How the bread strike of 1917 was won`)
  const card = postWith(page, 'Worth reading').getByRole('link', { name })
  await expect(card).toBeVisible()
  await expect(card).toHaveAttribute('href', `${site.url}/strike`)
  await expect(card).toHaveAttribute('rel', /noreferrer/)
  await card.scrollIntoViewIfNeeded()
  await expect
    .poll(() => card.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0)
  await card.focus()
  await expect(card).toBeFocused()
  await looksRight(page)
  await fitsSmall(page)
  await page.screenshot({ path: `test-results/cards-${page.viewportSize()?.width}.png` })

  const warned = postWith(page, 'history')
  await expect(warned.getByRole('link', { name })).toBeHidden()
  await warned.getByText('Show', { exact: true }).click()
  await expect(warned.getByRole('link', { name })).toBeVisible()

  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  const own = postWith(page, 'My own')
  await chooseFromMore(page, own, 'Take the link’s preview off')
  await expect(said(page, 'The preview is off. The link stays.')).toHaveCount(1)
  await expect(own.getByRole('link', { name })).toHaveCount(0)
  await expect(own.getByRole('link', { name: /strike/ })).toBeVisible()
  expect([strangers, site.asked.length]).toEqual([[], asked])
  site.close()
})
