import type { ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOutbound } from '../../server/core/fetch/outbound.ts'
import { fetchDocument } from '../../server/federation/net/fetch-document.ts'
import { type Actor, activity, headersOf, type Peer, PUBLIC } from '../support/evil-peer.ts'
import { type Fed, type FedWithEve, startFed, startFedWithEve } from '../support/federation.ts'

let all: FedWithEve
let fed: Fed
let evil: Peer
let eve: Actor
beforeAll(async () => {
  all = await startFedWithEve()
  ;({ fed, evil, eve } = all)
})
afterAll(() => all.stop())

const find = async (q: string) =>
  (await fed.alice.api.get(`/api/v2/search?resolve=true&q=${encodeURIComponent(q)}`)).body
const decide = (domain: string, what: 'cut_off' | 'no_media' | 'hidden' | 'no_reports') =>
  fed.server.ctx.db
    .prepare(`INSERT INTO domain_decisions (id, domain, ${what}, decided_at) VALUES (?, ?, 1, 0)`)
    .run(fed.server.ctx.newId(), domain)
const undecide = () => fed.server.ctx.db.prepare('DELETE FROM domain_decisions').run()

describe('11 SSRF', () => {
  const inner = [
    'http://10.0.0.1/x',
    'http://[::1]/x',
    'http://169.254.169.254/latest',
    'http://0.0.0.0/x',
    'http://[::ffff:10.0.0.1]/x',
  ]
  test.each(inner)('what is not public is never asked: %s', async (address) => {
    expect(await fetchDocument(fed.server.ctx, address)).toEqual({ missing: 'unreachable' })
    expect(await find(address)).toMatchObject({ accounts: [], statuses: [] })
  })

  test('nor behind a redirect, a name that lies, or without the switch for trials', async () => {
    evil.pages.set(
      '/away',
      (_request, response) => void response.writeHead(302, { location: 'http://10.0.0.1/x' }).end(),
    )
    expect(await fetchDocument(fed.server.ctx, `${evil.url}/away`)).toEqual({ missing: 'unreachable' })
    const lying = createOutbound({ allowLoopback: false, publicUrl: 'https://left.example' }, (_name, found) =>
      found(null, [{ address: '127.0.0.1', family: 4 }]),
    )
    const ctx = { ...fed.server.ctx, outbound: lying }
    expect(await fetchDocument(ctx, 'https://rebinding.example/x')).toEqual({ missing: 'unreachable' })
    expect(await fetchDocument(ctx, `${evil.url}/users/eve`)).toEqual({ missing: 'unreachable' })
    await lying.close()
  })

  test('a key, an author or a parent at such an address is not asked for either', async () => {
    const sent = activity(
      eve,
      'Create',
      eve.note({ inReplyTo: 'http://10.0.0.1/post', attachment: [{ type: 'Image', url: 'http://10.0.0.1/a.png' }] }),
    )
    expect((await eve.send(fed.inbox, sent, { keyId: 'http://10.0.0.1/key' })).status).toBe(401)
    expect((await eve.send(fed.inbox, sent)).status).toBe(202)
    await fed.server.advance('PT1S')
    expect((await fed.alice.api.get('/api/v1/timelines/home')).status).toBe(200)
  })

  test('nor is a picture, or an inbox whose name came to mean something else', async () => {
    const address = 'http://169.254.169.254/latest'
    const pictured = eve.note({ attachment: [{ type: 'Image', mediaType: 'image/png', url: address }] })
    await eve.send(fed.inbox, activity(eve, 'Create', pictured))
    const { body } = await fed.alice.api.get(`/api/v1/statuses/${fed.postAt(pictured.id)?.id}`)
    const { pathname } = new URL(body.media_attachments[0].url)
    expect((await fed.server.visitor.get(pathname)).status).toBe(404)
    // an actor says where they are reached only on their own server; who owns its name may turn that later
    const ina = evil.actor('ina', { inbox: 'http://169.254.169.254/inbox' })
    expect((await find(ina.uri)).accounts).toEqual([])
    const { db } = fed.server.ctx
    const turn = (shared: string | null, inbox: string) =>
      db.prepare('UPDATE remote_actors SET shared_inbox = ?, inbox = ? WHERE url LIKE ?').run(shared, inbox, '%@eve')
    turn(null, 'http://169.254.169.254/inbox')
    const told = await fed.alice.api.post('/api/v1/statuses', { status: `@eve@${evil.host} hello` })
    await fed.server.advance('PT1S')
    const ways = db.prepare('SELECT host, result FROM delivered WHERE status_id = ?').all(told.body.id)
    expect(ways).toEqual([{ host: evil.host, result: 'refused' }])
    turn(`${evil.url}/inbox`, `${eve.uri}/inbox`)
  })
})

