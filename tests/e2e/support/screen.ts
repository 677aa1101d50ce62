import type { Locator, Page } from 'playwright/test'

/** The box to write a post in, or with a name the one to reply to somebody. */
export function writingBox(page: Page, replyTo?: string) {
  const form = page.getByRole('form', { name: replyTo ? `Reply to ${replyTo}` : 'Write a post' })
  return {
    form,
    text: form.getByRole('textbox', { name: replyTo ? `Your reply to ${replyTo}` : 'What do you want to say?' }),
    cw: form.getByRole('button', { name: 'CW', exact: true }),
    warning: form.getByRole('textbox', { name: 'Content warning' }),
    topic: (name: string) => form.getByRole('button', { name, exact: true }),
    audience: form.getByRole('button', { name: /^Seen by/ }),
    choice: (name: string | RegExp) =>
      page.getByRole('menuitemradio', { name }).or(page.getByRole('menuitemcheckbox', { name })),
    post: form.getByRole('button', { name: 'Post', exact: true }),
    left: form.getByText(/ left$| too many$/),
  }
}

/** A post on the screen, found by words in it. */
export const postWith = (page: Page, words: string | RegExp): Locator =>
  page.getByRole('article').filter({ hasText: words })

/** Words that the page says aloud, politely or at once. */
export const said = (page: Page, words: string): Locator => page.locator('[aria-live]', { hasText: words })

/** Something only a press of the menu behind `More` reaches. */
export async function chooseFromMore(page: Page, near: Locator, item: string | RegExp): Promise<void> {
  await near.getByRole('button', { name: /^More/ }).first().click()
  await page.getByRole('menuitem', { name: item, ...(item === 'Delete' && { exact: true }) }).click()
}
