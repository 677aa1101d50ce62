import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { Arrival } from '../../shared/api/elsewhere.ts'
import { tokenFor } from '../support/admin.ts'
import { allow, pathOf } from '../support/allow.ts'
import { createClient } from '../support/client.ts'
import { activity, type Doc, startPeer } from '../support/evil-peer.ts'
import { type Killable, startKillable } from '../support/killable.ts'
import { untilHealthy } from '../support/process.ts'
import { startServer } from '../support/server.ts'

/** More than two pages of those who go along, and of those who pause. */
const FOLLOWERS = 230
const MUTERS = 130
const PASSWORD = 'a lantern in the hall'

const open = ({ home }: Killable) => new Database(join(home, 'data/community.sqlite'), { timeout: 5000 })

/** People of ours who are there from the beginning; gives their numbers. */
function addPeople(db: Database.Database, names: readonly string[]): number[] {
  let next = Date.now() * 2048
  const add = db.prepare(
    'INSERT INTO accounts (id, username, username_key, created_at, joined_at) VALUES (@id, @name, @name, @now, @now)',
  )
  const put = (name: string) => {
    next += 1
    add.run({ id: next, name, now: Date.now() })
    return next
  }
  return db.transaction(() => names.map(put))()
}

type Progress = { all: number; step: number; count: () => number }

