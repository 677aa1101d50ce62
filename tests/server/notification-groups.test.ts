import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { GroupedNotifications, NotificationPolicy, NotificationRequest } from '../../shared/api/notifications.ts'
import { cast, follow, mastoOf, say } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'
import { listenTo, settle } from '../support/stream.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const GROUPS = '/api/v2/notifications'
const read = async (person: Person, query = '') => (await person.api.get<GroupedNotifications>(GROUPS + query)).body
const kinds = ({ notification_groups: groups }: GroupedNotifications) =>
  groups.map(({ type, notifications_count: n }) => `${n} ${type}`)

async function liked(server: TestServer) {
  const [ada, ben, cleo, dora] = await cast(server, 'ada', 'ben', 'cleo', 'dora')
  const post = await say(ada, 'a lantern')
  for (const fan of [ben, cleo]) await fan.api.post(`/api/v1/statuses/${post.id}/favourite`)
  await dora.api.post(`/api/v1/statuses/${post.id}/reblog`)
  await say(dora, `@${ada.username} lovely`)
  await dora.api.post(`/api/v1/statuses/${post.id}/favourite`)
  return { ada, ben, cleo, dora, post }
}

describe('what belongs together', () => {
  test('stands as one, at the place of its newest, with each person and post once', async () => {
    const { ada, ben, cleo, dora, post } = await liked(server)
    const page = await mastoOf(server, ada).v2.notifications.list()
    expect(page.notificationGroups.map((group) => [group.type, group.notificationsCount])).toEqual([
      ['favourite', 3],
      ['mention', 1],
      ['reblog', 1],
    ])
    const [first] = page.notificationGroups
    expect(first?.sampleAccountIds).toEqual([dora.id, cleo.id, ben.id])
    expect(first && 'statusId' in first && first.statusId).toBe(post.id)
    expect(typeof first?.mostRecentNotificationId).toBe('string')
    expect(page.accounts).toHaveLength(3)
    expect(page.statuses).toHaveLength(2)
  })

  test('is read page by page without one twice, and as the client asks for it', async () => {
    const { ada } = await liked(server)
    const first = await ada.api.get<GroupedNotifications>(`${GROUPS}?limit=2`)
    expect(kinds(first.body)).toEqual(['3 favourite', '1 mention'])
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? ''
    expect(kinds((await ada.api.get<GroupedNotifications>(next)).body)).toEqual(['1 reblog'])
    expect(kinds(await read(ada, '?types[]=favourite'))).toEqual(['3 favourite'])
    expect(kinds(await read(ada, '?exclude_types[]=favourite'))).toEqual(['1 mention', '1 reblog'])
    expect(kinds(await read(ada, '?grouped_types[]=reblog&types[]=favourite'))).toEqual(Array(3).fill('1 favourite'))
    const partial = await read(ada, '?expand_accounts=partial_avatars&types[]=favourite')
    expect([partial.accounts.length, partial.partial_accounts?.length]).toEqual([1, 2])
    expect(Object.keys(partial.partial_accounts?.[0] ?? {}).sort()).toEqual(
      ['acct', 'avatar', 'avatar_static', 'bot', 'id', 'locked', 'url'].sort(),
    )
  })

  test('is found by its key with its people, counted once, and dismissed at once', async () => {
    const { ada, ben, cleo, dora } = await liked(server)
    const [group] = (await read(ada)).notification_groups
    const client = mastoOf(server, ada).v2.notifications
    expect((await client.unreadCount.fetch()).count).toBe(3)
    const key = group?.group_key ?? ''
    expect((await client.$select(key).fetch()).notificationGroups).toHaveLength(1)
    const people = await client.$select(key).accounts.fetch()
    expect(people.map(({ id }) => id)).toEqual([dora.id, cleo.id, ben.id])
    expect((await ben.api.get(`${GROUPS}/${key}`)).status).toBe(404)
    await client.$select(key).dismiss()
    expect(kinds(await read(ada))).toEqual(['1 mention', '1 reblog'])
    expect((await ada.api.post(`${GROUPS}/${key}/dismiss`)).status).toBe(404)
    expect((await ada.api.post(`${GROUPS}/clear`)).status).toBe(200)
    expect(kinds(await read(ada))).toEqual([])
  })

  test('leaves out and does not count what a filter hides', async () => {
    const [ada, ben] = await cast(server, 'ada', 'ben')
    const form = { title: 'no soup', context: ['notifications'], filter_action: 'hide' }
    await ada.api.post('/api/v2/filters', { ...form, keywords_attributes: [{ keyword: 'soup' }] })
    await say(ben, `@${ada.username} soup`)
    await say(ben, `@${ada.username} bread`)
    expect((await read(ada)).statuses.map(({ content }) => content)).toEqual([expect.stringContaining('bread')])
    for (const version of ['v1', 'v2']) {
      expect((await ada.api.get(`/api/${version}/notifications/unread_count`)).body.count).toBe(1)
    }
  })

  test('begins anew after a while', async () => {
    const own = await startServer()
    const [ada, ben, cleo] = await cast(own, 'ada', 'ben', 'cleo')
    await follow(ben, ada)
    await own.advance('P1D')
    await follow(cleo, ada)
    expect(kinds(await read(ada))).toEqual(['1 follow', '1 follow'])
    await own.stop()
  })
})