test('12 slow or endless responses end by themselves, and others are answered meanwhile', async () => {
  let timer: NodeJS.Timeout | undefined
  evil.pages.set('/endless', (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/activity+json' })
    timer = setInterval(() => response.write('x'.repeat(100_000)), 2)
    response.on('close', () => clearInterval(timer))
  })
  const started = Date.now()
  const endless = fetchDocument(fed.server.ctx, `${evil.url}/endless`)
  expect((await fed.alice.api.get('/api/v1/timelines/home')).status).toBe(200)
  expect(await endless).toEqual({ missing: 'unreachable' })
  expect(Date.now() - started).toBeLessThan(15_000)
  evil.pages.set('/silent', () => undefined)
  expect(await fetchDocument(fed.server.ctx, `${evil.url}/silent`)).toEqual({ missing: 'unreachable' })
  expect(Date.now() - started).toBeLessThan(19_000)
})

test('13 content-type confusion: what somebody uploaded is no person and no post', async () => {
  const note = eve.note({ content: '<p>From an upload</p>' })
  for (const type of ['application/json', 'text/plain', 'application/ld+json', 'image/png', '']) {
    evil.pages.set(new URL(String(note.id)).pathname, (_request, response) => {
      response.writeHead(200, { 'content-type': type }).end(JSON.stringify(note))
    })
    await find(String(note.id))
    expect(fed.postAt(note.id)).toBeUndefined()
  }
})

test('16 HTML and XSS in content, names, fields, warnings, poll options and addresses', async () => {
  const evilHtml = `<p onclick="x()">A<script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">b</a><a href="https://ok.example" onmouseover="x()" style="color:red">c</a><iframe src="https://x.example"></iframe><svg onload="x()"></svg><math><mtext></math><span class="evil mention">d</span></p>`
  const ida = evil.actor('ida', {
    name: 'Ida <script>alert(1)</script>\u202e\n',
    summary: evilHtml,
    url: 'javascript:alert(1)',
    icon: { type: 'Image', url: 'javascript:alert(1)' },
    attachment: [{ type: 'PropertyValue', name: '<b>site</b>', value: '<a href="javascript:alert(1)" rel="me">x</a>' }],
  })
  await fed.befriend(fed.alice, ida, evil.host)
  const note = ida.note({
    type: 'Question',
    content: evilHtml,
    summary: '<img src=x onerror=alert(1)>Careful',
    url: 'javascript:alert(1)',
    oneOf: [
      { type: 'Note', name: '<script>1</script>' },
      { type: 'Note', name: 'two' },
    ],
    attachment: [
      { type: 'Image', url: 'javascript:alert(1)' },
      { type: 'Image', url: 'data:text/html,x' },
    ],
    tag: [{ type: 'Emoji', name: ':x:', icon: { url: 'javascript:alert(1)' } }],
  })
  await ida.send(fed.inbox, activity(ida, 'Create', note))
  const id = fed.postAt(note.id)?.id
  const { body } = await fed.alice.api.get(`/api/v1/statuses/${id}`)
  const { account } = body
  const bad = /<script|onclick|onerror|onmouseover|onload|javascript:|style=|<iframe|<svg|<img|class="evil/i
  for (const html of [body.content, account.note, account.fields[0].value]) expect(html).not.toMatch(bad)
  expect(body.content).toContain('<a href="https://ok.example" rel="nofollow noopener" target="_blank">c</a>')
  expect(body.spoiler_text).toBe('Careful')
  expect([body.url, account.url, account.avatar].join()).not.toContain('javascript:')
  expect(body.media_attachments).toEqual([])
  expect(body.emojis).toEqual([])
  const page = await fed.server.visitor.get(`/@${account.acct}/${id}`, { accept: 'text/html' })
  expect(page.text).not.toMatch(/<script>(1|alert)/)
  // deep or broken HTML never throws
  for (const content of [
    '<div>'.repeat(3000),
    '<math><mi//xlink:href="data:x,<script>',
    '<a href="https://[">x</a>',
    '<!--',
    '<p '.repeat(2000),
  ]) {
    const broken = ida.note({ content })
    expect((await ida.send(fed.inbox, activity(ida, 'Create', broken))).status).toBe(202)
    expect(fed.postAt(broken.id)).toBeDefined()
  }
})

