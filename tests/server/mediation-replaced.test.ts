import { afterAll, beforeAll, expect, test } from 'vitest'
import { runAdmin } from '../support/admin.ts'
import { act, ask, mediator, member, members, settle, view, yes } from '../support/mediation.ts'
import { agreeOn, openRoom, putOnTable, type Room, sign } from '../support/room.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let other: Person
beforeAll(async () => {
  server = await startServer()
  server.ctx.db.pragma('synchronous = OFF')
  other = await mediator(server, 'olive', { max_open: 5 })
})
afterAll(() => server.stop())

/** Takes the role of a mediator from somebody, as who runs the server does beside it. */
async function takeRole(person: Person): Promise<void> {
  const { dataDir, secretsDir, publicUrl } = server.ctx.config
  const settings = { DATA_DIR: dataDir, SECRETS_DIR: secretsDir, PUBLIC_URL: publicUrl, TEST_CLOCK: '1' }
  const said = await runAdmin(settings, 'accounts', 'modify', person.username, '--remove-role', 'mediator')
  expect([said.stderr, said.code]).toEqual(['', 0])
  await settle(server)
}

/** Both choose the other mediator, who takes the case; then both agree to the ground rules again. */
async function chooseAnew({ id, a, b }: Room): Promise<void> {
  for (const side of [a, b]) await act(side, id, 'vote', { acceptable: [other.id] })
  await settle(server)
  expect((await act(other, id, 'take', { read: true })).status).toBe(200)
  for (const side of [a, b]) await act(side, id, 'sign_rules', { read: true })
}

const openCase = () => openRoom(server)

test('a mediator who loses the role in the middle is replaced, and what was said keeps the name of who said it', async () => {
  const room = await openCase()
  const { a, m, act: does, say, see, last } = room
  await say(a, 'caucus_a', 'It hurt.')
  await does(m, 'offer', { message_id: await last(m, 'caucus_a'), text: 'It hurt to read that.' })
  const wording = await last(a, 'caucus_a')
  await does(a, 'approve', { message_id: wording })
  await does(m, 'carry', { message_id: wording })
  await say(m, 'notes', 'for my eyes')
  await takeRole(m)
  expect((await see(a)).state).toBe('matching')
  expect((await m.api.get(room.path)).status).toBe(404)
  await chooseAnew(room)
  const [own, theirs] = [await see(a), await see(room.b)]
  expect([own.state, own.mediator?.acct]).toEqual(['active', other.username])
  expect(own.streams[0]?.messages.map(({ author_name }) => author_name)).toEqual(['You', `${m.username}, the mediator`])
  expect(theirs.streams[0]?.messages[0]?.note).toContain(`carried by ${m.username}`)
  const now = await see(other)
  expect(now.streams.find(({ name }) => name === 'notes')?.messages).toEqual([])
  expect(now.streams[0]?.messages.map(({ author }) => author)).toEqual(['other', 'mediator'])
})

test('while the agreement is being signed, what lies on the table waits for the next mediator', async () => {
  const room = await openCase()
  await putOnTable(room, [{ type: 'free', owed_by: 'both', text: 'We ask first.' }])
  await sign(room, room.a)
  await takeRole(room.m)
  expect((await room.see(room.a)).state).toBe('matching')
  await chooseAnew(room)
  await act(other, room.id, 'to_signing')
  const { agreement } = await room.see(room.a)
  expect([agreement?.clauses[0]?.text, agreement?.signed_by_you]).toEqual(['We ask first.', null])
})

test('what both signed holds without a mediator; if it is talked about again, another one is chosen', async () => {
  const room = await agreeOn(await openCase(), [{ type: 'free', owed_by: 'both', text: 'We ask first.' }])
  const { a, b, act: does, see } = room
  await takeRole(room.m)
  expect([(await see(a)).state, (await see(a)).mediator]).toEqual(['follow_up', null])
  await does(a, 'not_holding')
  expect((await does(b, 'agree_reopen')).body.state).toBe('matching')
  await chooseAnew(room)
  expect((await see(b)).state).toBe('active')
})

