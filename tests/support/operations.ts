import { createECDH, randomBytes } from 'node:crypto'
import { follow, say } from './masto.ts'
import { photo } from './pictures.ts'
import type { Person, TestServer } from './server.ts'
import { PAGE } from './trending.ts'

/** Those among whom every operation is done once; ann follows ben, and what strangers say to her waits. */
export type World = { server: TestServer; ann: Person; ben: Person; boss: Person; fresh(): Promise<Person> }

/** What one operation needs: who does it (ann, unless said otherwise), what its address names, and its form. */
export type Operation = {
  by?: 'ann' | 'ben' | 'boss'
  ids?: (world: World) => Promise<string[]> | string[]
  form?: object | ((world: World) => Promise<object>)
}

const ofBen: Operation = { ids: ({ ben }) => [ben.id] }
const ofStranger: Operation = { ids: async ({ fresh }) => [(await fresh()).id] }
const ofOwn: Operation = { ids: async ({ ann }) => [(await say(ann, 'A word #bread')).id] }
const ofBens: Operation = { ids: async ({ ben }) => [(await say(ben, 'A word #bread')).id] }
const ofTag: Operation = { ids: () => ['bread'] }

const made = async ({ ann }: World, path: string, body: object): Promise<string> => {
  const { status, body: answer, text } = await ann.api.post(path, body)
  if (status !== 200) throw new Error(`${path}: ${status} ${text}`)
  return answer.id
}
const soon = () => new Date(Date.now() + 6e6).toISOString()
const ofScheduled: Operation = {
  ids: async (world) => [await made(world, '/api/v1/statuses', { status: 'Later', scheduled_at: soon() })],
}
const ofList: Operation = { ids: async (world) => [await made(world, '/api/v1/lists', { title: 'kin' })] }
const ofPoll: Operation = {
  ids: async ({ ben }) => [
    (await say(ben, 'Which?', { poll: { options: ['a', 'b'], expires_in: 3600 } })).poll?.id ?? '',
  ],
}
const v2Filter = { title: 'sport', context: ['home'], keywords_attributes: [{ keyword: 'goal', whole_word: true }] }
const ofFilter: Operation = { ids: async (world) => [await made(world, '/api/v2/filters', v2Filter)] }
const ofOldFilter: Operation = {
  ids: async (world) => [await made(world, '/api/v1/filters', { phrase: 'goal', context: ['home'] })],
}
const ofKeyword: Operation = {
  ids: async (world) => {
    const filter = await made(world, '/api/v2/filters', v2Filter)
    return [await made(world, `/api/v2/filters/${filter}/keywords`, { keyword: 'match' })]
  },
}
const ofFilteredPost: Operation = {
  ids: async (world) => {
    const filter = await made(world, '/api/v2/filters', v2Filter)
    const { id } = await say(world.ben, 'goal')
    return [await made(world, `/api/v2/filters/${filter}/statuses`, { status_id: id })]
  },
}
const ofTalk: Operation = {
  ids: async ({ ann, ben }) => {
    await say(ben, '@ann between us', { visibility: 'direct' })
    return [(await ann.api.get('/api/v1/conversations')).body[0].id]
  },
}
const toldOne = async ({ ann, ben }: World): Promise<string> => {
  await say(ben, '@ann a word')
  return (await ann.api.get('/api/v1/notifications')).body[0].id
}
const ofNotice: Operation = { ids: async (world) => [await toldOne(world)] }
const ofGroup: Operation = { ids: async (world) => [`ungrouped-${await toldOne(world)}`] }
const waiting = async ({ ann, fresh }: World): Promise<string> => {
  await say(await fresh(), '@ann may I')
  return (await ann.api.get('/api/v1/notifications/requests')).body[0].id
}
const ofRequest: Operation = { ids: async (world) => [await waiting(world)] }
const ofRequests: Operation = { form: async (world: World) => ({ id: [await waiting(world)] }) }
const asking: Operation = {
  by: 'boss',
  ids: async ({ boss, fresh }) => {
    const one = await fresh()
    await follow(one, boss)
    return [one.id]
  },
}
const ofAnnouncement: Operation = {
  ids: async ({ boss }) => [
    (await boss.browser.post('/api/community/v1/admin/announcements', { text: 'Down on Sunday' })).body.id,
  ],
}
const reaction = async (world: World) => [...((await ofAnnouncement.ids?.(world)) ?? []), '🎉']
const picture = async () => new Blob([new Uint8Array(await photo(16, 16))], { type: 'image/jpeg' })
const upload: Operation = { form: async () => ({ file: await picture(), description: 'A wall' }) }
const ofPicture: Operation = {
  ids: async ({ ann }) => {
    const form = new FormData()
    form.set('file', await picture(), 'wall.jpg')
    return [(await ann.api.post('/api/v1/media', form)).body.id]
  },
}
const device = () => ({
  endpoint: `https://push.example/${randomBytes(6).toString('hex')}`,
  keys: {
    p256dh: createECDH('prime256v1').generateKeys('base64url'),
    auth: randomBytes(16).toString('base64url'),
  },
})
const alerts = { alerts: { mention: true } }
const ofDevice: Operation = {
  ids: async ({ ann }) => {
    await ann.api.post('/api/v1/push/subscription', { subscription: device(), data: alerts })
    return []
  },
}
const ofFeatured: Operation = {
  ids: async (world) => {
    await world.ann.api.post('/api/v1/tags/bread/unfeature')
    return [await made(world, '/api/v1/featured_tags', { name: 'bread' })]
  },
}
const ofQuote: Operation = {
  ids: async ({ ann, ben }) => {
    const { id } = await say(ann, 'Quote me', { quote_approval_policy: 'public' })
    return [id, (await say(ben, 'Look', { quoted_status_id: id })).id]
  },
}