test('18 blocked domain with its subdomains: inbound, boosts of it, keys, media, fetch; what was decided holds at once', async () => {
  const earlier = eve.note()
  await eve.send(fed.inbox, activity(eve, 'Create', earlier))
  decide('127.0.0.2', 'cut_off')
  const note = eve.note()
  expect((await eve.send(fed.inbox, activity(eve, 'Create', note))).status).toBe(401)
  for (const { id } of [note, earlier])
    await fed.bob.send(fed.inbox, activity(fed.bob, 'Announce', id, { to: [PUBLIC] }))
  await fed.server.advance('PT1S')
  expect(fed.postAt(note.id)).toBeUndefined()
  expect(fed.count('FROM statuses WHERE reblog_of_id = ?', fed.postAt(earlier.id)?.id)).toBe(0)
  const asked = evil.asked.length
  expect(await find(String(note.id))).toMatchObject({ statuses: [] })
  expect(await find(`@fresh@${evil.host}`)).toMatchObject({ accounts: [] })
  expect(evil.asked.length).toBe(asked)
  // nor does somebody else's server lead there
  const way = (_request: unknown, response: ServerResponse) =>
    void response.writeHead(302, { location: String(note.id) }).end()
  fed.peer.pages.set('/way', way)
  await find(`${fed.peer.url}/way`)
  expect(fed.postAt(note.id)).toBeUndefined()
  undecide()
  decide('127.0.0.2', 'no_media')
  const pictured = eve.note({ attachment: [{ type: 'Image', url: `${evil.url}/a.png`, mediaType: 'image/png' }] })
  await eve.send(fed.inbox, activity(eve, 'Create', pictured))
  expect(fed.count('FROM media WHERE status_id = ?', fed.postAt(pictured.id)?.id)).toBe(0)
  undecide()
  decide('127.0.0.2', 'hidden')
  const quiet = eve.note()
  await eve.send(fed.inbox, activity(eve, 'Create', quiet))
  expect(fed.count('FROM statuses WHERE uri = ? AND listed = 1', quiet.id)).toBe(0)
  undecide()
})

test('18 blocked domain: who is known by a handle of it is refused, wherever their actor lives', async () => {
  const zoe = evil.actor('zoe')
  await fed.befriend(fed.alice, zoe, evil.host)
  fed.server.ctx.db.prepare(`UPDATE accounts SET domain = 'split.example' WHERE uri = ?`).run(zoe.uri)
  decide('split.example', 'cut_off')
  const note = zoe.note()
  expect((await zoe.send(fed.inbox, activity(zoe, 'Create', note))).status).toBe(401)
  expect(fed.postAt(note.id)).toBeUndefined()
  undecide()
  decide('127.0.0.2', 'cut_off')
  expect((await zoe.send(fed.inbox, activity(zoe, 'Create', note))).status).toBe(401)
  expect(fed.postAt(note.id)).toBeUndefined()
  undecide()
  expect((await zoe.send(fed.inbox, activity(zoe, 'Create', note))).status).toBe(202)
})

/** Sends the same request so often through one connection, without waiting for answers; gives their statuses. */
function sendOften(url: URL, body: Buffer, { headers, times }: { headers: Record<string, string>; times: number }) {
  const lines = Object.entries({ ...headers, 'content-length': String(body.length) }).map((pair) => pair.join(': '))
  const one = Buffer.concat([Buffer.from(`POST ${url.pathname} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`), body])
  return new Promise<number[]>((resolve, reject) => {
    const socket = connect(Number(url.port), url.hostname)
    let text = ''
    socket.on('error', reject)
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
      const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status))
      if (statuses.length < times) return
      socket.destroy()
      resolve(statuses)
    })
    for (let n = 0; n < times; n += 1) socket.write(one)
  })
}

test('also: per-host limits hold before any signature is checked', async () => {
  const strict = await startFed({ RATE_LIMITS: 'on' })
  const url = new URL(strict.inbox)
  const body = Buffer.from('{}')
  const headers = headersOf({ url, body, signing: { keyId: 'https://many.example/key' }, actor: strict.bob })
  const statuses = await sendOften(url, body, { headers, times: 1510 })
  expect(statuses.filter((status) => status === 429)).toHaveLength(10)
  expect((await strict.bob.send(strict.inbox, activity(strict.bob, 'Create', strict.bob.note()))).status).toBe(202)
  await strict.stop()
})

test('also: whoever has many names has us ask for no more keys than anybody', async () => {
  const strict = await startFed({ RATE_LIMITS: 'on' })
  const { bob, inbox } = strict
  const say = (uri: string) =>
    bob.send(inbox, activity({ uri }, 'Like', 'https://x.example'), { keyId: `${uri}#main-key` })
  const answers: number[] = []
  for (let n = 1; n <= 140; n += 20) {
    const names = Array.from({ length: 20 }, (_one, more) => `http://127.0.1.${n + more}:1/users/x`)
    answers.push(...(await Promise.all(names.map(say))).map(({ status }) => status))
  }
  const count = (status: number) => answers.filter((one) => one === status).length
  expect([count(401), count(429)]).toEqual([120, 20])
  // who is known is heard, and everybody is a little later
  expect((await bob.send(inbox, activity(bob, 'Create', bob.note()))).status).toBe(202)
  await strict.server.advance('PT1M')
  expect((await say('http://127.0.2.1:1/users/x')).status).toBe(401)
  await strict.stop()
})
