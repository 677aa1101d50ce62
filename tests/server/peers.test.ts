import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Peer, PeerPage, PeerTimeline } from '../../shared/api/peers.ts'
import { knowPerson, letFollow } from '../support/elsewhere.ts'
import { say } from '../support/masto.ts'
import { json, type OtherServer, startOther } from '../support/other-server.ts'
import { photo } from '../support/pictures.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'
import { eventually } from '../support/servers.ts'

type Instance = { title: string; description: string; rules: { text: string; hint: string }[] }

let here: TestServer
let there: TestServer
let ann: Person
let older: OtherServer
let strange: OtherServer
const host = () => new URL(there.url).host

beforeAll(async () => {
  here = await startServer({ FEDERATION_ALLOW_LOOPBACK: '1' })
  there = await startServer({ FEDERATION_ALLOW_LOOPBACK: '1' })
  ann = await here.signUp('ann')
  const bo = await there.signUp('bo')
  await there.signUp('olive', { roles: ['owner'] })
  await say(bo, 'Bread is ready <at the commons>', { spoiler_text: 'food' })
  await say(bo, 'For us alone', { local_only: true })
  older = await startOther((request, response) => {
    if (request.url?.startsWith('/api/v1/instance')) {
      const rules = [{ id: '1', text: 'Be <b>kind</b>' }]
      const stats = { user_count: 12, status_count: 99, domain_count: 3 }
      const description = '<p>Old</p><script>alert(1)</script><p>but good</p>'
      const contact_account = { acct: 'olga', display_name: 'Olga' }
      return json(response, {
        ...{ title: 'Older', version: '2.7.2 (compatible; Pleroma 2.5.0)', description, stats, rules, contact_account },
      })
    }
    response.writeHead(404, { 'Content-Type': 'text/html' }).end('<h1>no</h1>')
  })
  strange = await startOther((request, response) => {
    if (request.url === '/.well-known/nodeinfo') {
      const rel = 'http://nodeinfo.diaspora.software/ns/schema/2.0'
      return json(response, { links: [{ rel, href: `${strange.url}/nodeinfo/2.0` }] })
    }
    if (request.url === '/nodeinfo/2.0') {
      const usage = { users: { total: 7, activeMonth: 2 }, localPosts: 40 }
      return json(response, { software: { name: 'lemmy', version: '0.19' }, usage, metadata: { nodeName: 'Strange' } })
    }
    response.writeHead(404).end()
  })
  letFollow(here, ann.accountId, knowPerson(here, 'bo', host(), there.url))
  letFollow(here, knowPerson(here, 'olga', older.host, older.url), ann.accountId)
  knowPerson(here, 'sam', strange.host, strange.url)
})
afterAll(async () => {
  older.stop()
  strange.stop()
  await here.stop()
  await there.stop()
})

const peerOf = async (person: Person, domain: string) =>
  (await person.browser.get<PeerPage>(`/api/community/v1/peers/${domain}`)).body

describe('the servers that this community is connected with', () => {
  test('are as many as the about page says', async () => {
    const { body } = await here.visitor.get<Peer[]>('/api/community/v1/peers')
    const about = (await here.visitor.get('/api/community/v1/about')).body
    expect(body.map(({ domain }) => domain)).toEqual([host(), older.host, strange.host].sort())
    expect(about.stats.peers).toBe(body.length)
    expect((await here.visitor.get<string[]>('/api/v1/instance/peers')).body).toHaveLength(body.length)
  })

  test('come page by page, and by the beginning of a name', async () => {
    const first = await ann.browser.get<Peer[]>('/api/community/v1/peers?limit=2')
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? ''
    const second = await ann.browser.get<Peer[]>(next.replace(here.url, ''))
    expect([...first.body, ...second.body].map(({ domain }) => domain)).toHaveLength(3)
    expect((await ann.browser.get<Peer[]>(`/api/community/v1/peers?q=${host()}`)).body).toHaveLength(1)
    expect((await ann.browser.get<Peer[]>('/api/community/v1/peers?q=nowhere')).body).toEqual([])
  })

  test('tell members how many follow people there, and visitors not', async () => {
    const { body } = await ann.browser.get<Peer[]>('/api/community/v1/peers')
    const of = (domain: string) => body.find((peer) => peer.domain === domain)
    expect([of(host())?.members_following, of(host())?.followers_there]).toEqual([1, 0])
    expect([of(older.host)?.members_following, of(older.host)?.followers_there]).toEqual([0, 1])
    // each is asked what it is because a member looked
    await eventually(async () => {
      const now = (await ann.browser.get<Peer[]>('/api/community/v1/peers')).body
      return now.every(({ software }) => software !== null)
    }, 'what each of them runs')
    const [seen] = (await here.visitor.get<Peer[]>('/api/community/v1/peers')).body
    expect([seen?.members_following, seen?.deliveries]).toEqual([null, null])
  })
})

