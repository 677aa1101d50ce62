import { afterAll, beforeAll, expect, test } from 'vitest'
import { answer, caseAbout, proposeRemoval, reportTo } from '../support/moderation.ts'
import { type RecordingPeer, startRecordingPeer } from '../support/recording-peer.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let peer: RecordingPeer
let ann: Person
let mo: Person
beforeAll(async () => {
  server = await startServer({ FEDERATION_ALLOW_LOOPBACK: '1' })
  peer = await startRecordingPeer()
  ann = await server.signUp('ann')
  mo = await server.signUp('mo', { roles: ['moderator'] })
})
afterAll(async () => {
  await server.stop()
  await peer.stop()
})

test('a report is told to the other server only if I say so, by our server, and without my name', async () => {
  const bad = peer.person(server.ctx, 'bad')
  await reportTo(ann, { ...ann, id: String(bad.id) }, { comment: 'Look at this.', forward: true })
  const { body, raw } = await peer.waitFor((one) => one.body.type === 'Flag')
  expect(body).toMatchObject({ actor: `${server.url}/actor`, object: [bad.uri], content: 'Look at this.' })
  expect(raw).not.toContain('ann')

  // on a server of one person the words would go to whom they are about
  const small = await startRecordingPeer()
  const alone = small.person(server.ctx, 'alone')
  server.ctx.db.prepare('INSERT INTO peer_facts (domain, users, fetched_at) VALUES (?, 1, 1)').run(small.host)
  await reportTo(ann, { ...ann, id: String(alone.id) }, { comment: 'Look at this too.', forward: true })
  await reportTo(ann, { ...ann, id: String(bad.id) }, { comment: 'And at this.', forward: true })
  await peer.waitFor(({ body: later }) => later.content === 'And at this.')
  expect(small.received).toEqual([])
  await small.stop()
})

test('who is removed and lives elsewhere stays shut out past the day on which their posts are deleted', async () => {
  const max = await server.signUp('max', { roles: ['moderator'] })
  const bad = peer.person(server.ctx, 'worse')
  const about = { ...ann, id: String(bad.id) }
  await reportTo(ann, about)
  const { id } = await caseAbout(mo, about)
  const [proposal] = (await proposeRemoval(mo, id)).body.proposals
  expect((await answer(max, proposal.id, proposal.sha256)).status).toBe(200)
  await server.advance('P31D')
  expect((await ann.api.get(`/api/v1/accounts/${bad.id}`)).body.suspended).toBe(true)
})

test('what another server reports is a case here, which does not say who asked; the same twice is one', async () => {
  const ben = await server.signUp('ben')
  const flag = {
    fromId: 0,
    host: peer.host,
    accountId: ben.accountId,
    statusIds: [],
    comment: 'He shouts.',
    uri: `${peer.url}/flags/1`,
  }
  for (const _ of [1, 2]) server.ctx.transact(() => server.ctx.emit('flagReceived', flag))
  const { reports } = await caseAbout(mo, ben)
  expect(reports).toHaveLength(1)
  expect(reports[0]).toMatchObject({ from: null, host: peer.host, comment: 'He shouts.' })
})
