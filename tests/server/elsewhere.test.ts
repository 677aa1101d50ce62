import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Arrival } from '../../shared/api/elsewhere.ts'
import { allow as allowAt, pathOf } from '../support/allow.ts'
import { createClient } from '../support/client.ts'
import { startPeer } from '../support/evil-peer.ts'
import { follow, say } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'
import { eventually } from '../support/servers.ts'

const ELSEWHERE = '/api/community/v1/elsewhere'
let here: TestServer
let home: TestServer
let bo: Person
let cy: Person

beforeAll(async () => {
  const settings = { FEDERATION_ALLOW_LOOPBACK: '1' }
  here = await startServer(settings)
  home = await startServer(settings)
  bo = await home.signUp('bo')
  cy = await home.signUp('cy')
})
afterAll(async () => {
  await here.stop()
  await home.stop()
})

/** A browser with nothing in it. */
const browser = (server: TestServer) => createClient(server.url, { origin: server.url })

const allow = (person: Person, address: string) => allowAt(home, person, address)

const begin = async (client: ReturnType<typeof browser>, purpose = 'visit', server = home.url) =>
  client.post<{ url: string }>(`${ELSEWHERE}/sign-in`, { server, purpose })

describe('a person from elsewhere', () => {
  test('signs in with their own server, which lets us know who they are and nothing more', async () => {
    const theirs = browser(here)
    const { body } = await begin(theirs, 'visit', `@bo@${new URL(home.url).host}`)
    const asked = new URL(body.url).searchParams
    expect(asked.get('scope')).toBe('profile')
    expect(asked.get('code_challenge_method')).toBe('S256')
    const back = await allow(bo, body.url)
    expect(back).toContain(`${here.url}/elsewhere/back/${encodeURIComponent(new URL(home.url).host)}?`)
    const came = await theirs.get(pathOf(back))
    expect(came.headers.get('location')).toBe('/elsewhere')
    const { body: guest } = await theirs.get(`${ELSEWHERE}/guest`)
    expect(guest).toMatchObject({ acct: `bo@${new URL(home.url).host}`, uri: `${home.url}/ap/users/${bo.id}` })
    const tokens = home.ctx.db
      .prepare('SELECT count(*) FROM tokens WHERE account_id = ? AND app_id IS NOT NULL')
      .pluck()
      .get(bo.accountId)
    expect(tokens).toBe(0)
  })

  test('can do nothing else here, and leaves again', async () => {
    const theirs = browser(here)
    const { body } = await begin(theirs)
    await theirs.get(pathOf(await allow(bo, body.url)))
    for (const path of ['/api/v1/timelines/home', '/api/v1/notifications', '/api/v1/accounts/verify_credentials'])
      expect((await theirs.get(path)).status).toBe(401)
    expect((await theirs.post('/api/v1/statuses', { status: 'hello' })).status).toBe(401)
    expect((await theirs.delete(`${ELSEWHERE}/guest`)).status).toBe(200)
    expect((await theirs.get(`${ELSEWHERE}/guest`)).status).toBe(404)
  })

  test('is not signed in by what another browser began, nor twice by the same', async () => {
    const [first, second] = [browser(here), browser(here)]
    const { body } = await begin(first)
    const back = pathOf(await allow(bo, body.url))
    expect((await second.get(back)).headers.get('location')).toContain('problem=expired')
    expect((await first.get(back)).headers.get('location')).toBe('/elsewhere')
    expect((await first.get(back)).headers.get('location')).toContain('problem=expired')
  })

  test('whom one server sent on to another is not signed in by the first', async () => {
    const theirs = browser(here)
    const back = await allow(bo, (await begin(theirs)).body.url)
    const mixed = pathOf(back).replace(/back\/[^?]+/, 'back/other.example')
    expect((await theirs.get(mixed)).headers.get('location')).toContain('problem=expired')
    expect((await theirs.get(`${ELSEWHERE}/guest`)).status).toBe(404)
  })

  test('who says no is told so, and too late is too late', async () => {
    const theirs = browser(here)
    const state = new URL((await begin(theirs)).body.url).searchParams.get('state')
    const host = encodeURIComponent(new URL(home.url).host)
    const denied = await theirs.get(`/elsewhere/back/${host}?error=access_denied&state=${state}`)
    expect(denied.headers.get('location')).toContain('problem=denied')
    const late = await begin(theirs)
    const back = pathOf(await allow(bo, late.body.url))
    await here.advance('PT20M')
    expect((await theirs.get(back)).headers.get('location')).toContain('problem=expired')
  })

  test('is asked for a server that is one', async () => {
    const theirs = browser(here)
    for (const server of ['', 'word', here.url, 'https://unknown.invalid'])
      expect((await begin(theirs, 'visit', server)).status).toBe(422)
  })

  test('is known at their server as one program, made once', () => {
    const apps = home.ctx.db.prepare('SELECT count(*) FROM apps WHERE website = ?').pluck().get(here.url)
    expect(apps).toBe(1)
    const kept = here.ctx.db.prepare('SELECT client_secret FROM remote_apps').pluck().all()
    expect(kept).toHaveLength(1)
    expect(Buffer.isBuffer(kept[0])).toBe(true)
  })
})

