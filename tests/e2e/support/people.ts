import type { BrowserContext, Page } from 'playwright/test'
import type { CredentialAccount, Status } from '../../../shared/api/wire.ts'
import { test as base, type Community, newName, PASSWORD } from './community.ts'

/** A member of the community: whom they are, and what they do from another device. */
export type Person = {
  /** Their username, and their whole name, as nobody chose another. */
  name: string
  id: string
  /** Asks Mastodon's API as this person. */
  api<T>(method: string, path: string, body?: unknown): Promise<T>
  /** Posts from another device. */
  writes(status: string, more?: object): Promise<Status>
  /** Follows somebody from another device. */
  follows(other: Person): Promise<void>
  /** Logs a browser in as this person. */
  logsIn(context: BrowserContext): Promise<void>
  /** Opens an address in a browser that is logged in as this person. */
  opens(page: Page, path: string): Promise<void>
}

/** Playwright's test, in which people come to the community and a second browser can be had. */
export const test = base.extend<{
  person: (start: string) => Promise<Person>
  /** Another browser than `page`, as on another device. */
  elsewhere: Page
}>({
  person: ({ community }, use) => use((start) => arrive(community, start)),
  elsewhere: async ({ browser }, use) => {
    const context = await browser.newContext()
    await use(await context.newPage())
    await context.close()
  },
})

async function arrive(community: Community, start: string): Promise<Person> {
  const name = newName(start)
  const made = ['--email', `${name}@mail.example`, '--password', PASSWORD]
  const token = await community.admin('tokens', 'create', '--username', name, '--scopes', 'read write follow', ...made)
  const api = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await fetch(community.url + path, {
      method,
      headers: {
        authorization: `Bearer ${token.split('\n').at(-1)}`,
        ...(!(body instanceof FormData) && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as T
  }
  const { id } = await api<CredentialAccount>('GET', '/api/v1/accounts/verify_credentials')
  const logsIn = (context: BrowserContext) => community.logIn(context, name)
  return {
    name,
    id,
    api,
    logsIn,
    writes: (status, more) => api('POST', '/api/v1/statuses', { status, ...more }),
    follows: async (other) => void (await api('POST', `/api/v1/accounts/${other.id}/follow`)),
    async opens(page, path) {
      await logsIn(page.context())
      await page.goto(community.url + path)
    },
  }
}