/** Kills the community each time so much more is done, until all of it is; gives how far it was each time. */
async function killBetween(here: Killable, { all, step, count }: Progress): Promise<number[]> {
  const moments: number[] = []
  let [before, now] = [0, 0]
  for (const until = Date.now() + 600_000; now < all && Date.now() < until; now = count()) {
    if (now >= before + step) {
      // it goes on before it answers, and is killed there too
      await here.again({ soon: true })
      before = now
      moments.push(now)
    }
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  await untilHealthy(here.server)
  return moments
}

const soonIs = (ask: () => unknown) => expect.poll(ask, { interval: 100, timeout: 300_000 })

const clock = (here: Killable) => createClient(here.server.url).post('/api/test/clock', { advance: 'PT6H' })

test('kill -9 in the midst of a move of hundreds takes everybody along once, and all who paused', async () => {
  const peer = await startPeer()
  const old = peer.actor('old')
  const target = peer.actor('target', { alsoKnownAs: [old.uri] })
  const here = await startKillable()
  const fern = createClient(here.server.url, { authorization: `Bearer ${await tokenFor(here.server, 'fern')}` })
  const { body } = await fern.get(`/api/v2/search?resolve=true&type=accounts&q=@old@${peer.host}`)
  const oldId = Number(body.accounts[0].id)
  const db = open(here)
  const people = addPeople(
    db,
    Array.from({ length: FOLLOWERS + MUTERS }, (_one, n) => `member${n}`),
  )
  const [followers, muters] = [people.slice(0, FOLLOWERS), people.slice(FOLLOWERS)]
  const follow = db.prepare('INSERT INTO follows (id, account_id, target_id, created_at) VALUES (?, ?, ?, 0)')
  const mute = db.prepare(
    'INSERT INTO mutes (id, account_id, target_id, notifications, created_at) VALUES (?, ?, ?, 1, 0)',
  )
  db.transaction(() => {
    for (const id of followers) follow.run(id + 10_000, id, oldId)
    for (const id of muters) mute.run(id + 10_000, id, oldId)
  })()
  const number = (sql: string) => Number(db.prepare(sql).pluck().get(target.uri))
  const to = '(SELECT id FROM accounts WHERE uri = ?)'
  const carried = () =>
    number(`SELECT (SELECT count(*) FROM follow_requests WHERE target_id = found.id)
      + (SELECT count(*) FROM mutes WHERE target_id = found.id) FROM (SELECT ${to} AS id) AS found`)
  const move = activity(old, 'Move', old.uri, { target: target.uri })
  expect((await old.send(`${here.server.url}/inbox`, move)).status).toBe(202)
  const moments = await killBetween(here, { all: FOLLOWERS + MUTERS, step: 1, count: carried })
  // it was cut with some over and some not, at several places
  expect(moments.length).toBeGreaterThanOrEqual(2)
  const waiting = db.prepare(
    `SELECT (SELECT count(*) FROM deliveries) + (SELECT count(*) FROM jobs WHERE kind IN ('carryOver', 'federate'))`,
  )
  await clock(here)
  await soonIs(() => waiting.pluck().get()).toBe(0)
  const column = (sql: string, id: number | string) => db.prepare(sql).pluck().all(id)
  expect(column(`SELECT account_id FROM follow_requests WHERE target_id = ${to} ORDER BY 1`, target.uri)).toEqual(
    followers,
  )
  expect(column(`SELECT account_id FROM mutes WHERE target_id = ${to} ORDER BY 1`, target.uri)).toEqual(muters)
  expect(column('SELECT account_id FROM follows WHERE target_id = ? ORDER BY 1', oldId)).toEqual([])
  // and their server heard of each once: what comes twice after a crash has the same name
  const heard = (type: string, of: Doc) => {
    const fits = ({ object, ...said }: Doc) =>
      said.type === type && (object === of.uri || (object as Doc | undefined)?.object === of.uri)
    const named = new Map(peer.received.filter(fits).map(({ id, actor }) => [id, actor]))
    return [...named.values()].toSorted()
  }
  const addresses = followers.map((id) => `${here.server.url}/ap/users/${id}`).toSorted()
  expect(heard('Follow', target)).toEqual(addresses)
  expect(heard('Undo', old)).toEqual(addresses)
  db.close()
  await here.end()
  await peer.stop()
}, 1_200_000)

test('kill -9 in the midst of moving in with a hundred follows brings each of them once', async () => {
  const home = await startServer({ FEDERATION_ALLOW_LOOPBACK: '1' })
  const bo = await home.signUp('bo')
  const followed = addPeople(
    home.ctx.db,
    Array.from({ length: 105 }, (_one, n) => `neighbour${n}`),
  )
  const follow = home.ctx.db.prepare('INSERT INTO follows (id, account_id, target_id, created_at) VALUES (?, ?, ?, 0)')
  for (const id of followed) follow.run(id + 10_000, bo.accountId, id)
  const here = await startKillable(5000)
  await tokenFor(here.server, 'fern')
  const logIn = async () => {
    const browser = createClient(here.server.url, { origin: here.server.url })
    await browser.post('/auth/session', { login: 'fern', password: PASSWORD })
    return browser
  }
  const fern = await logIn()
  const asked = { server: home.url, purpose: 'move_in' }
  const { body } = await fern.post<{ url: string }>('/api/community/v1/elsewhere/sign-in', asked)
  const back = await allow(home, bo, body.url)
  expect((await fern.get(pathOf(back))).headers.get('location')).toBe('/settings/moving')
  const db = open(here)
  const brought = db.prepare(`SELECT count(*) FROM arrival_rows WHERE part = 'follows' AND done = 1`).pluck()
  const count = () => Number(brought.get())
  // some 25 of them lie between two kills
  const moments = await killBetween(here, { all: followed.length, step: 25, count })
  expect(moments.length).toBeGreaterThanOrEqual(3)
  const browser = await logIn()
  const arrival = async () => (await browser.get<Arrival[]>('/api/community/v1/arrivals')).body[0]
  await soonIs(async () => (await arrival())?.finished_at).toEqual(expect.any(String))
  expect((await arrival())?.failures).toEqual([])
  const names = `SELECT username FROM follows JOIN accounts ON accounts.id = target_id`
  const there = home.ctx.db.prepare(`${names} WHERE account_id = ? ORDER BY 1`).pluck().all(bo.accountId)
  await soonIs(() => db.prepare(`${names} ORDER BY 1`).pluck().all()).toEqual(there)
  const fernThere = `SELECT count(*) FROM follows JOIN accounts ON accounts.id = account_id WHERE username = 'fern'`
  expect(home.ctx.db.prepare(fernThere).pluck().get()).toBe(there.length)
  db.close()
  await here.end()
  await home.stop()
}, 1_200_000)
