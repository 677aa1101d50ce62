import type { RequestListener } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { insertArrival } from '../../server/peers/arrivals/queries.ts'
import { askPages, askPeer, isPeerId } from '../../server/peers/ask.ts'
import { appFor } from '../../server/peers/sign-in/app.ts'
import type { Arrival } from '../../shared/api/elsewhere.ts'
import { json, type OtherServer, startOther } from '../support/other-server.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
const others: OtherServer[] = []
beforeAll(async () => {
  server = await startServer({ FEDERATION_ALLOW_LOOPBACK: '1' })
})
afterEach(() => {
  for (const other of others.splice(0)) other.stop()
})
afterAll(() => server.stop())

async function other(answer: RequestListener, address?: string): Promise<OtherServer> {
  const made = await startOther(answer, address)
  others.push(made)
  return made
}

const instance = z.object({ title: z.string() })
const askInstance = (origin: string, token?: string) =>
  askPeer(server.ctx, { origin, token }, instance, (client) => client.v2.instance.fetch())

const page = z.array(z.object({ id: z.string() }))
const askTimeline = (origin: string, token?: string) =>
  askPages(server.ctx, { origin, token }, { form: page, pages: 3 }, (client) =>
    client.v1.timelines.public.list({ local: true }),
  )

describe('a peer that speaks Mastodon’s language', () => {
  test('is understood, and asked for nothing packed', async () => {
    const good = await other((_request, response) => json(response, { title: 'Friends' }))
    expect(await askInstance(good.url)).toEqual({ kind: 'said', value: { title: 'Friends' } })
    expect(good.asked[0]?.headers['accept-encoding']).toBe('identity')
  })

  test('is told in one text where people come back to, since not every server reads a list', async () => {
    const bodies: string[] = []
    const good = await other(async (request, response) => {
      for await (const chunk of request) bodies.push(String(chunk))
      json(response, { id: '1', name: 'x', client_id: 'an-id', client_secret: 'a-secret' })
    })
    expect(await appFor(server.ctx, good.host)).toMatchObject({ clientId: 'an-id' })
    expect(JSON.parse(bodies.join('')).redirect_uris).toBe(
      `${server.url}/elsewhere/back/${encodeURIComponent(good.host)}`,
    )
  })

  test('is read page by page, up to so many pages', async () => {
    let n = 0
    const long = await other((_request, response) => {
      n += 1
      json(response, [{ id: String(n) }], { Link: `<${long.url}/api/v1/timelines/public?max_id=${n}>; rel="next"` })
    })
    expect(await askTimeline(long.url)).toEqual({ kind: 'said', value: [{ id: '1' }, { id: '2' }, { id: '3' }] })
    expect(long.asked).toHaveLength(3)
  })

  test('whose list is longer than that is said to be, to those who move in from there', async () => {
    const mover = await server.signUp('mover')
    let n = 0
    const long = await other((request, response) => {
      if (!request.url?.startsWith('/api/v1/mutes')) return json(response, {}, {}, 404)
      n += 1
      const more = { Link: `<${long.url}/api/v1/mutes?max_id=${n}>; rel="next"` }
      return json(response, [{ id: n, acct: `nobody@${new URL(server.url).host}` }], more)
    })
    const arrival = { id: server.ctx.newId(), accountId: mover.accountId, host: long.host, now: server.ctx.now() }
    insertArrival(server.ctx.db, { ...arrival, acct: 'mover@old', remoteId: '1', token: null, stage: 'mutes' })
    server.ctx.queue.add('runArrival', { arrivalId: arrival.id })
    await server.advance('PT1M')
    const [came] = (await mover.browser.get<Arrival[]>('/api/community/v1/arrivals')).body
    expect(came?.failures.map(({ part, what, why }) => `${part}, ${what}: ${why}`)).toContain(
      'mutes, the rest: This list is longer than the 125 pages that we read.',
    )
    expect(n, 'one more is looked at, and none after it').toBe(126)
  })
})

