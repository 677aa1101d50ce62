import { expect, type Page } from 'playwright/test'
import sharp from 'sharp'
import { looksRight } from './support/looks.ts'
import { test } from './support/own-browser.ts'
import { hills } from './support/pictures.ts'
import { postWith, writingBox } from './support/screen.ts'

/** Resolves once the page's own worker stands between it and the network. */
async function workerInPlace(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.reload()
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated')
}

type Manifest = {
  name: string
  short_name: string
  start_url: string
  display: string
  icons: { src: string; sizes: string; type: string; purpose?: string }[]
}

test('I can install the community as an app', async ({ page, person, community }) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  const href = await page.locator('link[rel=manifest]').getAttribute('href')
  const address = new URL(href ?? '', community.url)
  const answer = await page.request.get(address.href)
  expect(answer.headers()['content-type']).toContain('application/manifest+json')
  const manifest: Manifest = await answer.json()
  expect(manifest).toMatchObject({ display: 'standalone' })
  expect(manifest.name).not.toBe('')
  expect(manifest.short_name).not.toBe('')
  expect(new URL(manifest.start_url, address).origin).toBe(community.url)
  expect(manifest.icons.map((icon) => icon.sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']))
  expect(manifest.icons.some((icon) => icon.purpose?.includes('maskable'))).toBe(true)
  for (const icon of manifest.icons) {
    const image = await page.request.get(new URL(icon.src, address).href)
    expect(image.ok(), icon.src).toBe(true)
    expect(image.headers()['content-type']).toBe(icon.type)
    if (icon.type === 'image/svg+xml') continue
    const { width, height } = await sharp(await image.body()).metadata()
    expect(icon.sizes).toBe(`${width}x${height}`)
  }
  const devtools = await page.context().newCDPSession(page)
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
  expect(installabilityErrors.filter((error) => error.errorId !== 'in-incognito')).toEqual([])
})

test('Without a network I still get my page, my draft, and a word that I am offline', async ({
  page,
  context,
  person,
}) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  await workerInPlace(page)
  await writingBox(page).text.fill('Kept in the tunnel')
  await context.setOffline(true)
  await page.reload()
  await expect(page.getByText('You are offline.', { exact: true })).toBeVisible()
  await expect(page.locator('h1, h2, [role=status]').first()).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('You are offline.', { exact: true })).toBeHidden()
  await expect(writingBox(page).text).toHaveValue('Kept in the tunnel')
  await looksRight(page)
})

test('A server that is down still lets my page open, which waits for it', { tag: '@long' }, async ({
  page,
  person,
  community,
}) => {
  const ann = await person('ann')
  await ann.writes('Back again.')
  await ann.opens(page, '/home')
  await workerInPlace(page)
  await community.crash()
  await page.reload()
  await expect(page.getByText('The server does not answer.', { exact: true })).toBeVisible()
  await looksRightWithoutName(page)
  await community.revive()
  await expect(postWith(page, 'Back again.')).toBeVisible({ timeout: 15_000 })
})

/** A page that nothing is known about yet runs over no side. */
async function looksRightWithoutName(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(over).toBeLessThanOrEqual(0)
}

test('What the server says about me is never answered by the worker, nor kept by it', async ({
  page,
  person,
  community,
}) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  await workerInPlace(page)
  const fromWorker: string[] = []
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (response.fromServiceWorker() && /^\/(api|auth|oauth)\b/.test(pathname)) fromWorker.push(pathname)
  })
  await page.reload()
  await expect(page.getByText('Nothing here yet')).toBeVisible()
  const consent = await page.goto(`${community.url}/oauth/authorize?client_id=nobody&response_type=code&redirect_uri=x`)
  expect(consent?.fromServiceWorker(), 'consent is the server’s own page').toBe(false)
  await page.goto(`${community.url}/home`)
  await expect(page.getByText('Nothing here yet')).toBeVisible()
  expect(fromWorker).toEqual([])
  const kept = await page.evaluate(async () => {
    const caches = await Promise.all((await window.caches.keys()).map((name) => window.caches.open(name)))
    const requests = await Promise.all(caches.map((cache) => cache.keys()))
    return requests.flat().map((request) => new URL(request.url).pathname)
  })
  expect(kept.length).toBeGreaterThan(0)
  expect(kept.filter((path) => /^\/(api|auth|oauth|media)\b/.test(path))).toEqual([])
})