test('somebody whom both chose because they trust them never needed the role, and goes on', async () => {
  const [a, b] = (await members(server, 'asta', 'bela')) as [Person, Person]
  const friend = await member(server, 'trusted', { roles: ['mediator', 'coordinator'] })
  const coordinator = await member(server, 'cory', { roles: ['coordinator'] })
  const { id } = await ask(a, b)
  await act(coordinator, id, 'invite')
  await settle(server)
  await act(b, id, 'consent', yes())
  expect((await act(a, id, 'propose_comrade', { account_id: friend.id })).status).toBe(200)
  for (const side of [a, b]) await act(side, id, 'vote', { acceptable: [friend.id] })
  await act(friend, id, 'take', { read: true })
  await takeRole(friend)
  expect((await view(a, id)).body).toMatchObject({ state: 'opening', mediator: { acct: friend.username } })
})

test('nobody is offered who does not take what it is about', async () => {
  const picky = await mediator(server, 'picky', { topics_not_taken: 'spiders, money troubles', max_open: 5 })
  const [a, b, c, d] = (await members(server, 'anni', 'bodo', 'carl', 'dora')) as [Person, Person, Person, Person]
  const coordinator = await member(server, 'cleo', { roles: ['coordinator'] })
  const candidates = async (one: Person, two: Person, warnings: string) => {
    const { id } = await ask(one, two, { warnings })
    await act(coordinator, id, 'invite')
    await settle(server)
    await act(two, id, 'consent', yes())
    return (await view(one, id)).body.candidates.map(({ acct }) => acct)
  }
  expect(await candidates(a, b, 'It is about money troubles.')).not.toContain(picky.username)
  expect(await candidates(c, d, 'It is about moneybags.')).toContain(picky.username)
})

test('whom I would trust as a mediator is offered to both from the start, without a role, unless one of us blocks them', async () => {
  const [a, b, friend, apart] = await members(server, 'wisher', 'asked', 'friend', 'apart')
  if (!a || !b || !friend || !apart) throw new Error('nobody came')
  await b.api.post(`/api/v1/accounts/${apart.id}/block`)
  const trusted = [friend.username, `@${apart.username}`, 'nobody_of_that_name']
  const { id } = await ask(a, b, { track: 'message', trusted })
  await settle(server)
  await act(b, id, 'consent', yes())
  for (const side of [a, b]) {
    const [first, ...rest] = (await view(side, id)).body.candidates
    expect([first?.acct, first?.comrade]).toEqual([friend.username, true])
    expect(rest.map(({ acct }) => acct)).not.toContain(apart.username)
  }
  for (const side of [a, b]) await act(side, id, 'vote', { acceptable: [friend.id] })
  expect((await act(friend, id, 'take', { read: true })).status).toBe(200)
})

test('whom I would like beside me is filled in for me when the talk begins, and asked only when I say so', async () => {
  const [a, b, friend] = await members(server, 'leaner', 'facing', 'beside')
  if (!a || !b || !friend) throw new Error('nobody came')
  const { id } = await ask(a, b, { track: 'message', support_id: friend.id })
  await settle(server)
  await act(b, id, 'consent', yes())
  for (const side of [a, b]) await act(side, id, 'vote', { acceptable: [other.id] })
  expect((await act(other, id, 'take', { read: true })).status).toBe(200)
  const filledIn = async (side: Person) =>
    (await view(side, id)).body.actions.find(({ verb }) => verb === 'name_support')?.form[0]?.options
  expect(await filledIn(a)).toEqual([{ value: friend.id, label: friend.username, hint: friend.username }])
  expect(await filledIn(b)).toEqual([])
  expect((await view(friend, id)).status).toBe(404)
})
