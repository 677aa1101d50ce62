import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { composed, listAsJson } from '../../server/http/ready-json.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

const lasting = { id: '1', text: '“bread” & <roses>\u2028 🌹' }
const account = { acct: 'rosa', fields: [] }

const whole = () =>
  composed({ ...lasting, account, count: 1, none: null }, [lasting, ['account', account]], { count: 1, none: null })

describe('a list that is put together', () => {
  test('says what its items say', () => {
    const items = [whole(), { plain: true }, whole(), null, 'text', undefined]
    expect(listAsJson(items).toString()).toBe(JSON.stringify(items))
    expect(listAsJson([]).toString()).toBe('[]')
  })

  test('does not take a changed copy for what it was copied from', () => {
    const copy = { ...whole(), count: 2 }
    expect(JSON.parse(listAsJson([copy]).toString())).toEqual([{ ...lasting, account, count: 2, none: null }])
  })
})

describe('timelines', () => {
  let server: TestServer
  let alice: Person
  beforeAll(async () => {
    server = await startServer()
    alice = await server.signUp('alice')
  })
  afterAll(() => server.stop())

  const one = async (id: string) => (await alice.api.get(`/api/v1/statuses/${id}`)).body
  const home = async () => (await alice.api.get('/api/v1/timelines/home')).body

  test('show a post as it is by itself', async () => {
    const { body: first } = await alice.api.post('/api/v1/statuses', {
      status: 'Bread & roses, “too” #tag https://a.example/',
      spoiler_text: '<b>',
    })
    await alice.api.post('/api/v1/statuses', { status: 'An answer.', in_reply_to_id: first.id })
    for (const status of await home()) expect(status).toEqual(await one(status.id))
  })

  test('show at once what changed about a post or its author', async () => {
    const [before] = await home()
    await alice.api.patch('/api/v1/accounts/update_credentials', { display_name: 'Alice of the hill', note: 'New.' })
    await alice.api.post('/api/v1/statuses', { status: 'Another answer.', in_reply_to_id: before.id })
    const after = (await home()).find((status: { id: string }) => status.id === before.id)
    expect(after.account).toMatchObject({ display_name: 'Alice of the hill', note: '<p>New.</p>' })
    expect(after.account.statuses_count).toBe(before.account.statuses_count + 1)
    expect(after.replies_count).toBe(before.replies_count + 1)
  })
})
