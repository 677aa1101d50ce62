import type { Route } from '../../server/http/route.ts'
import { routes } from '../../server/routes.ts'
import type { Client } from './client.ts'

/** Doors that answer their own way: forms of the log-in, pages, what speaks another protocol than JSON. */
const OWN_WAY = [/^\/oauth\//, /^\/auth\//, /^\/api\/test\//, /\/streaming/]

/** Every other door of the server, from its table. */
export const doors = routes.filter(({ path }) => !OWN_WAY.some((own) => own.test(path)))
/** How a door is called in a test's name. */
export const named = (route: Route) => `${route.method} ${route.path}`
/** The doors that ask for this much of who knocks. */
export const behind = (accesses: readonly string[]) => doors.filter(({ options }) => accesses.includes(options.access))

/** Knocks at a door with an id in its address. */
export const knock = (
  client: Client,
  { method, path }: { method: string; path: string },
  id = '1',
  body: unknown = {},
) => {
  const address = path.replace(':sha256', '0'.repeat(64)).replace(/:\w+/g, id)
  if (method === 'get') return client.get(address)
  if (method === 'delete') return client.delete(address)
  if (method === 'put') return client.put(address, body)
  if (method === 'patch') return client.patch(address, body)
  return client.post(address, body)
}
