import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Order } from './orders.ts'

/** How requests can be signed. */
export type Knock = 'draft-cavage-http-signatures-12' | 'rfc9421'

/** Fred on a server of Fedify's, in a process of its own. */
export type Fred = {
  url: string
  /** The address of fred as an actor, and for people. */
  actor: string
  handle: string
  /** Has fred do something; gives the addresses of the activity and of its object. */
  does(order: Order): Promise<{ id: string; object: string }>
  isAlso(...uris: string[]): Promise<void>
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into an activity freely; what it finds, it checks
  heard(): Promise<any[]>
  stop(): Promise<void>
}

async function addressOf(process: ChildProcess): Promise<string> {
  const [line] = await once(process.stdout ?? process, 'data')
  return String(line).trim()
}

/** Starts fred, who signs as told. */
export async function startFred(knock: Knock): Promise<Fred> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'peer.ts'), knock], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await addressOf(child)
  const control = async (body: unknown) => {
    const response = await fetch(`${url}/control`, { method: 'POST', body: JSON.stringify(body) })
    const text = await response.text()
    if (!response.ok) throw new Error(text)
    return JSON.parse(text)
  }
  return {
    url,
    actor: `${url}/users/fred`,
    handle: `@fred@${new URL(url).host}`,
    does: control,
    isAlso: (...aliases) => control({ aliases }),
    heard: async () => (await fetch(`${url}/control/heard`)).json(),
    async stop() {
      child.kill()
      await once(child, 'exit')
    },
  }
}
