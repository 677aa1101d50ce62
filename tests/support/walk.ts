import type { Route } from '../../server/http/route.ts'
import { mastoOf } from './masto.ts'
import type { Operation, World } from './operations.ts'

/** An operation with its address and form filled in, and who does it. */
type Ready = { who: World['ann']; path: string; form: object | undefined }

/** Makes what an operation needs; what of its address is not known stands there as `missing`. */
export async function prepare(world: World, { path }: Route, { by = 'ann', ids, form }: Operation): Promise<Ready> {
  const values = (await ids?.(world)) ?? []
  const filled = path.replace(/:\w+/g, () => encodeURIComponent(values.shift() ?? 'missing'))
  return { who: world[by], path: filled, form: typeof form === 'function' ? await form(world) : form }
}

const actions = { get: 'fetch', post: 'create', put: 'update', patch: 'update', delete: 'remove' } as const
type Action = (typeof actions)[keyof typeof actions]
/** As masto makes every request of its own: an address part by part, and what is done there. */
type Node = { $select(part: string): Node } & Record<Action, (form?: object) => Promise<unknown>>

/** Asks by masto's own means: its encoding, its token, and its reading of the answer. */
export async function throughMasto({ server }: World, { method }: Route, { who, path, form }: Ready): Promise<unknown> {
  // masto has a name for each address that it knows; this takes them as they are
  const root: object = mastoOf(server, who)
  const node = path
    .split('/')
    .slice(2)
    .reduce((at, part) => at.$select(part), root as Node)
  return node[actions[method]](form && 'file' in form ? { ...form, skipPolling: true } : form)
}

/** A form as Rails writes it, all in text: `poll[options][]=a`. */
function railsPairs(form: object, within = ''): [string, string | Blob][] {
  return Object.entries(form).flatMap(([key, value]): [string, string | Blob][] => {
    const name = within === '' ? key : Array.isArray(form) ? `${within}[]` : `${within}[${key}]`
    return typeof value === 'object' && !(value instanceof Blob) ? railsPairs(value, name) : [[name, value]]
  })
}

/** Asks as clumsy programs do: everything as text in a form, with a field that nobody knows. */
export async function clumsily({ method }: Route, { who, path, form = {} }: Ready) {
  const body = new FormData()
  for (const [name, value] of railsPairs({ ...form, nonsense: '1' }))
    body.append(name, value instanceof Blob ? value : String(value))
  if (method !== 'get')
    return who.api[method](path, 'file' in form ? body : new URLSearchParams([...body] as [string, string][]))
  return who.api.get(`${path}?${new URLSearchParams([...body] as [string, string][])}`)
}