test('After my first post, and not before, I am told once that this can stand among my apps', async ({
  page,
  person,
  browser,
}) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  const hint = page.getByText('This can stand among your apps.')
  const box = writingBox(page)
  await expect(box.text).toBeVisible()
  // what a browser says that can install; the one of the tests has no way to
  await page.evaluate(() => {
    const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
      prompt: async () => document.body.setAttribute('data-asked', ''),
    })
    window.dispatchEvent(event)
  })
  await expect(hint).toBeHidden()
  await box.text.fill('Here I am.')
  await box.post.click()
  await expect(hint).toBeVisible()
  await looksRight(page)
  await page.getByRole('button', { name: 'Put it there' }).click()
  await expect(page.locator('body[data-asked]')).toHaveCount(1)
  await expect(hint).toBeHidden()
  await page.reload()
  await box.text.fill('And again.')
  await box.post.click()
  await expect(postWith(page, 'And again.')).toBeVisible()
  await expect(hint).toBeHidden()

  // Apple's browsers cannot be asked: there I am told where it stands in their menu
  const userAgent =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_2 like Mac OS X) AppleWebKit/605.1.15 Version/18.2 Safari/604.1'
  const apple = await (await browser.newContext({ userAgent })).newPage()
  await ann.opens(apple, '/home')
  const way = apple.getByText('choose “Add to Home Screen”')
  await expect(writingBox(apple).text).toBeVisible()
  await expect(way).toBeHidden()
  await writingBox(apple).text.fill('From my pocket.')
  await writingBox(apple).post.click()
  await expect(way).toBeVisible()
  await expect(apple.getByRole('button', { name: 'Put it there' })).toBeHidden()
  await apple.getByRole('button', { name: 'I see' }).click()
  await expect(way).toBeHidden()
  await apple.context().close()
})

test('What another app shares comes behind what I had written, and into no address', async ({ page, person }) => {
  const ann = await person('ann')
  await ann.opens(page, '/home')
  await workerInPlace(page)
  await writingBox(page).text.fill('Look at this:')
  const seen: string[] = []
  page.on('request', (request) => seen.push(request.url()))
  const hill = [...(await hills())]
  await page.evaluate((bytes) => {
    const form = Object.assign(document.createElement('form'), {
      method: 'post',
      action: '/share',
      enctype: 'multipart/form-data',
    })
    for (const [name, value] of Object.entries({ title: 'A lantern', text: '', url: 'https://lantern.example/' })) {
      form.append(Object.assign(document.createElement('input'), { name, value }))
    }
    const carried = new DataTransfer()
    carried.items.add(new File([new Uint8Array(bytes)], 'hills.jpg', { type: 'image/jpeg' }))
    const files = Object.assign(document.createElement('input'), { name: 'files', type: 'file' })
    files.files = carried.files
    form.append(files)
    document.body.append(form)
    form.submit()
  }, hill)
  await expect(page).toHaveURL(/\/write$/)
  const text = page.getByRole('textbox', { name: 'What do you want to say?' })
  await expect(text).toHaveValue('Look at this:\n\nA lantern\n\nhttps://lantern.example/')
  await expect(page.getByRole('textbox', { name: 'What is to be seen in picture 1' })).toBeVisible()
  await expect(page.getByText('Ready.')).toBeVisible()
  expect(seen.filter((url) => url.includes('lantern'))).toEqual([])
})
