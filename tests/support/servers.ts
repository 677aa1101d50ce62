import type { Person, TestServer } from './server.ts'
import { startServer } from './server.ts'

/** Starts several servers of ours that speak with each other over loopback. */
export const startServers = <const Names extends readonly string[]>(
  ...names: Names
): Promise<{ [Place in keyof Names]: TestServer }> =>
  // one server is started for each name
  Promise.all(names.map(() => startServer({ FEDERATION_ALLOW_LOOPBACK: '1' }))) as Promise<{
    [Place in keyof Names]: TestServer
  }>

/** The address of somebody for people of other servers. */
export const handleOf = (person: Person, server: TestServer): string =>
  `@${person.username}@${new URL(server.ctx.config.publicUrl).host}`

/** Finds somebody of another server as a member does, by their address; gives their id on the member's server. */
export async function find(member: Person, handle: string): Promise<string> {
  const { body } = await member.api.get(`/api/v2/search?type=accounts&resolve=true&q=${encodeURIComponent(handle)}`)
  const [account] = body.accounts
  if (!account) throw new Error(`${handle} was not found`)
  return account.id
}

/** Asks again until something is there; fails after some seconds. */
export async function eventually<Result>(ask: () => Promise<Result | undefined | false>, what = 'it'): Promise<Result> {
  for (let tries = 0; tries < 120; tries += 1) {
    const found = await ask()
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`${what} did not happen`)
}
