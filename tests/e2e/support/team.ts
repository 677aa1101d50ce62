import { expect, type Page } from 'playwright/test'
import { type Person, test as people } from './people.ts'

/** Playwright's test, with moderators, in a community of its own: decisions wait ten minutes and more. */
export const test = people.extend<{ moderator: (start: string) => Promise<Person> }>({
  settings: [{ LOG_LEVEL: 'fatal', FEDERATION_ALLOW_LOOPBACK: '1' }, { scope: 'worker' }],
  moderator: async ({ community, person }, use) => {
    const team: Person[] = []
    await use(async (start) => {
      const who = await person(start)
      await community.admin('accounts', 'modify', who.name, '--add-role', 'moderator')
      team.push(who)
      return who
    })
    // the next story has a team of its own
    for (const { name } of team) await community.admin('accounts', 'modify', name, '--remove-role', 'moderator')
  },
})

/** The page's own part. */
export const main = (page: Page) => page.getByRole('main')

/** Presses a button in it. */
export const press = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true }).click()

/** Ticks a box in it. */
export const tick = (page: Page, name: string | RegExp) => main(page).getByLabel(name).first().check()

/** Opens the newest case about somebody, as it is found in the queue. */
export async function openCase(page: Page, who: Person, about: Person): Promise<void> {
  await who.opens(page, '/moderation')
  await main(page)
    .getByRole('listitem')
    .filter({ hasText: `@${about.name}` })
    .first()
    .getByRole('link')
    .first()
    .click()
  await expect(main(page).getByRole('heading', { name: 'What was reported' })).toBeVisible()
}
