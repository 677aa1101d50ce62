import { expect, test } from 'vitest'
import { readClaim } from '../../server/federation/crypto/verify.ts'
import { readActivity, readDocument } from '../../server/federation/vocab/activity.ts'
import { isThing, isWithin } from '../../server/federation/vocab/json.ts'
import { plainOf, sanitise } from '../../server/federation/vocab/words.ts'
import { activity } from '../support/evil-peer.ts'
import { startFed } from '../support/federation.ts'

/** How many inputs of each kind; the seed makes a failure come again. */
const INPUTS = Number(process.env.FUZZ_INPUTS ?? 1_000_000)
/** And how many go to a whole server. */
const ASKED = Math.max(300, Math.round(INPUTS / 100))
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_122)

/** Mulberry32: numbers from 0 to 1 that are the same for the same seed. */
function numbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const words = [
  'https://x.example/1',
  'https://x.example/2#k',
  'as:Public',
  'Note',
  'Create',
  'Question',
  'ChatMessage',
  'Page',
  'Link',
  'Person',
  '',
  '\u0000',
  '\ud800',
  '<p>x</p>',
  '<a href="javascript:1">',
  'x'.repeat(3000),
  '2026-13-45',
  '__proto__',
  'constructor',
]
const names = [
  'id',
  'type',
  'actor',
  'object',
  'to',
  'cc',
  'tag',
  'attachment',
  'url',
  'content',
  'contentMap',
  'summary',
  'oneOf',
  'anyOf',
  'endTime',
  'name',
  'attributedTo',
  'inReplyTo',
  'replies',
  'icon',
  'publicKey',
  'preferredUsername',
  'inbox',
  'endpoints',
  'published',
  'updated',
  'quote',
  'interactionPolicy',
  'orderedItems',
  'first',
  'next',
  '__proto__',
  'toString',
  'mediaType',
  'href',
  'focalPoint',
  'blurhash',
  'width',
]

/** A value of any shape. */
function anyValue(random: () => number, depth: number): unknown {
  const pick = <One>(list: readonly One[]) => list[Math.floor(random() * list.length)]
  const kind = random()
  if (depth <= 0 || kind < 0.45) return pick(words)
  if (kind < 0.55) return pick([0, -1, 1e308, Number.NaN, true, false, null, undefined, 42])
  if (kind < 0.7) return Array.from({ length: Math.floor(random() * 4) }, () => anyValue(random, depth - 1))
  return thingOf(random, depth)
}

function thingOf(random: () => number, depth: number): Record<string, unknown> {
  const thing: Record<string, unknown> = Object.create(null)
  for (let part = Math.floor(random() * 9); part >= 0; part -= 1) {
    thing[names[Math.floor(random() * names.length)] ?? 'id'] = anyValue(random, depth - 1)
  }
  return { ...thing }
}

test(`the reader takes or leaves ${INPUTS} seeded things, and never throws`, () => {
  const random = numbers(SEED)
  for (let count = 0; count < INPUTS; count += 1) {
    const thing = thingOf(random, 5)
    try {
      isWithin(thing)
      readActivity(thing)
      readDocument(thing)
    } catch (thrown) {
      throw new Error(`input ${count} of seed ${SEED}: ${JSON.stringify(thing)}`, { cause: thrown })
    }
  }
})

test(`the signature parser takes or leaves ${INPUTS} seeded headers, and never throws`, () => {
  const random = numbers(SEED + 1)
  const now = Date.now()
  const pieces = [
    'keyId="https://x.example/k"',
    'algorithm="rsa-sha256"',
    'headers="(request-target) host date digest"',
    'signature="AAAA"',
    ',',
    ';',
    '=',
    '"',
    '(',
    ')',
    'sig1=',
    ':AAAA:',
    '("@method" "@target-uri" "content-digest")',
    `;created=${Math.floor(now / 1000)}`,
    ';keyid="https://x.example/k"',
    ';alg="rsa-v1_5-sha256"',
    ' ',
    '\t',
    '\u00e9',
    '\u0000',
    'x'.repeat(500),
    ';expires=1',
    '"@authority"',
  ]
  const line = () =>
    Array.from({ length: Math.floor(random() * 9) }, () => pieces[Math.floor(random() * pieces.length)]).join(
      random() < 0.5 ? '' : ',',
    )
  const common = [
    'Host',
    'here.example',
    'Date',
    new Date(now).toUTCString(),
    'Digest',
    `SHA-256=${'A'.repeat(43)}=`,
    'Content-Digest',
    `sha-256=:${'A'.repeat(43)}=:`,
  ]
  for (let count = 0; count < INPUTS; count += 1) {
    const rawHeaders = [...common, 'Signature', line(), ...(random() < 0.5 ? ['Signature-Input', line()] : [])]
    const claim = readClaim(
      { method: 'POST', target: '/inbox', host: 'here.example', origin: 'https://here.example', rawHeaders },
      now,
    )
    if (claim) expect(claim.keyId).toMatch(/^https:/)
  }
})

