import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MediationGuest } from '../../shared/api/mediation-guest.ts'
import type { Client } from '../support/client.ts'
import { doors, knock as knockAt, named } from '../support/doors.ts'
import { type Peer, startPeer } from '../support/evil-peer.ts'
import { type FarAway, meet, notesFor, writeTo } from '../support/far-away.ts'
import { askAsGuest, browserOf, comeToAsk, does, GUEST, ofOld, seen } from '../support/guests.ts'
import { act, answers, ask, invitations, leap, MEDIATIONS, member, settle, view, yes } from '../support/mediation.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let peers: Peer[]
let cora: Person
let owner: Person

beforeAll(async () => {
  server = await startServer({ FEDERATION_ALLOW_LOOPBACK: '1' })
  peers = await Promise.all([1, 2, 3, 4].map((n) => startPeer(`127.0.0.${n}`, server.ctx.now)))
  owner = await server.signUp('owner', { roles: ['owner'] })
  cora = await member(server, 'cora', { roles: ['coordinator'] })
  await owner.browser.patch('/api/community/v1/admin/settings', { mediation_from_elsewhere: true })
}, 30_000)
afterAll(async () => {
  await Promise.all(peers.map((peer) => peer.stop()))
  await server.stop()
})

const peerAt = (n: number): Peer => {
  const peer = peers[n]
  if (!peer) throw new Error('there is no such server')
  return peer
}
const decide = (peer: Peer, what: 'cut_off' | 'hidden', is = true) =>
  owner.browser.post('/api/community/v1/admin/servers', { domain: peer.host, [what]: is })

type Story = { about: Person; who: FarAway; browser: Client; id: string }
type Fate = (story: Omit<Story, 'browser' | 'id'> & { id?: string }) => Promise<unknown>

const choose =
  (choices: object): Fate =>
  ({ about }) =>
    about.api.put(`${MEDIATIONS}/choices`, choices)
const answer =
  (verb: string, form: object): Fate =>
  async ({ about }) => {
    const [invitation] = await invitations(about)
    expect((await act(about, invitation?.id ?? '', verb, { ...form })).status).toBe(200)
  }

/** What is so before somebody elsewhere asks, and what the member does once it reached them. */
const before: Record<string, Fate> = {
  'blocked by B': ({ about, who }) => about.api.post(`/api/v1/accounts/${who.id}/block`),
  'muted by B': ({ about, who }) => about.api.post(`/api/v1/accounts/${who.id}/mute`),
  'on a server that B blocks': ({ about, who }) =>
    about.api.post('/api/v1/domain_blocks', { domain: new URL(who.actor.uri).host }),
  'opted out': choose({ no_requests: true }),
  suspended: async ({ about }) =>
    server.ctx.db.prepare('UPDATE accounts SET suspended_at = ? WHERE id = ?').run(server.ctx.now(), about.accountId),
  'at the cap of one pending': async ({ about }) => {
    await ask(await member(server, `earlier_${about.username}`), about, { track: 'message' })
    await settle(server)
  },
  'held as a possible pile-on': async ({ about }) => {
    for (const n of ['one', 'two']) await ask(await member(server, `${n}_${about.username}`), about)
  },
}
const after: Record<string, Fate> = {
  lapsed: async () => undefined,
  declined: answer('decline', { how: 'no' }),
  'not from this person again': answer('decline', { how: 'not_from_them' }),
  'B said that it is unsafe': answer('consent', { screening: { q1: 'yes' } }),
  'B reported it': answer('report', { statement: 'This is not a disagreement.' }),
  'blocked afterwards': ({ about, who }) => about.api.post(`/api/v1/accounts/${who.id}/block`),
}

/** Everything that a guest can ask for, as bytes, but for names, ids and times. */
async function everything({ browser, about, who, id }: Story): Promise<string> {
  const replies = await Promise.all(['', '/case', '/reports', '/complaints'].map((door) => browser.get(GUEST + door)))
  return replies
    .map(({ status, text }) => `${status} ${text}`)
    .join('\n')
    .replaceAll(/"code_name":"[^"]+"/g, '')
    .replaceAll(/guest#[\w-]+/g, 'WAY')
    .replaceAll(about.username, 'B')
    .replaceAll(/"name":"[^"]*"/g, '')
    .replaceAll(new RegExp(`${who.username}@[\\d.:]+`, 'g'), 'A')
    .replaceAll(id, 'THIS')
    .replaceAll(/\d{16}/g, 'ID')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (at) => `${at ? 'TIME' : ''}`)
}

test('I3 whatever a member chose or did, a remote initiator reads the same words at the same moment', async () => {
  const stories: (Story & { name: string; told: string[]; heard: number[] })[] = []
  let turn = 0
  const begin = async (name: string, prepare?: Fate, form: [string, object] = ['invite', {}]) => {
    turn += 1
    const about = await member(server, `about${turn}x`)
    const who = await meet(peerAt(turn % 3), cora, `asker${turn}x`, ofOld)
    await prepare?.({ about, who })
    const browser = await comeToAsk(server, peerAt(turn % 3), who)
    const { body } = await askAsGuest(browser, about, { track: 'message' })
    expect([name, body.state]).toEqual([name, 'triage'])
    await act(cora, body.id, form[0], { ...form[1] })
    stories.push({ name, about, who, browser, id: body.id, told: [], heard: [] })
  }
  for (const name of Object.keys(after)) await begin(name)
  for (const [name, prepare] of Object.entries(before)) await begin(name, prepare)
  await begin('refused for something about B', undefined, ['refuse', { reason: 'about_other' }])
  const look = async () => {
    for (const story of stories) story.told.push(await everything(story))
  }
  await settle(server)
  await look()
  for (const story of stories) await after[story.name]?.(story)
  await look()
  await leap(server, 6)
  await look()
  await server.advance('P1DT1M')
  await look()
  for (const { id, heard } of stories) {
    const at = (verbs: string) =>
      server.ctx.db
        .prepare(`SELECT at FROM mediation_events WHERE case_id = ? AND verb IN (${verbs})`)
        .pluck()
        .get(Number(id)) as number
    heard.push(Math.floor((at(`'not_taken_up'`) - at(`'invite', 'refuse'`)) / 1000))
  }
  await leap(server, 15)
  await look()
  const [plain, ...others] = stories
  expect(plain?.told[0]).toContain('"state":"invited"')
  expect(plain?.told[3]).toContain('It will not go ahead')
  for (const { name, told, heard } of others) {
    expect([name, told]).toEqual([name, plain?.told])
    expect([name, heard]).toEqual([name, [7 * 86_400]])
  }
}, 120_000)

