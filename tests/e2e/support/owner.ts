import type { BrowserContext } from 'playwright/test'
import type { Community } from './community.ts'

/** Makes somebody who owns the community, and logs the browser in as them. */
export async function logInAsOwner(community: Community, context: BrowserContext, name: string): Promise<void> {
  await community.member(name)
  await community.admin('accounts', 'modify', name, '--add-role', 'owner')
  await community.logIn(context, name)
}