describe('the page of a server', () => {
  test('of ours is read by Mastodon’s newer entity', async () => {
    const page = await peerOf(ann, host())
    expect([page.api, page.problem]).toEqual(['v2', null])
    const said = (await there.visitor.get<Instance>('/api/v2/instance')).body
    expect(page.about?.rules.map((rule) => rule.split('\n')[0])).toEqual(said.rules.map(({ text }) => text))
    const explained = said.rules.findIndex(({ hint }) => hint !== '')
    const [firstLine = ''] = said.rules[explained]?.hint.split('\n') ?? []
    expect(page.about?.rules[explained]).toContain(firstLine)
    expect(page.about).toMatchObject({
      title: said.title,
      description: said.description,
      administrators: [{ acct: `olive@${host()}`, name: expect.any(String) }],
      registrations: true,
      posts: 2,
    })
    expect([page.software, page.users, page.about?.active_month]).toEqual(['left-community', 2, 2])
  })

  test('that knows the older one alone is read by that, and no HTML of it comes through', async () => {
    const page = await peerOf(ann, older.host)
    expect([page.api, page.software, page.version, page.users]).toEqual(['v1', 'pleroma', '2.5.0', 12])
    expect(page.about?.description).toBe('Old\n\nbut good')
    expect(page.about?.rules).toEqual(['Be kind'])
    expect(page.about?.administrators).toEqual([{ acct: `olga@${older.host}`, name: 'Olga' }])
  })

  test('that knows neither is read by NodeInfo', async () => {
    const page = await peerOf(ann, strange.host)
    expect([page.api, page.software, page.users, page.about?.title]).toEqual(['nodeinfo', 'lemmy', 7, 'Strange'])
  })

  test('keeps what it said before when it does not answer', async () => {
    older.stop()
    await here.advance('P1D')
    const page = await peerOf(ann, older.host)
    expect([page.problem, page.about?.title]).toEqual(['unreachable', 'Older'])
  })

  test('is not there for a server that nobody here knows, and asks none for that', async () => {
    expect((await ann.browser.get('/api/community/v1/peers/unknown.example')).status).toBe(404)
    expect((await ann.browser.get(`/api/community/v1/peers/${host()}/..%2f..`)).status).toBe(404)
  })
})

describe('looking into a server', () => {
  const look = (domain: string, more = '') =>
    ann.browser.get<PeerTimeline>(`/api/community/v1/peers/${domain}/timeline${more}`)

  test('shows the public posts of its own people, as text, and follows nobody', async () => {
    const { body } = await look(host())
    expect(body.problem).toBe(null)
    expect(body.posts.map(({ text, spoiler_text: warning }) => [warning, text])).toEqual([
      ['food', 'Bread is ready <at the commons>'],
    ])
    expect(body.posts[0]?.author.acct).toBe(`bo@${host()}`)
    expect((await ann.browser.get(`/api/v1/accounts/${ann.id}`)).body.following_count).toBe(1)
  })

  test('shows its pictures through our own server, and goes on to older ones', async () => {
    const picture = await photo(200, 100)
    const status = (id: string, more = {}) => ({
      ...{ id, uri: `https://x.example/${id}`, created_at: '2026-11-01T10:00:00.000Z', content: `<p>${id}</p>` },
      ...{ spoiler_text: '', visibility: 'public', account: { acct: 'gus', url: 'https://x.example/@gus' }, ...more },
    })
    const gallery = await startOther((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://x.example')
      if (pathname === '/one.jpg') return response.writeHead(200, { 'Content-Type': 'image/jpeg' }).end(picture)
      const media = [{ type: 'image', description: 'A hill', preview_url: `${gallery.url}/one.jpg` }]
      if (searchParams.get('max_id') === '7') return json(response, [status('6')])
      if (searchParams.get('max_id') === '6') return json(response, [])
      // the last of the page is for nobody but its author, and still says where the page ends
      const page = [status('9', { media_attachments: media, sensitive: true }), status('7', { visibility: 'private' })]
      return json(response, page)
    })
    knowPerson(here, 'gus', gallery.host, gallery.url)
    const { body } = await look(gallery.host)
    expect([body.posts.map(({ id }) => id), body.next, body.posts[0]?.sensitive]).toEqual([['9'], '7', true])
    const [shown] = body.posts[0]?.media ?? []
    expect(shown?.preview).toContain(`${here.url}/proxy/looked/`)
    const got = await fetch(String(shown?.preview))
    expect([got.status, got.headers.get('content-type')]).toEqual([200, 'image/webp'])
    const changed = String(shown?.preview).replace(/.{4}$/, 'AAAA')
    expect((await fetch(changed)).status, 'nobody can make such an address').toBe(404)
    const olderThan = async (id: string) => (await look(gallery.host, `?max_id=${id}`)).body
    expect((await olderThan('7')).posts.map(({ id }) => id)).toEqual(['6'])
    expect(await olderThan('6')).toEqual({ problem: null, posts: [], next: null })
    await here.advance('PT2H')
    expect((await fetch(String(shown?.preview))).status, 'it holds for a while').toBe(404)
    gallery.stop()
  })

  test('says where it does not speak this language', async () => {
    expect((await look(strange.host)).body).toEqual({ problem: 'incompatible', posts: [], next: null })
  })

  test('is for members', async () => {
    expect((await here.visitor.get(`/api/community/v1/peers/${host()}/timeline`)).status).toBe(401)
  })
})