describe('The door for people of other servers', () => {
  const open = (browser: Client, handle: string) => browser.post(`${GUEST}/ask`, { handle })

  test('is shut to a server that is cut off or hidden, and between us and one nobody is invited', async () => {
    const peer = peerAt(3)
    const about = await member(server, 'sought')
    const who = await meet(peer, cora, 'late', ofOld)
    const browser = await comeToAsk(server, peer, who)
    const { id } = (await askAsGuest(browser, about)).body
    for (const what of ['hidden', 'cut_off'] as const) {
      await decide(peer, what)
      const asked = { hidden: 'invited', cut_off: 'closed' }[what]
      if (what === 'hidden') await act(cora, id, 'invite')
      await settle(server)
      expect(await invitations(about)).toEqual([])
      expect((await seen(browser)).state).toBe(asked)
      const refused = await open(browserOf(server), `@new@${peer.host}`)
      expect([what, refused.status]).toEqual([what, 422])
      expect(refused.text).toContain('takes no requests from that server')
      const signing = { server: peer.url, purpose: 'mediation' }
      const signed = await browserOf(server).post('/api/community/v1/elsewhere/sign-in', signing)
      expect(signed.status).toBe(422)
    }
  })

  test('is shut to a suspended account, a bot, and somebody who moved away', async () => {
    const peer = peerAt(1)
    const shut = async (name: string, about: object, sql?: string) => {
      const who = await meet(peer, cora, name, { ...ofOld, ...about })
      if (sql) server.ctx.db.prepare(sql).run(Number(who.id))
      const browser = browserOf(server)
      const { code } = (await open(browser, `@${name}@${peer.host}`)).body
      await writeTo(server, who, String(code))
      expect([name, (await browser.get<MediationGuest>(GUEST)).body.verified]).toEqual([name, false])
    }
    await shut('robot', { type: 'Service' })
    await shut('gone', {}, `UPDATE accounts SET suspended_at = 1 WHERE id = ?`)
    await shut('moved', {}, `UPDATE remote_actors SET moved_to = 'https://x.example/u' WHERE account_id = ?`)
  })

  test('gives a guest their own case and no other door, and a member cannot come in as one', async () => {
    const peer = peerAt(2)
    const who = await meet(peer, cora, 'walker', ofOld)
    const browser = await comeToAsk(server, peer, who)
    const { id } = (await askAsGuest(browser, await member(server, 'walked'))).body
    const other = await ask(await member(server, 'neighbour'), await member(server, 'nearby'))
    const stranger = browserOf(server)
    const differing: string[] = []
    for (const route of doors.filter(({ path }) => !path.startsWith(GUEST))) {
      const isPrivate = /mediations/.test(route.path) && route.path.includes(':')
      for (const one of isPrivate ? [id, other.id] : [id]) {
        const { status } = await knockAt(browser, route, one)
        const isPublic = ['public', 'app'].includes(route.options.access)
        const expected = isPublic ? (await knockAt(stranger, route, one)).status : 401
        if (status !== expected) differing.push(`${named(route)} ${status} ${expected}`)
      }
    }
    expect(differing).toEqual([])
    expect((await seen(browser)).id).toBe(id)
    const ours = await open(browserOf(server), `@walked@${new URL(server.url).host}`)
    expect([ours.status, ours.text]).toEqual([422, expect.stringContaining('Log in')])
    for (const handle of ['nobody', '@', '@a@', `@${'x'.repeat(400)}@y.example`, "@a@b.example'--"])
      expect([handle, (await open(browserOf(server), handle)).status]).toEqual([handle, 422])
    const rows = (table: string) => JSON.stringify(server.ctx.db.prepare(`SELECT * FROM ${table}`).all())
    for (const table of [
      'mediation_askers',
      'mediation_links',
      'mediation_visits',
      'mediation_members',
      'mediation_events',
      'mediation_cases',
    ])
      expect([table, rows(table).includes(who.actor.uri) || rows(table).includes(who.id)]).toEqual([table, false])
    expect(notesFor(peer, who), 'nothing is ever written to who asks').toEqual([])
  }, 60_000)

  test('MUST lead past a person of the team: nothing that is asked from elsewhere reaches anybody by itself', async () => {
    const peer = peerAt(0)
    const about = await member(server, 'quiet')
    const browser = await comeToAsk(server, peer, await meet(peer, cora, 'hasty', ofOld))
    const { id } = (await askAsGuest(browser, about, { track: 'message', screening: answers() })).body
    await server.advance('P3D')
    expect((await seen(browser)).state).toBe('triage')
    expect(await invitations(about)).toEqual([])
    await server.advance('P2D')
    expect((await seen(browser)).state, 'it is let go honestly').toBe('closed')
    expect((await view(cora, id)).status).toBe(404)
    expect((await does(browser, 'consent', yes())).status, 'and nobody answers for the other side').toBe(409)
  })
})
