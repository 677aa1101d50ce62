import { expect, type Page } from 'playwright/test'

/** The password that newcomers choose. */
export const CHOSEN = 'seven quiet herons at dawn'

/** What somebody types on the account step. */
export type Account = { name: string; email?: string; password?: string; reason?: string }

/** The address of somebody, unless the story is about it. */
export const mailOf = (name: string) => `${name}@mail.example`

/** Agrees to every rule on the page, one at a time. */
export async function agreeToAll(page: Page): Promise<void> {
  const open = page.getByText('I will keep to this')
  await expect(open.first()).toBeVisible()
  for (let left = await open.count(); left > 0; left -= 1) {
    await open.first().click()
    await expect(open).toHaveCount(left - 1)
  }
}

/** Takes the first step, from the address of joining to the account. */
export async function keepToTheRules(page: Page, from = '/join'): Promise<void> {
  await page.goto(from)
  await expect(page.getByRole('heading', { level: 1, name: /rules, one at a time/ })).toBeVisible()
  await agreeToAll(page)
  await page.getByRole('button', { name: 'Go on to your account' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible()
}

/** Fills in the account step, without sending it. */
export async function fillAccount(page: Page, account: Account): Promise<void> {
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(account.name)
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(account.password ?? CHOSEN)
  await page.getByRole('textbox', { name: 'Mail address' }).fill(account.email ?? mailOf(account.name))
  if (account.reason !== undefined)
    await page.getByRole('textbox', { name: /What brings you here/ }).fill(account.reason)
  await page.getByRole('checkbox', { name: 'I am 16 or older' }).check()
}

/** The button at the end of the account step. */
export const sendAccount = (page: Page) => page.getByRole('button', { name: 'Go on to be confirmed' })

/** Joins as far as the third step, where the address is to be confirmed. */
export async function signUp(page: Page, account: Account, from = '/join'): Promise<void> {
  await keepToTheRules(page, from)
  await fillAccount(page, account)
  await sendAccount(page).click()
  await expect(page.getByRole('list', { name: 'Joining, three steps' }).locator('[aria-current]')).toHaveText(/Confirm/)
}