describe('moving in', () => {
  test('brings follows, mutes, blocks, servers, bookmarks and the profile, and says what could not come', async () => {
    const [dan, eve] = [await home.signUp('dan'), await home.signUp('eve')]
    await follow(bo, cy)
    await bo.api.post(`/api/v1/accounts/${dan.id}/mute`)
    await bo.api.post(`/api/v1/accounts/${eve.id}/block`)
    await bo.api.post('/api/v1/domain_blocks', { domain: 'bad.example' })
    const post = await say(cy, 'Bread at six')
    await bo.api.post(`/api/v1/statuses/${post.id}/bookmark`)
    await bo.api.patch('/api/v1/accounts/update_credentials', { display_name: 'Bo of the bakery', note: 'I bake.' })
    home.ctx.db
      .prepare(`INSERT INTO accounts (id, uri, username, username_key, domain, created_at, joined_at)
      VALUES (77, 'https://gone.invalid/u', 'gus', 'gus', 'gone.invalid', 0, 0)`)
      .run()
    home.ctx.db
      .prepare('INSERT INTO follows (id, account_id, target_id, created_at) VALUES (78, ?, 77, 0)')
      .run(bo.accountId)

    const newBo = await here.signUp('bo')
    await newBo.api.patch('/api/v1/accounts/update_credentials', {
      fields_attributes: [{ name: 'Shift', value: 'Nights' }],
    })
    const { body } = await newBo.browser.post<{ url: string }>(`${ELSEWHERE}/sign-in`, {
      server: home.url,
      purpose: 'move_in',
    })
    const back = await allow(bo, body.url)
    expect((await newBo.browser.get(pathOf(back))).headers.get('location')).toBe('/settings/moving')
    for (const server of [here, home]) await server.advance('PT15M')
    const [arrival] = (await newBo.browser.get<Arrival[]>('/api/community/v1/arrivals')).body
    expect(arrival?.finished_at).not.toBe(null)
    expect(arrival?.failures).toMatchObject([{ part: 'follows', what: 'gus@gone.invalid' }])

    const host = new URL(home.url).host
    const relationTo = async (name: string) => {
      const found = (await newBo.api.get(`/api/v1/accounts/lookup?acct=${name}@${host}`)).body
      return (await newBo.api.get(`/api/v1/accounts/relationships?id[]=${found.id}`)).body[0]
    }
    const follows = await relationTo('cy')
    expect(follows.requested || follows.following).toBe(true)
    expect((await relationTo('dan')).muting).toBe(true)
    expect((await relationTo('eve')).blocking).toBe(true)
    expect((await newBo.api.get('/api/v1/domain_blocks')).body).toEqual(['bad.example'])
    expect((await newBo.api.get('/api/v1/bookmarks')).body[0].content).toContain('Bread at six')
    const me = (await newBo.api.get('/api/v1/accounts/verify_credentials')).body
    expect([me.display_name, me.source.note]).toEqual(['Bo of the bakery', 'I bake.'])
    // what the old profile has none of stays as it is here
    expect(me.source.fields).toMatchObject([{ name: 'Shift', value: 'Nights' }])
    const tokens = home.ctx.db
      .prepare('SELECT count(*) FROM tokens WHERE account_id = ? AND app_id IS NOT NULL')
      .pluck()
      .get(bo.accountId)
    expect(tokens).toBe(0)
    expect(here.ctx.db.prepare('SELECT token FROM arrivals').pluck().all()).toEqual([null])
  })

  test('goes on where it stopped once the old server answers again, and nothing that it allowed is left open', async () => {
    const again = await here.signUp('again')
    const other = await home.signUp('other_self')
    const come = async (who: Person) => {
      const back = pathOf(await allow(who, (await begin(again.browser, 'move_in')).body.url))
      expect((await again.browser.get(back)).headers.get('location')).toBe('/settings/moving')
    }
    const arrivals = async () => (await again.browser.get<Arrival[]>('/api/community/v1/arrivals')).body
    const allowed = (who: Person) =>
      home.ctx.db
        .prepare('SELECT count(*) FROM tokens WHERE account_id = ? AND app_id IS NOT NULL')
        .pluck()
        .get(who.accountId)
    // as while the old server is down: what is begun waits
    const stuck = async (begins: () => Promise<unknown>) => {
      here.ctx.db.exec(
        `CREATE TEMP TRIGGER down BEFORE INSERT ON jobs WHEN NEW.kind = 'runArrival' BEGIN SELECT RAISE(IGNORE); END`,
      )
      await begins()
      here.ctx.db.exec(`DROP TRIGGER down; UPDATE arrivals SET problem = 'unreachable' WHERE finished_at IS NULL`)
    }
    await stuck(() => come(bo))
    // another old account takes nothing from the first one
    await come(other)
    await here.advance('PT1M')
    expect((await arrivals()).map(({ problem, finished_at }) => [problem, finished_at !== null])).toEqual([
      [null, true],
      ['unreachable', false],
    ])
    await come(bo)
    expect(await arrivals(), 'the same one is not begun twice').toHaveLength(2)
    for (const server of [here, home]) await server.advance('PT15M')
    expect((await arrivals()).every(({ finished_at }) => finished_at !== null)).toBe(true)
    expect([allowed(bo), allowed(other)]).toEqual([0, 0])

    // what nobody takes up again is forgotten, and given back first
    await stuck(() => come(bo))
    const [left] = await arrivals()
    expect([allowed(bo), left?.problem]).toEqual([1, 'unreachable'])
    await stuck(() => again.browser.post(`/api/community/v1/arrivals/${left?.id}/resume`))
    here.ctx.db.prepare('UPDATE arrivals SET created_at = 0 WHERE finished_at IS NULL').run()
    for (const server of [here, home]) await server.advance('PT2H')
    expect(allowed(bo)).toBe(0)
    expect((await arrivals()).map(({ id }) => id)).not.toContain(left?.id)
  })

  test('looks once more for whose server did not answer: no block and no follow is lost by a bad minute', async () => {
    const late = await startPeer('127.0.0.7', here.ctx.now)
    const zoe = home.ctx.newId()
    home.ctx.db
      .prepare(`INSERT INTO accounts (id, uri, username, username_key, domain, created_at, joined_at)
        VALUES (?, ?, 'zoe', 'zoe', ?, 0, 0)`)
      .run(zoe, `${late.url}/users/zoe`, late.host)
    const zed = await home.signUp('zed')
    await zed.api.post(`/api/v1/accounts/${zoe}/block`)
    const newZed = await here.signUp('zed')
    const back = await allow(zed, (await begin(newZed.browser, 'move_in')).body.url)
    await newZed.browser.get(pathOf(back))
    await here.advance('PT1M')
    const arrival = async () => (await newZed.browser.get<Arrival[]>('/api/community/v1/arrivals')).body[0]
    expect(await arrival()).toMatchObject({ finished_at: null, failures: [] })
    late.actor('zoe')
    for (const server of [here, home]) await server.advance('PT15M')
    expect(await arrival()).toMatchObject({ finished_at: expect.any(String), failures: [] })
    expect((await newZed.api.get('/api/v1/blocks')).body).toMatchObject([{ acct: `zoe@${late.host}` }])
    await late.stop()
  })

  test('goes no further for somebody who logged out, or who was locked out meanwhile', async () => {
    const gone = await here.signUp('gone')
    const back = pathOf(await allow(bo, (await begin(gone.browser, 'move_in')).body.url))
    await gone.browser.delete('/auth/session')
    expect((await gone.browser.get(back)).headers.get('location')).toContain('problem=expired')

    const frozen = await here.signUp('frozen')
    const arrived = pathOf(await allow(bo, (await begin(frozen.browser, 'move_in')).body.url))
    expect((await frozen.browser.get(arrived)).headers.get('location')).toBe('/settings/moving')
    here.ctx.db.prepare('UPDATE members SET disabled_at = 1 WHERE account_id = ?').run(frozen.accountId)
    await here.advance('PT1M')
    const came =
      'SELECT problem, (SELECT count(*) FROM blocks WHERE account_id = @id) FROM arrivals WHERE account_id = @id'
    expect(here.ctx.db.prepare(came).raw().get({ id: frozen.accountId })).toEqual(['refused', 0])
  })

  test('is for members, and nobody sees another’s', async () => {
    const theirs = browser(here)
    expect((await begin(theirs, 'move_in')).status).toBe(403)
    const other = await here.signUp('other')
    expect((await other.browser.get('/api/community/v1/arrivals')).body).toEqual([])
  })
})

