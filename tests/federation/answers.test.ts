import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { activity, type Doc, PUBLIC } from '../support/evil-peer.ts'
import { type Fed, startFed } from '../support/federation.ts'
import { say } from '../support/masto.ts'
import { eventually } from '../support/servers.ts'

const TYPE = 'application/activity+json'
let fed: Fed
beforeAll(async () => {
  fed = await startFed()
})
afterAll(() => fed.stop())

/** What came to the other server about something, by what it is about. */
const answerTo = (asked: Doc): Promise<Doc> =>
  eventually(
    async () => fed.peer.received.find(({ object }) => (object as Doc | undefined)?.id === asked.id),
    'the answer',
  )

test('who asks again to follow hears yes again, and who is blocked hears no', async () => {
  const [eve, mallory] = [fed.peer.actor('eve'), fed.peer.actor('mallory')]
  for (const follow of [1, 2].map(() => activity(eve, 'Follow', fed.uriOf(fed.alice)))) {
    expect((await eve.send(fed.inbox, follow)).status).toBe(202)
    expect(await answerTo(follow)).toMatchObject({ type: 'Accept', actor: fed.uriOf(fed.alice) })
  }
  const { body } = await fed.alice.api.get(`/api/v2/search?resolve=true&q=@mallory@${fed.peer.host}`)
  await fed.alice.api.post(`/api/v1/accounts/${body.accounts[0].id}/block`)
  const refused = activity(mallory, 'Follow', fed.uriOf(fed.alice))
  await mallory.send(fed.inbox, refused)
  expect(await answerTo(refused)).toMatchObject({ type: 'Reject', actor: fed.uriOf(fed.alice) })
})

test('nobody of a server that a member blocks follows them any more', async () => {
  const [trudy, dora] = [fed.peer.actor('trudy'), await fed.server.signUp('dora')]
  await dora.api.post('/api/v1/domain_blocks', { domain: fed.peer.host })
  const refused = activity(trudy, 'Follow', fed.uriOf(dora))
  await trudy.send(fed.inbox, refused)
  expect(await answerTo(refused)).toMatchObject({ type: 'Reject', actor: fed.uriOf(dora) })
})

test('who asks whether a post may be quoted hears what its author chose', async () => {
  const ask = async (policy: string) => {
    const { uri } = await say(fed.alice, `For ${policy}`, { quote_approval_policy: policy })
    const asked = activity(fed.bob, 'QuoteRequest', uri, { instrument: `${fed.bob.uri}/posts/${randomUUID()}` })
    await fed.bob.send(fed.inbox, asked)
    return answerTo(asked)
  }
  expect(await ask('public')).toMatchObject({ type: 'Accept', result: expect.stringContaining('quote_authorizations') })
  expect(await ask('nobody')).toMatchObject({ type: 'Reject' })
})

test('who takes their post out of one elsewhere tells its author’s server by the word that it was given', async () => {
  const quote = async () => {
    const mine = await say(fed.alice, 'To be quoted', { quote_approval_policy: 'public' })
    const theirs = fed.bob.note({ quote: mine.uri })
    const asked = activity(fed.bob, 'QuoteRequest', mine.uri, { instrument: theirs.id })
    await fed.bob.send(fed.inbox, asked)
    const { result } = await answerTo(asked)
    await fed.bob.send(fed.inbox, activity(fed.bob, 'Create', { ...theirs, quoteAuthorization: result }))
    const read = async () =>
      (
        await fed.server.visitor.get(new URL(String(result)).pathname + new URL(String(result)).search, {
          accept: TYPE,
        })
      ).status
    expect(await read()).toBe(200)
    const isGone = () =>
      eventually(async () => fed.peer.received.find(({ type, object }) => type === 'Delete' && object === result), 'it')
    return { mine, id: fed.postAt(theirs.id)?.id, read, isGone }
  }
  const one = await quote()
  await fed.alice.api.post(`/api/v1/statuses/${one.mine.id}/quotes/${one.id}/revoke`)
  expect(await one.isGone()).toMatchObject({ actor: fed.uriOf(fed.alice) })
  expect(await one.read()).toBe(404)
  // so does who blocks them
  const two = await quote()
  const { body } = await fed.alice.api.get(`/api/v1/statuses/${two.id}`)
  await fed.alice.api.post(`/api/v1/accounts/${body.account.id}/block`)
  await two.isGone()
  expect(await two.read()).toBe(404)
  await fed.alice.api.post(`/api/v1/accounts/${body.account.id}/unblock`)
  await fed.befriend(fed.alice, fed.bob)
})