describe('a peer that does not', () => {
  const asPage = { 'Content-Type': 'text/html' }
  test.each<[string, RequestListener, string]>([
    ['answers 200 with a page', (_, response) => response.writeHead(200, asPage).end('<h1>Hello</h1>'), 'incompatible'],
    ['answers 404 with a page', (_, response) => response.writeHead(404, asPage).end('<h1>No</h1>'), 'incompatible'],
    ['answers 502 with a page', (_, response) => response.writeHead(502, asPage).end('<h1>Bad</h1>'), 'unreachable'],
    ['answers 403 with a page', (_, response) => response.writeHead(403, asPage).end('<h1>Go</h1>'), 'refused'],
    ['answers 401 with JSON', (_, response) => json(response, { error: 'no' }, {}, 401), 'refused'],
    ['answers 204', (_, response) => response.writeHead(204).end(), 'incompatible'],
    [
      'answers JSON that breaks off',
      (_, response) => response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"title":'),
      'incompatible',
    ],
    ['answers another shape', (_, response) => json(response, ['title']), 'incompatible'],
    ['answers null', (_, response) => json(response, null), 'incompatible'],
    ['answers a word', (_, response) => json(response, 'title'), 'incompatible'],
    ['hangs up', (request) => request.socket.destroy(), 'unreachable'],
  ])('%s: it is known for what it is, and nothing throws', async (_name, answer, kind) => {
    const bad = await other(answer)
    expect(await askInstance(bad.url)).toEqual({ kind })
  })

  test('nobody listens', async () => {
    const gone = await other(() => undefined)
    gone.stop()
    expect(await askInstance(gone.url)).toEqual({ kind: 'unreachable' })
  })
})

describe('11: a peer that wants our server, or the member’s token, elsewhere', () => {
  test('a Link to another host is not followed, and the token goes to nobody but its own server', async () => {
    const thief = await other((_request, response) => json(response, [{ id: '9' }]), '127.0.0.2')
    const sly = await other((_request, response) =>
      json(response, [{ id: '1' }], { Link: `<http://x${`//${thief.host}/api`}>; rel="next"` }),
    )
    const answer = await askTimeline(sly.url, 'a-token')
    expect(thief.asked).toHaveLength(0)
    expect(answer.kind).not.toBe('said')
    expect(sly.asked[0]?.headers.authorization).toBe('Bearer a-token')
  })

  test('a redirect is not followed', async () => {
    const thief = await other((_request, response) => json(response, { title: 'Thief' }), '127.0.0.2')
    const sly = await other((_request, response) => response.writeHead(302, { Location: `${thief.url}/x` }).end())
    expect((await askInstance(sly.url, 'a-token')).kind).not.toBe('said')
    expect(thief.asked).toHaveLength(0)
  })

  test('a private address is not asked, outside trials', async () => {
    const inside = await other((_request, response) => json(response, { title: 'Inside' }))
    const real = await startServer({ FEDERATION_ALLOW_LOOPBACK: '' })
    for (const origin of [inside.url, inside.url.replace('http:', 'https:'), 'https://127.0.0.1', 'https://[::1]']) {
      const answer = await askPeer(real.ctx, { origin }, instance, (client) => client.v2.instance.fetch())
      expect(answer).toEqual({ kind: 'unreachable' })
    }
    expect(inside.asked).toHaveLength(0)
    await real.stop()
  })

  test('an id that is a path is none', () => {
    for (const id of ['../../oauth/revoke', '1/delete', '1?x=1', '', 'a'.repeat(65), '%2e%2e'])
      expect(isPeerId(id)).toBe(false)
    for (const id of ['110', '9sdfAb-_', 'AWk3']) expect(isPeerId(id)).toBe(true)
  })
})

describe('12: a peer that never ends', () => {
  test('a Link that points back is followed once', async () => {
    const loop = await other((_request, response) =>
      json(response, [{ id: '1' }], { Link: `<${loop.url}/api/v1/timelines/public?local=true>; rel="next"` }),
    )
    expect(await askTimeline(loop.url)).toEqual({ kind: 'said', value: [{ id: '1' }] })
    expect(loop.asked.length).toBeLessThan(3)
  })

  test('an endless body is cut off', async () => {
    let sent = 0
    const endless = await other((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' })
      const more = () => {
        sent += 65_536
        if (sent > 64 * 1024 * 1024 || response.destroyed) return response.end()
        response.write(' '.repeat(65_536), () => setImmediate(more))
      }
      more()
    })
    expect((await askInstance(endless.url)).kind).not.toBe('said')
    expect(sent).toBeLessThan(32 * 1024 * 1024)
  })

  test('a body that says that it is long is not read', async () => {
    const long = await other((_request, response) =>
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '99999999' }).end('{'),
    )
    expect((await askInstance(long.url)).kind).not.toBe('said')
  })

  test('a packed bomb is not unpacked', async () => {
    const bomb = gzipSync(Buffer.from(`{"title":"${'a'.repeat(20_000_000)}"}`))
    const packed = await other((_request, response) =>
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }).end(bomb),
    )
    expect((await askInstance(packed.url)).kind).not.toBe('said')
  })

  test('silence ends', async () => {
    const silent = await other(() => undefined)
    expect(await askInstance(silent.url)).toEqual({ kind: 'unreachable' })
  }, 15_000)
})
