import { afterAll, beforeAll, expect, test } from 'vitest'
import { limits } from '../../server/limits.ts'
import { type Actor, activity, type Doc, type Peer, startPeer } from '../support/evil-peer.ts'
import { type Fed, startFed } from '../support/federation.ts'

let fed: Fed
let evil: Peer
let eve: Actor
/** Somebody else's server, which never did anything to anybody. */
let third: Peer
let vera: Actor
const bounds = limits.federatedForStrangers
beforeAll(async () => {
  fed = await startFed({ RATE_LIMITS: 'on' })
  evil = await startPeer('127.0.0.2', fed.server.ctx.now)
  third = await startPeer('127.0.0.3', fed.server.ctx.now)
  eve = evil.actor('eve')
  vera = third.actor('vera')
})
afterAll(async () => {
  await Promise.all([evil.stop(), third.stop()])
  await fed.stop()
})

/** A conversation of so many posts, the last of which is given. */
function talk(length: number): Doc {
  let last = vera.note()
  for (let n = 1; n < length; n += 1) last = vera.note({ inReplyTo: last.id })
  return last
}

/** An answer to a post, which names Alice. */
const mention = (by: Actor, about: Doc) => {
  const alice = fed.uriOf(fed.alice)
  return by.note({ cc: [alice], tag: [{ type: 'Mention', href: alice }], ...about })
}

/** Brings a post, by a network of its own where one is named. */
const brought = (by: Actor, note: Doc, network = '198.51.100.1') =>
  by.send(fed.inbox, activity(by, 'Create', note, { cc: note.cc }), {
    tamper: () => ({ 'x-forwarded-for': network }),
  })

const bring = async (by: Actor, note: Doc, network?: string) => {
  expect((await brought(by, note, network)).status).toBe(202)
  return note
}

/** How many posts the third server was asked for meanwhile. */
async function postsAsked(work: () => Promise<unknown>): Promise<number> {
  const before = third.asked.length
  await work()
  await fed.server.advance('PT1S')
  return third.asked.slice(before).filter((line) => /^GET \/users\/vera\/posts\//.test(line)).length
}

test('a stranger’s mention has us ask for few of the posts above it, and who is followed brings them all', async () => {
  const length = bounds.ancestors + 5
  expect(await postsAsked(() => bring(eve, mention(eve, { inReplyTo: talk(length).id })))).toBe(bounds.ancestors)
  expect(await postsAsked(() => bring(fed.bob, fed.bob.note({ inReplyTo: talk(length).id })))).toBe(length)
})

test('many mentions by strangers wear out no third server: neither what they answer, nor quote, nor link to', async () => {
  const far = await startPeer('127.0.0.4', fed.server.ctx.now)
  const others = [eve, evil.actor('ed'), far.actor('fay'), far.actor('flo')]
  await fed.server.advance('PT2M')
  const asked = await postsAsked(async () => {
    for (let n = 0; n < bounds.asked + 10; n += 1) {
      const by = others[n % others.length] ?? eve
      const link = `${third.url}/users/vera/posts/page-${n}`
      await bring(by, mention(by, { inReplyTo: vera.note().id, quote: vera.note().id }))
      await bring(by, mention(by, { content: `<p><a href="${link}">${link}</a></p>` }))
    }
    await fed.server.advance('PT59S')
  })
  expect(asked, 'by the server that is asked').toBe(bounds.asked)
  await far.stop()
})

test('and who sends them is counted, whichever servers they name', async () => {
  await fed.server.advance('PT2M')
  const answers: Doc[] = []
  for (let n = 0; n < bounds.author + 5; n += 1) {
    const target = n % 2 === 0 ? vera : fed.bob
    answers.push(await bring(eve, mention(eve, { inReplyTo: target.note().id })))
  }
  await fed.server.advance('PT1S')
  const whole = answers.filter(({ inReplyTo }) => fed.postAt(inReplyTo)).length
  expect(whole).toBe(bounds.author)
  // whom it concerns can still have it
  const last = fed.postAt(answers.at(-1)?.id)
  await fed.server.advance('PT2M')
  const { status } = await fed.alice.browser.post(`/api/community/v1/statuses/${last?.id}/replies`)
  expect([status, fed.postAt(answers.at(-1)?.inReplyTo)]).toEqual([200, expect.anything()])
})

test('whoever has many servers is counted by the network they speak from, and others are heard meanwhile', async () => {
  await fed.server.advance('PT2M')
  const addresses = Array.from({ length: 6 }, (_one, n) => `127.0.0.${n + 11}`)
  const servers = await Promise.all(addresses.map((address) => startPeer(address, fed.server.ctx.now)))
  const people = servers.map((server, n) => server.actor(`many${n}`))
  const answers: Doc[] = []
  for (let n = 0; n < bounds.network + 12; n += 1) {
    const [by = eve, next = eve] = [people[n % people.length], people[(n + 1) % people.length]]
    answers.push(await bring(by, mention(by, { inReplyTo: next.note().id }), '203.0.113.66'))
  }
  const other = await bring(eve, mention(eve, { inReplyTo: vera.note().id }), '203.0.113.99')
  const friend = await bring(fed.bob, fed.bob.note({ inReplyTo: fed.bob.note().id }), '203.0.113.66')
  await fed.server.advance('PT1S')
  const isWhole = ({ inReplyTo }: Doc) => fed.postAt(inReplyTo) !== undefined
  expect(answers.filter(isWhole).length).toBe(bounds.network)
  expect([other, friend].map(isWhole)).toEqual([true, true])
  await Promise.all(servers.map((server) => server.stop()))
})

test('one network brings only so many posts of strangers in a minute, and whom somebody follows is not delayed', async () => {
  await fed.server.advance('PT2M')
  const [net, most] = ['203.0.113.7', limits.federatedFromStrangers]
  const crowd = [eve, evil.actor('ewa'), vera]
  const said = await Promise.all(
    Array.from({ length: most + 9 }, (_one, n) => crowd[n % crowd.length] ?? eve).map((by) =>
      brought(by, mention(by, {}), net),
    ),
  )
  const refused = said.filter(({ status }) => status === 429)
  expect([refused.length, refused[0]?.retryAfter]).toEqual([9, '60'])
  // nor does anybody name people by editing what was taken
  const edit = activity(eve, 'Update', eve.note())
  expect((await eve.send(fed.inbox, edit, { tamper: () => ({ 'x-forwarded-for': net }) })).status).toBe(429)
  await bring(fed.bob, fed.bob.note(), net)
  await bring(eve, mention(eve, {}), '203.0.113.8')
  await fed.server.advance('PT1M')
  await bring(eve, mention(eve, {}), net)
})

test('one network brings only so many reports in an hour, whichever servers it names', async () => {
  const ben = await fed.server.signUp('ben')
  const report = async (by: Actor, network: string) => {
    const flag = activity(by, 'Flag', [fed.uriOf(ben)], { content: 'He shouts.' })
    return (await by.send(fed.inbox, flag, { tamper: () => ({ 'x-forwarded-for': network }) })).status
  }
  const said: number[] = []
  for (let n = 0; n < limits.federatedReports + 5; n += 1)
    said.push(await report(n % 2 === 0 ? eve : vera, '203.0.113.50'))
  expect(said.filter((status) => status === 429)).toHaveLength(5)
  expect(await report(vera, '203.0.113.51')).toBe(202)
  await fed.server.advance('PT1H')
  expect(await report(eve, '203.0.113.50')).toBe(202)
})