test('a quote of somebody who never answers waits for a fortnight, and one whose word is taken back is told anew', async () => {
  const theirs = fed.bob.note({ interactionPolicy: { canQuote: { automaticApproval: [PUBLIC] } } })
  await fed.bob.send(fed.inbox, activity(fed.bob, 'Create', theirs))
  const quoted_status_id = String((await eventually(async () => fed.postAt(theirs.id), 'the post')).id)
  const [mine, other] = [
    await say(fed.alice, 'As Bob says', { quoted_status_id }),
    await say(fed.alice, `As Bob says too @bob@${fed.peer.host}`, { quoted_status_id }),
  ]
  const state = async ({ id }: { id: string }) => (await fed.alice.api.get(`/api/v1/statuses/${id}`)).body.quote.state
  const asks = ({ type, instrument }: Doc) => type === 'QuoteRequest' && (instrument as Doc).id === other.uri
  const asked = await eventually(async () => fed.peer.received.find(asks), 'the request')
  const result = `${fed.bob.uri}/approvals/7`
  await fed.bob.send(fed.inbox, activity(fed.bob, 'Accept', asked, { result }))
  await fed.bob.send(fed.inbox, activity(fed.bob, 'Delete', result))
  expect(await state(other)).toBe('revoked')
  const without = ({ type, object }: Doc) =>
    type === 'Update' && (object as Doc).id === other.uri && (object as Doc).quote === undefined
  await eventually(async () => fed.peer.received.find(without), 'the post without it')
  await fed.server.advance('P13D')
  expect(await state(mine)).toBe('pending')
  await fed.server.advance('P2D')
  expect(await state(mine)).toBe('rejected')
})

test('a quote of somebody elsewhere waits for their yes, which everybody can look up, and a no takes it out', async () => {
  const theirs = fed.bob.note({ interactionPolicy: { canQuote: { automaticApproval: [PUBLIC] } } })
  await fed.bob.send(fed.inbox, activity(fed.bob, 'Create', theirs))
  const quoted = await eventually(async () => fed.postAt(theirs.id), 'the post')
  const mine = await say(fed.alice, 'As Bob says', { quoted_status_id: String(quoted.id) })
  expect(mine.quote).toMatchObject({ state: 'pending' })
  const asks = ({ type, instrument }: Doc) => type === 'QuoteRequest' && (instrument as Doc).id === mine.uri
  const asked = await eventually(async () => fed.peer.received.find(asks), 'the request')
  const read = async () => (await fed.alice.api.get(`/api/v1/statuses/${mine.id}`)).body.quote.state
  const shown = async () => (await fed.server.visitor.get(new URL(mine.uri).pathname, { accept: TYPE })).body
  const result = `${fed.bob.uri}/approvals/1`
  // nobody else says yes for Bob, and a word of another server is none
  const oscar = fed.peer.actor('oscar')
  await oscar.send(fed.inbox, activity(oscar, 'Accept', asked, { result }))
  await fed.bob.send(fed.inbox, activity(fed.bob, 'Accept', asked, { result: 'https://other.example/1' }))
  expect(await read()).toBe('pending')
  expect((await shown()).quoteAuthorization).toBeUndefined()
  expect((await fed.bob.send(fed.inbox, activity(fed.bob, 'Accept', asked, { result }))).status).toBe(202)
  expect(await read()).toBe('accepted')
  expect(await shown()).toMatchObject({ quote: theirs.id, quoteAuthorization: result })
  await fed.bob.send(fed.inbox, activity(fed.bob, 'Reject', asked))
  expect(await read()).toBe('rejected')
  expect((await shown()).quote).toBeUndefined()
})