const accounts: Record<string, Operation> = {
  'get /api/v1/accounts/relationships': { form: async ({ ben }: World) => ({ id: [ben.id] }) },
  'get /api/v1/accounts/familiar_followers': { form: async ({ ben }: World) => ({ id: [ben.id] }) },
  'get /api/v1/accounts/search': { form: { q: 'ben' } },
  'get /api/v1/accounts/lookup': { form: { acct: 'ben' } },
  'get /api/v1/accounts': { form: async ({ ben }: World) => ({ id: [ben.id] }) },
  'patch /api/v1/accounts/update_credentials': { form: { display_name: 'Ann', locked: false } },
  'patch /api/v1/profile': { form: { display_name: 'Ann' } },
  'put /api/v1/profile': { form: { display_name: 'Ann' } },
  'post /api/v1/accounts/:id/note': { ...ofBen, form: { comment: 'from the garden' } },
  'post /api/v1/follow_requests/:id/authorize': asking,
  'post /api/v1/follow_requests/:id/reject': asking,
  'post /api/v1/domain_blocks': { form: { domain: 'spam.example' } },
  'delete /api/v1/domain_blocks': { form: { domain: 'spam.example' } },
  'delete /api/v1/suggestions/:account_id': ofStranger,
  'post /api/v1/reports': { form: async ({ ben }: World) => ({ account_id: ben.id, comment: 'harsh' }) },
}
for (const verb of ['follow', 'unfollow', 'remove_from_followers', 'block', 'unblock', 'mute', 'unmute'])
  accounts[`post /api/v1/accounts/:id/${verb}`] = ofStranger
for (const verb of ['endorse', 'pin', 'unendorse', 'unpin']) accounts[`post /api/v1/accounts/:id/${verb}`] = ofBen
for (const what of ['', '/followers', '/following', '/featured_tags', '/endorsements', '/lists', '/statuses'])
  accounts[`get /api/v1/accounts/:id${what}`] = ofBen

const statuses: Record<string, Operation> = {
  'post /api/v1/statuses': { form: { status: 'Hello', visibility: 'unlisted', sensitive: true } },
  'get /api/v1/statuses': { form: async ({ ben }: World) => ({ id: [(await say(ben, 'One of some')).id] }) },
  'put /api/v1/statuses/:id': { ...ofOwn, form: { status: 'Other words' } },
  'delete /api/v1/statuses/:id': ofOwn,
  'get /api/v1/statuses/:id/source': ofOwn,
  'put /api/v1/statuses/:id/interaction_policy': { ...ofOwn, form: { quote_approval_policy: 'nobody' } },
  'post /api/v1/statuses/:id/quotes/:quoting_id/revoke': ofQuote,
  'post /api/v1/statuses/:id/pin': ofOwn,
  'post /api/v1/statuses/:id/unpin': ofOwn,
  'get /api/v1/scheduled_statuses/:id': ofScheduled,
  'put /api/v1/scheduled_statuses/:id': { ...ofScheduled, form: { scheduled_at: soon() } },
  'delete /api/v1/scheduled_statuses/:id': ofScheduled,
  'get /api/v1/polls/:id': ofPoll,
  'post /api/v1/polls/:id/votes': { ...ofPoll, form: { choices: [0] } },
  'post /api/v2/media': upload,
  'post /api/v1/media': upload,
  'get /api/v1/media/:id': ofPicture,
  'put /api/v1/media/:id': { ...ofPicture, form: { description: 'A red wall' } },
  'delete /api/v1/media/:id': ofPicture,
}
for (const verb of ['reblog', 'unreblog', 'favourite', 'unfavourite', 'bookmark', 'unbookmark', 'mute', 'unmute'])
  statuses[`post /api/v1/statuses/:id/${verb}`] = ofBens
for (const what of ['', '/quotes', '/history', '/context', '/reblogged_by', '/favourited_by'])
  statuses[`get /api/v1/statuses/:id${what}`] = ofBens

