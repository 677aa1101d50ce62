const ready = Symbol('ready JSON')

/** Fields that are kept somewhere and never change, by themselves or under a name. */
type Lasting = object | readonly [name: string, fields: object]

/** An object that knows how its JSON is put together; a copy of it (`of` is another object then) does not. */
type Composed = { [ready]?: { of: object; lasting: readonly Lasting[]; now: object } }

const written = new WeakMap<object, Buffer>()

/** The fields of an object that never changes (and holds some), as JSON without its braces; made once for each object. */
function fieldsOf(lasting: object): Buffer {
  const known = written.get(lasting)
  if (known) return known
  const made = Buffer.from(JSON.stringify(lasting).slice(1, -1))
  written.set(lasting, made)
  return made
}

/**
 * Remembers how an object's JSON is put together, so that writing it in a list costs little: from objects that are
 * kept somewhere and never changed, one after the other, and what is true `now`. Together they are its fields.
 */
export function composed<T extends object>(value: T, lasting: readonly Lasting[], now: object): T {
  const known: T & Composed = value
  known[ready] = { of: value, lasting, now }
  return value
}

const sign = (text: string) => Buffer.from(text)
const [begin, comma, open, close, shut] = [sign('{'), sign(','), sign('['), sign(']'), sign('},')]
const names = new Map<string, Buffer>()

function nameOf(name: string): Buffer {
  const known = names.get(name) ?? sign(`${JSON.stringify(name)}:{`)
  names.set(name, known)
  return known
}

function write(item: unknown, pieces: Buffer[]): void {
  const known = typeof item === 'object' && item !== null ? (item as Composed)[ready] : undefined
  if (known === undefined || known.of !== item) return void pieces.push(sign(JSON.stringify(item) ?? 'null'))
  pieces.push(begin)
  for (const part of known.lasting) {
    if (Array.isArray(part)) pieces.push(nameOf(part[0]), fieldsOf(part[1]), shut)
    else pieces.push(fieldsOf(part), comma)
  }
  pieces.push(sign(JSON.stringify(known.now).slice(1)))
}

/** A list as JSON; what was {@link composed} is not written anew. */
export function listAsJson(items: readonly unknown[]): Buffer {
  const pieces = [open]
  for (const item of items) {
    if (pieces.length > 1) pieces.push(comma)
    write(item, pieces)
  }
  pieces.push(close)
  return Buffer.concat(pieces)
}
