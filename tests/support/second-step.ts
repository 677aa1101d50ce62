import { TOTP } from 'otpauth'
import { type Client, createClient } from './client.ts'
import { PASSWORD, type Person, type TestServer } from './server.ts'

/** The doors of the second step. */
export const SECOND = '/api/community/v1/second-step'

/** What an app shows at the server's time, or some half minutes later. */
export const codeOf = (server: TestServer, secret: string, later = 0): string =>
  new TOTP({ secret }).generate({ timestamp: server.ctx.now() + later * 30_000 })

/** A browser in which nobody is logged in. */
export const newBrowser = (server: TestServer): Client =>
  createClient(server.url, { origin: server.ctx.config.publicUrl })

/** Says name and password in a browser. */
export const sayPassword = (browser: Client, person: Person) =>
  browser.post('/auth/session', { login: person.username, password: PASSWORD })

/** Gives somebody an app that shows codes; its secret, and the recovery codes. */
export async function addApp(server: TestServer, person: Person): Promise<{ secret: string; recovery: string[] }> {
  const { body } = await person.browser.post(`${SECOND}/code-app`, { password: PASSWORD })
  const done = await person.browser.post(`${SECOND}/code-app/confirm`, { code: codeOf(server, body.secret) })
  if (done.status !== 200) throw new Error(`no app: ${done.status} ${done.text}`)
  await server.advance('PT1M')
  return { secret: body.secret, recovery: done.body.recovery_codes }
}