const reading: Record<string, Operation> = {
  'get /api/v2/search': { form: { q: 'bread' } },
  'get /api/v1/timelines/list/:id': ofList,
  'get /api/v1/timelines/tag/:hashtag': ofTag,
  'get /api/v1/timelines/link': { form: { url: PAGE } },
  'post /api/v1/markers': { form: { home: { last_read_id: '1' } } },
  'post /api/v1/featured_tags': {
    form: async ({ ann }: World) => {
      await ann.api.post('/api/v1/tags/roses/unfeature')
      return { name: 'roses' }
    },
  },
  'delete /api/v1/featured_tags/:id': ofFeatured,
  'get /api/v1/tags/:name': ofTag,
  'post /api/v1/lists': { form: { title: 'kin' } },
  'get /api/v1/lists/:id': ofList,
  'put /api/v1/lists/:id': { ...ofList, form: { title: 'kith' } },
  'delete /api/v1/lists/:id': ofList,
  'get /api/v1/lists/:id/accounts': ofList,
  'post /api/v1/lists/:id/accounts': { ...ofList, form: async ({ ben }: World) => ({ account_ids: [ben.id] }) },
  'delete /api/v1/lists/:id/accounts': { ...ofList, form: async ({ ben }: World) => ({ account_ids: [ben.id] }) },
  'post /api/v1/filters': { form: { phrase: 'goal', context: ['home'] } },
  'get /api/v1/filters/:id': ofOldFilter,
  'put /api/v1/filters/:id': { ...ofOldFilter, form: { phrase: 'goals', context: ['home'] } },
  'delete /api/v1/filters/:id': ofOldFilter,
  'post /api/v2/filters': { form: v2Filter },
  'get /api/v2/filters/:id': ofFilter,
  'put /api/v2/filters/:id': { ...ofFilter, form: { title: 'games' } },
  'delete /api/v2/filters/:id': ofFilter,
  'get /api/v2/filters/:id/keywords': ofFilter,
  'post /api/v2/filters/:id/keywords': { ...ofFilter, form: { keyword: 'match', whole_word: false } },
  'get /api/v2/filters/keywords/:id': ofKeyword,
  'put /api/v2/filters/keywords/:id': { ...ofKeyword, form: { keyword: 'set' } },
  'delete /api/v2/filters/keywords/:id': ofKeyword,
  'get /api/v2/filters/:id/statuses': ofFilter,
  'post /api/v2/filters/:id/statuses': {
    ...ofFilter,
    form: async ({ ben }: World) => ({ status_id: (await say(ben, 'goal')).id }),
  },
  'get /api/v2/filters/statuses/:id': ofFilteredPost,
  'delete /api/v2/filters/statuses/:id': ofFilteredPost,
}
for (const verb of ['feature', 'unfeature', 'follow', 'unfollow']) reading[`post /api/v1/tags/:name/${verb}`] = ofTag

const told: Record<string, Operation> = {
  'post /api/v1/conversations/:id/read': ofTalk,
  'post /api/v1/conversations/:id/unread': ofTalk,
  'delete /api/v1/conversations/:id': ofTalk,
  'patch /api/v2/notifications/policy': { form: { for_not_following: 'filter' } },
  'put /api/v2/notifications/policy': { form: { for_not_following: 'filter' } },
  'put /api/v1/notifications/policy': { form: { filter_not_following: true } },
  'get /api/v2/notifications/:group_key': ofGroup,
  'get /api/v2/notifications/:group_key/accounts': ofGroup,
  'post /api/v2/notifications/:group_key/dismiss': ofGroup,
  'get /api/v1/notifications/requests/:id': ofRequest,
  'post /api/v1/notifications/requests/:id/accept': ofRequest,
  'post /api/v1/notifications/requests/:id/dismiss': ofRequest,
  'post /api/v1/notifications/requests/accept': ofRequests,
  'post /api/v1/notifications/requests/dismiss': ofRequests,
  'get /api/v1/notifications/:id': ofNotice,
  'post /api/v1/notifications/:id/dismiss': ofNotice,
  'post /api/v1/notifications/dismiss': { form: async (world: World) => ({ id: await toldOne(world) }) },
  'get /api/v1/push/subscription': ofDevice,
  'post /api/v1/push/subscription': { form: async () => ({ subscription: device(), data: alerts }) },
  'put /api/v1/push/subscription': { ...ofDevice, form: { data: alerts } },
  'delete /api/v1/push/subscription': ofDevice,
  'post /api/v1/announcements/:id/dismiss': ofAnnouncement,
  'put /api/v1/announcements/:id/reactions/:name': { ids: reaction },
  'delete /api/v1/announcements/:id/reactions/:name': {
    ids: async (world) => {
      const [id = '', name = ''] = await reaction(world)
      await world.ann.api.put(`/api/v1/announcements/${id}/reactions/${encodeURIComponent(name)}`)
      return [id, name]
    },
  },
}

const others: Record<string, Operation> = {
  'post /api/v1/apps': { form: { client_name: 'A program', redirect_uris: 'urn:ietf:wg:oauth:2.0:oob' } },
  'get /api/v1/instance/terms_of_service/:date': {
    ids: async ({ server }) => [(await server.visitor.get('/api/v1/instance/terms_of_service')).body.effective_date],
  },
}

/** What each operation needs whose address or form is not empty; every other one needs nothing. */
export const operations: Record<string, Operation> = { ...accounts, ...statuses, ...reading, ...told, ...others }

/** An operation that needs nothing. */
export const plainly: Operation = {}