test('somebody with a bell hears of each post, but not of answers to others', async () => {
  const [ada, ben, cleo] = await cast(server, 'ada', 'ben', 'cleo')
  const other = await say(cleo, 'a question')
  await follow(ada, ben, { notify: true })
  await say(ben, 'for the bell')
  await say(ben, `@${cleo.username} an answer`, { in_reply_to_id: other.id })
  expect(kinds(await read(ada))).toEqual(['1 status'])
})

describe('of whom one hears', () => {
  const POLICY = `${GROUPS}/policy`
  const REQUESTS = '/api/v1/notifications/requests'
  const requestsOf = async (person: Person) => (await person.api.get<NotificationRequest[]>(REQUESTS)).body

  test('is everybody but who writes privately without being followed, until one chooses', async () => {
    const [ada] = await cast(server, 'ada')
    const { body } = await ada.api.get<NotificationPolicy>(POLICY)
    expect(body).toEqual({
      for_not_following: 'accept',
      for_not_followers: 'accept',
      for_new_accounts: 'accept',
      for_private_mentions: 'filter',
      for_limited_accounts: 'filter',
      summary: { pending_requests_count: 0, pending_notifications_count: 0 },
    })
    const changed = await ada.api.patch<NotificationPolicy>(POLICY, { for_not_following: 'drop' })
    expect([changed.body.for_not_following, changed.body.for_private_mentions]).toEqual(['drop', 'filter'])
    expect((await ada.api.get('/api/v1/notifications/policy')).body.filter_not_following).toBe(true)
    await ada.api.put('/api/v1/notifications/policy', { filter_not_following: false })
    expect((await ada.api.get(POLICY)).body.for_not_following).toBe('accept')
    expect((await ada.api.patch(POLICY, { for_not_following: 'perhaps' })).status).toBe(422)
  })

  test('what a stranger says waits as a request, quietly, until it is accepted', async () => {
    const [ada, ben] = await cast(server, 'ada', 'ben')
    await ada.api.patch(POLICY, { for_not_following: 'filter' })
    const socket = await listenTo(server, ada, { stream: 'user' })
    const post = await say(ben, `@${ada.username} hello`)
    await say(ben, `@${ada.username} are you there?`, { in_reply_to_id: post.id })
    await settle()
    expect(socket.heard).toEqual([])
    expect(kinds(await read(ada))).toEqual([])
    expect((await ada.api.get('/api/v1/notifications')).body).toEqual([])
    expect((await ada.api.get('/api/v1/notifications/unread_count')).body.count).toBe(0)
    const [request] = await requestsOf(ada)
    expect(request).toMatchObject({ notifications_count: '2', account: { id: ben.id } })
    expect(request?.last_status?.content).toContain('are you there?')
    expect((await ada.api.get(POLICY)).body.summary).toEqual({
      pending_requests_count: 1,
      pending_notifications_count: 2,
    })
    const waiting = (await ada.api.get(`/api/v1/notifications?account_id=${ben.id}`)).body
    expect(waiting.map((one: { filtered?: boolean }) => one.filtered)).toEqual([true, true])
    expect((await ben.api.get(`${REQUESTS}/${request?.id}`)).status).toBe(404)
    expect((await ben.api.post(`${REQUESTS}/${request?.id}/accept`)).status).toBe(404)
    await mastoOf(server, ada)
      .v1.notifications.requests.$select(request?.id ?? '')
      .accept()
    await socket.next('notifications_merged')
    expect((await ada.api.get(`${REQUESTS}/merged`)).body).toEqual({ merged: true })
    expect(kinds(await read(ada))).toEqual(['1 mention', '1 mention'])
    expect(await requestsOf(ada)).toEqual([])
    await say(ben, `@${ada.username} thank you`)
    await socket.next('notification')
    socket.close()
  })

  test('a request that is put away takes what waited with it, and may come again', async () => {
    const [ada, ben, cleo] = await cast(server, 'ada', 'ben', 'cleo')
    await ada.api.patch(POLICY, { for_private_mentions: 'filter' })
    for (const other of [ben, cleo]) await say(other, `@${ada.username} psst`, { visibility: 'direct' })
    const requests = await requestsOf(ada)
    expect(requests).toHaveLength(2)
    const ids = requests.map(({ id }) => id)
    await ada.api.post(`${REQUESTS}/dismiss`, { id: ids })
    expect(await requestsOf(ada)).toEqual([])
    expect((await ada.api.get('/api/v1/notifications?include_filtered=true')).body).toEqual([])
    await say(ben, `@${ada.username} once more`, { visibility: 'direct' })
    expect(await requestsOf(ada)).toHaveLength(1)
  })

  test('an answer to what one said in private is no stranger’s', async () => {
    const [ada, ben] = await cast(server, 'ada', 'ben')
    await ada.api.patch(POLICY, { for_private_mentions: 'filter' })
    const post = await say(ada, `@${ben.username} psst`, { visibility: 'direct' })
    await say(ben, `@${ada.username} yes?`, { in_reply_to_id: post.id, visibility: 'direct' })
    expect(kinds(await read(ada))).toEqual(['1 mention'])
  })

  test('who is not wanted at all leaves nothing', async () => {
    const [ada, ben] = await cast(server, 'ada', 'ben')
    await ada.api.patch(POLICY, { for_not_followers: 'drop', for_new_accounts: 'drop' })
    await say(ben, `@${ada.username} hello`)
    expect(await requestsOf(ada)).toEqual([])
    expect((await ada.api.get('/api/v1/notifications?include_filtered=true')).body).toEqual([])
  })
})
