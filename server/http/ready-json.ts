const ready = Symbol('ready JSON')

/** An object that knows how its JSON is put together; a copy of it (`of` is another object then) does not. */
type Composed = { [ready]?: { of: object; lasting: object; name: string; part: object; now: object } }

const fields = new WeakMap<object, Buffer>()

/** The fields of an object that never changes (and holds some), as JSON without its braces; made once for each object. */
function fieldsOf(lasting: object): Buffer {
  const known = fields.get(lasting)
  if (known) return known
  const made = Buffer.from(JSON.stringify(lasting).slice(1, -1))
  fields.set(lasting, made)
  return made
}

/**
 * Remembers how an object's JSON is put together, so that writing it in a list costs little: the fields of `lasting`,
 * which is kept somewhere and never changed; then `name`, which is such an object too; then what is true `now`.
 */
export function composed<T extends object>(value: T, lasting: object, [name, part]: [string, object], now: object): T {
  const known: T & Composed = value
  known[ready] = { of: value, lasting, name, part, now }
  return value
}

function piecesOf(item: unknown): Buffer[] {
  const known = typeof item === 'object' && item !== null ? (item as Composed)[ready] : undefined
  if (known?.of !== item || known === undefined) return [Buffer.from(JSON.stringify(item) ?? 'null')]
  const between = Buffer.from(`,"${known.name}":{`)
  const end = Buffer.from(`},${JSON.stringify(known.now).slice(1)}`)
  return [BEGIN, fieldsOf(known.lasting), between, fieldsOf(known.part), end]
}

const [BEGIN, COMMA, OPEN, CLOSE] = ['{', ',', '[', ']'].map((sign) => Buffer.from(sign)) as [Buffer, Buffer, Buffer, Buffer]

/** A list as JSON; what was {@link composed} is not written anew. */
export function listAsJson(items: readonly unknown[]): Buffer {
  const pieces = [OPEN]
  for (const item of items) {
    if (pieces.length > 1) pieces.push(COMMA)
    pieces.push(...piecesOf(item))
  }
  pieces.push(CLOSE)
  return Buffer.concat(pieces)
}
