import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type axe from 'axe-core'
import { expect, type Page, test } from 'playwright/test'

declare global {
  interface Window {
    axe: typeof axe
  }
}

/** A folder that keeps a picture of every screen that is looked at; without it none is taken. */
const pictures = process.env.PICTURES_DIR

const program = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const wide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Keeps a picture of the whole page, named by the story, the window, and how it looks. */
async function keepPicture(page: Page, look: string): Promise<void> {
  if (!pictures) return
  mkdirSync(pictures, { recursive: true })
  const { title, project, attachments } = test.info()
  const story = title.replace(/\W+/g, '-').slice(0, 60).toLowerCase()
  const path = new URL(page.url()).pathname.replace(/\W+/g, '-')
  const name = `${story}-${String(attachments.length).padStart(2, '0')}${path}-${project.name}-${look}.png`
  const file = join(pictures, name)
  await page.screenshot({ path: file, fullPage: true })
  await test.info().attach(name, { path: file })
}

/** The rules that axe finds broken on the page; it is brought into each document once. */
async function broken(page: Page, options: axe.RunOptions): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(program)
  return page.evaluate(async (asked) => {
    const { violations } = await window.axe.run(document, asked)
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`)
  }, options)
}

/** Every rule of axe holds on this screen, in light and in dark, and nothing runs over its side. */
export async function looksRight(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    // with nothing in motion: half way from light to dark no colour is what it will be
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // all but the contrasts is the same in the other scheme; only what is wrong is worked out
    const runOnly = colorScheme === 'dark' ? { runOnly: ['color-contrast'] } : {}
    const options: axe.RunOptions = { resultTypes: ['violations'], preload: false, ...runOnly }
    const where = `axe on ${new URL(page.url()).pathname} in ${colorScheme}`
    await expect(page.locator('h1'), 'one h1').toHaveCount(1)
    // asked again while the page is still coming: what is really broken stays so
    await expect.poll(() => broken(page, options), where).toEqual([])
    await keepPicture(page, colorScheme)
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
  expect(await wide(page), 'nothing runs over the side').toBeLessThanOrEqual(0)
}

/** Nothing runs over the side of a 320 pixel window either, nor of a phone's with text at twice its size. */
export async function fitsSmall(page: Page): Promise<void> {
  const before = page.viewportSize() ?? { width: 390, height: 844 }
  await page.setViewportSize({ width: 320, height: 640 })
  await expect.poll(() => wide(page), 'nothing runs over the side at 320 pixels').toBeLessThanOrEqual(0)
  await keepPicture(page, '320')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
  await expect.poll(() => wide(page), 'nothing runs over the side with text at 200 %').toBeLessThanOrEqual(0)
  await keepPicture(page, 'large-text')
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
  await page.setViewportSize(before)
}
