import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from 'playwright/test'

/** Every rule of axe holds on this screen, in light and in dark, and nothing runs over its side. */
export async function looksRight(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).analyze()
    const found = violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.target.join(' ')).join(' | ')}`)
    expect(found, `axe on ${new URL(page.url()).pathname} in ${colorScheme}`).toEqual([])
  }
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(over, 'nothing runs over the side').toBeLessThanOrEqual(0)
  expect(await page.locator('h1').count(), 'one h1').toBe(1)
}
