import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { readConfig } from '../../server/config.ts'
import { createLog } from '../../server/core/log.ts'
import { closeContext, openContext } from '../../server/open.ts'
import { type Actor, activity, headersOf, startPeer } from '../support/evil-peer.ts'
import { makeCommunity, settingsFor } from './community.ts'
import { cpuOf, start, stop, untilWell } from './process.ts'

/** Activities that are worked off, and how many senders bring them at once. */
const ACTIVITIES = 2000
const SENDERS = 32
/** Homes that are read beside. */
const READS = 400

const say = (name: string, found: string) => console.log(`${name.padEnd(30)}${found}`)
const at = (times: number[], part: number) => times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? 0

/** Has the member whose home is read follow Bob, who is made known by the rows alone. */
function befriend(settings: Record<string, string>, bob: { uri: string; host: string; pem: string }): void {
  const ctx = openContext(readConfig(settings), createLog('silent'))
  const id = ctx.newId()
  const run = (sql: string, ...values: unknown[]) => ctx.db.prepare(sql).run(...values)
  run(
    `INSERT INTO accounts (id, uri, username, username_key, domain, created_at, joined_at) VALUES (?, ?, 'bob', 'bob', ?, 0, 1)`,
    id,
    bob.uri,
    bob.host,
  )
  run(
    `INSERT INTO remote_actors (account_id, host, kind, inbox, followers_uri, key_id, public_key, key_fetched_at, handle_checked_at, fetched_at)
     VALUES (?, ?, 'Person', ?, ?, ?, ?, ?, ?, ?)`,
    ...[
      id,
      bob.host,
      `${bob.uri}/inbox`,
      `${bob.uri}/followers`,
      `${bob.uri}#main-key`,
      bob.pem,
      Date.now(),
      Date.now(),
      Date.now(),
    ],
  )
  run(
    `INSERT INTO follows (id, account_id, target_id, created_at) SELECT ?, account_id, ?, 0 FROM tokens LIMIT 1`,
    ctx.newId(),
    id,
  )
  closeContext(ctx)
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

function ask(url: URL, method: 'GET' | 'POST', headers: Record<string, string>, body?: Buffer): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const asking = request(
    url,
    { agent, method, headers: { ...headers, ...(body && { 'content-length': body.length }) } },
    (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0))
    },
  )
  asking.on('error', reject).end(body)
  return promise
}

/** Reads homes one after another; gives how long each took, in ms. */
async function readHomes(home: URL, headers: Record<string, string>, count: number): Promise<number[]> {
  const times: number[] = []
  for (let n = 0; n < count; n += 1) {
    const begun = performance.now()
    if ((await ask(home, 'GET', headers)) !== 200) throw new Error('the home could not be read')
    times.push(performance.now() - begun)
  }
  return times
}

type Parcel = { headers: Record<string, string>; body: Buffer }

async function bring(inbox: URL, parcels: Parcel[]): Promise<void> {
  const bringOne = async () => {
    for (let next = parcels.pop(); next; next = parcels.pop()) {
      const status = await ask(inbox, 'POST', next.headers, next.body)
      if (status !== 202) throw new Error(`an activity was answered ${status}`)
    }
  }
  await Promise.all(Array.from({ length: SENDERS }, bringOne))
}

/** A running community with Bob elsewhere, and what he writes as signed requests. */
type Place = { pid: number; inbox: URL; home: URL; headers: Record<string, string>; parcels(count: number): Parcel[] }

function postsOf(bob: Actor, inbox: URL, count: number): Parcel[] {
  return Array.from({ length: count }, (_one, n) => {
    const content = `<p>Post ${n} with <b>some</b> words and <span class="h-card"><a href="https://bees.example/@ann" class="u-url mention">@ann</a></span></p>`
    const body = Buffer.from(JSON.stringify(activity(bob, 'Create', bob.note({ content }))))
    return { body, headers: headersOf({ url: inbox, body, signing: {}, actor: bob }) }
  })
}

/** What signed posts from elsewhere cost with a key that is known. */
async function measureCost({ pid, inbox, parcels }: Place): Promise<void> {
  await bring(inbox, parcels(200))
  await sleep(3000)
  const waiting = parcels(ACTIVITIES)
  const [cpu, begun] = [cpuOf(pid), performance.now()]
  await bring(inbox, waiting)
  const each = ((cpuOf(pid) - cpu) / ACTIVITIES).toFixed(2)
  const rate = ((ACTIVITIES / (performance.now() - begun)) * 1000).toFixed(0)
  say('signed posts from elsewhere', `${each} ms CPU each with a warm key (aim: at most 1.5 ms), ${rate} a second`)
}

/** What members feel of two thousand of them. */
async function measureHome({ inbox, home, headers, parcels }: Place): Promise<void> {
  await readHomes(home, headers, 200)
  const quiet = await readHomes(home, headers, READS)
  let isDone = false
  const brought = bring(inbox, parcels(ACTIVITIES)).finally(() => {
    isDone = true
  })
  const busy: number[] = []
  while (!isDone) busy.push(...(await readHomes(home, headers, 5)))
  await brought
  const [before, during] = [at(quiet, 0.99), at(busy, 0.99)]
  const times = (during / before).toFixed(1)
  say(
    'home meanwhile',
    `p99 ${during.toFixed(1)} ms, ${before.toFixed(1)} when it is quiet: ${times} times (aim: at most 2)`,
  )
}

/** Measures what other servers bring: CPU for each signed post, and what members feel of many. */
export async function measureInbound(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'left-community-inbound-'))
  const settings = { ...(await settingsFor(folder)), FEDERATION_ALLOW_LOOPBACK: '1' }
  const token = makeCommunity(settings)
  const peer = await startPeer()
  const bob = peer.actor('bob')
  const { publicKeyPem: pem } = bob.doc.publicKey as { publicKeyPem: string }
  befriend(settings, { uri: bob.uri, host: peer.host, pem })
  const child = start([fileURLToPath(new URL('../../server/main.ts', import.meta.url))], settings)
  await untilWell(Number(settings.PORT))
  const inbox = new URL(`http://127.0.0.1:${settings.PORT}/inbox`)
  const place: Place = {
    pid: child.pid,
    inbox,
    home: new URL('/api/v1/timelines/home?limit=20', inbox),
    headers: { authorization: `Bearer ${token}` },
    parcels: (count) => postsOf(bob, inbox, count),
  }
  await measureCost(place)
  await measureHome(place)
  await stop(child)
  await peer.stop()
  agent.destroy()
  rmSync(folder, { recursive: true, force: true })
}