describe('moving out', () => {
  test('needs the account elsewhere to say that it is oneself, and leaves a notice', async () => {
    const leaver = await here.signUp('lea')
    const [fan, tired] = [await here.signUp('fan'), await here.signUp('tired')]
    await follow(fan, leaver)
    await tired.api.post(`/api/v1/accounts/${leaver.id}/block`)
    const there = await home.signUp('lea')
    const acct = `lea@${new URL(home.url).host}`
    const moving = (more = {}) =>
      leaver.browser.post('/api/community/v1/move', { acct, password: 'a lantern in the reading room', ...more })
    expect((await moving({ password: 'wrong' })).status).toBe(422)
    const early = await moving()
    expect([early.status, early.body.error]).toEqual([422, expect.stringContaining('Name this account there first')])

    const alias = await there.browser.post('/api/community/v1/aliases', { acct: `lea@${new URL(here.url).host}` })
    expect(alias.body).toMatchObject([{ uri: `${here.url}/ap/users/${leaver.id}` }])
    const moved = await moving()
    expect([moved.status, moved.body]).toMatchObject([200, { moved: { acct } }])
    expect((await here.visitor.get(`/api/v1/accounts/${leaver.id}`)).body.moved.acct).toBe(acct)
    expect((await moving()).status).toBe(409)
    // who is here follows there, and who shut them out does so still
    await here.advance('PT1S')
    const gone = (await fan.api.get(`/api/v1/accounts/lookup?acct=${acct}`)).body.id
    const stands = async (person: Person) =>
      (await person.api.get(`/api/v1/accounts/relationships?id[]=${gone}&id[]=${leaver.id}`)).body
    await eventually(async () => (await stands(fan))[0].following, 'the follow')
    expect((await stands(fan))[1].following).toBe(false)
    expect((await stands(tired))[0]).toMatchObject({ blocking: true, note: expect.stringContaining('lea') })
    await leaver.browser.delete('/api/community/v1/move')
    expect((await here.visitor.get(`/api/v1/accounts/${leaver.id}`)).body.moved).toBeFalsy()
    // nobody drives their followers to and fro by taking the notice away
    expect((await moving()).status).toBe(409)
    expect((await leaver.browser.delete('/api/community/v1/move')).status).toBe(404)
  })
})