const kinds = ['Create', 'Update', 'Delete', 'Follow', 'Accept', 'Reject', 'Undo', 'Announce', 'Like', 'Block', 'Add']
const rarer = ['Remove', 'Flag', 'Move', 'QuoteRequest', 'EmojiReact', 'View', '__proto__', 'constructor', 'toString']

test('an inbox answers whatever is signed rightly with 202 or 4xx', async () => {
  const fed = await startFed()
  const random = numbers(SEED + 3)
  const pick = <One>(list: readonly One[]) => list[Math.floor(random() * list.length)]
  const { body: mine } = await fed.alice.api.post('/api/v1/statuses', { status: 'Something to touch' })
  const note = fed.bob.note()
  const known = [mine.uri, note.id, fed.bob.uri, fed.uriOf(fed.alice), `${fed.bob.uri}/featured`, `${mine.uri}#x`]
  /** A thing some of whose parts lead to what is here. */
  const thing = (depth: number): Record<string, unknown> => {
    const made = thingOf(random, 3)
    for (const name of ['id', 'object', 'actor', 'attributedTo', 'inReplyTo', 'target', 'quote', 'instrument'])
      if (random() < 0.4) made[name] = depth > 0 && random() < 0.3 ? thing(depth - 1) : pick(known)
    if (random() < 0.6) made.type = pick([...kinds, 'Note', 'Question', 'ChatMessage', 'Page', 'Person', 'Tombstone'])
    return made
  }
  await fed.bob.send(fed.inbox, activity(fed.bob, 'Create', note))
  for (let count = 0; count < ASKED; count += 1) {
    const sent = activity(fed.bob, pick([...kinds, ...rarer]) ?? 'Create', random() < 0.3 ? pick(known) : thing(2))
    const more = random() < 0.5 ? thing(1) : {}
    const { status, text } = await fed.bob.send(fed.inbox, { ...more, ...sent })
    const isRight = status === 202 || (status >= 400 && status < 500)
    expect(isRight, `input ${count} of seed ${SEED}: ${status} ${text} ${JSON.stringify(sent).slice(0, 500)}`).toBe(
      true,
    )
  }
  expect((await fed.alice.api.get('/api/v1/timelines/home')).status).toBe(200)
  await fed.stop()
})

/** The quickest of some runs in ms of the processor, so that what else the machine does counts less. */
function quickest(work: () => unknown): number {
  const times = Array.from({ length: 4 }, () => {
    const begun = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(begun)
    return (user + system) / 1000
  })
  return Math.min(...times)
}

test('256 kB of anything are read within 50 ms', () => {
  const random = numbers(SEED + 2)
  const shapes = [
    () =>
      JSON.stringify({
        id: 'https://x.example/1',
        type: 'Create',
        actor: 'https://x.example/a',
        object: {
          id: 'https://x.example/n',
          type: 'Note',
          attributedTo: 'https://x.example/a',
          content: '<p>'.repeat(80_000),
        },
      }),
    () =>
      JSON.stringify({
        id: 'https://x.example/1',
        type: 'Create',
        actor: 'https://x.example/a',
        object: {
          id: 'https://x.example/n',
          type: 'Note',
          attributedTo: 'https://x.example/a',
          content: `${'<a href="'.repeat(20_000)}`,
        },
      }),
    () =>
      JSON.stringify({
        id: 'https://x.example/1',
        type: 'Create',
        actor: 'https://x.example/a',
        object: {
          id: 'https://x.example/n',
          type: 'Note',
          attributedTo: 'https://x.example/a',
          content: '&'.repeat(250_000),
          summary: '<'.repeat(1000),
        },
      }),
    () => `{"a":${'['.repeat(120_000)}${']'.repeat(120_000)}}`,
    () => `{${Array.from({ length: 9000 }, (_one, n) => `"key${n}":"${'x'.repeat(15)}"`).join()}}`,
    () => JSON.stringify(Array.from({ length: 400 }, () => thingOf(random, 6))),
  ]
  for (const [n, shape] of shapes.entries()) {
    const text = shape().slice(0, 256 * 1024)
    const readAll = () => {
      let value: unknown
      try {
        value = JSON.parse(text)
      } catch {
        return
      }
      if (isThing(value) && isWithin(value)) readActivity(value)
    }
    expect(quickest(readAll), `shape ${n}`).toBeLessThan(50)
  }
  for (const html of [
    '<math><mi//xlink:href="data:x,<script>',
    '<svg><![CDATA[',
    '<p '.repeat(30_000),
    '</'.repeat(50_000),
  ]) {
    expect(quickest(() => plainOf(sanitise(html)))).toBeLessThan(50)
  }
})
