import { expect } from 'playwright/test'
import type { Community } from './community.ts'

/** Finds somebody of another server by their handle and follows them, as a member's program does. */
export async function followFrom(here: Community, who: string, handle: string): Promise<void> {
  const query = new URLSearchParams({ q: handle, resolve: 'true', type: 'accounts' })
  // the form of Mastodon's answer
  const found = (await here.api(who, 'GET', `/api/v2/search?${query}`)) as { accounts: { id: string }[] }
  await here.api(who, 'POST', `/api/v1/accounts/${found.accounts[0]?.id}/follow`)
  const relation = async () => {
    const path = `/api/v1/accounts/relationships?id[]=${found.accounts[0]?.id}`
    const [first] = (await here.api(who, 'GET', path)) as { following: boolean }[]
    return first?.following
  }
  await expect.poll(relation).toBe(true)
}
