import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CustomEmoji, Status } from '../../shared/api/wire.ts'
import { say } from '../support/masto.ts'
import { plain } from '../support/pictures.ts'
import type { Person, TestServer } from '../support/server.ts'
import { eventually, find, handleOf, startServers } from '../support/servers.ts'

let here: TestServer
let there: TestServer
let alice: Person
let bob: Person

beforeAll(async () => {
  ;[here, there] = await startServers('here', 'there')
  const keeper = await here.signUp('keeper', { roles: ['moderator'] })
  for (const shortcode of ['fist', 'rose']) {
    const form = new FormData()
    form.set('shortcode', shortcode)
    form.set('image', new Blob([new Uint8Array(await plain(60, 60, '#b01e17').png().toBuffer())]), 'one.png')
    expect((await keeper.browser.post('/api/community/v1/admin/emojis', form)).status).toBe(200)
  }
  alice = await here.signUp('alice')
  bob = await there.signUp('bob')
}, 30_000)
afterAll(async () => {
  await here.stop()
  await there.stop()
})

const codes = (emojis: readonly CustomEmoji[] = []) => emojis.map(({ shortcode }) => shortcode)

test('small pictures in words, warnings, options, names and lines of a profile are seen on another server', async () => {
  const lines = { fields_attributes: [{ name: 'Mood', value: ':fist:' }] }
  await alice.api.patch('/api/v1/accounts/update_credentials', { display_name: 'Alice :rose:', ...lines })
  const id = await find(bob, handleOf(alice, here))
  const { body: account } = await bob.api.get(`/api/v1/accounts/${id}`)
  expect([account.display_name, account.fields[0].value]).toEqual(['Alice :rose:', ':fist:'])
  expect(codes(account.emojis)).toEqual(['rose', 'fist'])
  await bob.api.post(`/api/v1/accounts/${id}/follow`)
  const follows = async () => (await bob.api.get(`/api/v1/accounts/relationships?id[]=${id}`)).body[0].following
  await eventually(follows, 'the follow')

  const poll = { options: ['Yes :rose:', 'No'], expires_in: 3600 }
  const { uri } = await say(alice, 'Together :fist: :nothing:', { spoiler_text: 'Hope :rose:', poll })
  const home = async (): Promise<Status[]> => (await bob.api.get('/api/v1/timelines/home')).body
  const seen = await eventually(async () => (await home()).find((status) => status.uri === uri), uri)
  expect(codes(seen.emojis).toSorted()).toEqual(['fist', 'rose'])
  expect(codes(seen.poll?.emojis)).toEqual(['rose'])
  // it comes through their own server, as every picture from elsewhere does
  const [picture] = seen.poll?.emojis ?? []
  expect(picture?.url.startsWith(`${there.url}/proxy/emoji/`)).toBe(true)
  expect((await fetch(String(picture?.url))).headers.get('content-type')).toBe('image/webp')
})

test('each says at its own address what it is; one that is not there is nowhere', async () => {
  const accept = { headers: { accept: 'application/activity+json' } }
  const answer = await fetch(`${here.url}/emojis/fist`, accept)
  expect(await answer.json()).toMatchObject({ type: 'Emoji', name: ':fist:', icon: { mediaType: 'image/webp' } })
  expect((await fetch(`${here.url}/emojis/none`, accept)).status).toBe(404)
})
