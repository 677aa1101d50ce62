import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, activity, type Doc, PUBLIC } from '../support/evil-peer.ts'
import { type Fed, startFed } from '../support/federation.ts'
import { befriend, readAs } from '../support/forms.ts'

let fed: Fed
beforeAll(async () => {
  fed = await startFed()
})
afterAll(() => fed.stop())

const befriended = (name: string, about?: Doc) => befriend(fed, name, about)
const read = (actor: Actor, note: Doc, more?: Doc) => readAs(fed, actor, note, more)

test('Mastodon: a reply with a conversation, an empty summary and replies given as a collection', async () => {
  const mia = await befriended('mia')
  const note = mia.note({
    summary: null,
    inReplyTo: null,
    atomUri: 'tag:x',
    conversation: 'tag:mastodon.example,2026-11-22:objectId=1:objectType=Conversation',
    contentMap: { en: '<p>Good morning from elsewhere</p>' },
    replies: { type: 'Collection', first: { type: 'CollectionPage', next: `${fed.peer.url}/r?page=2`, items: [] } },
    likes: { type: 'Collection', totalItems: 3 },
    updated: null,
  })
  expect(await read(mia, note)).toMatchObject({ spoiler_text: '', language: 'en', edited_at: null, sensitive: false })
})

test('GoToSocial: one address in place of a list, an update time on every post, and a policy for answers', async () => {
  const gina = await befriended('gina')
  const published = '2026-11-20T10:00:00Z'
  const note = gina.note({
    to: PUBLIC,
    cc: `${gina.uri}/followers`,
    published,
    updated: published,
    interactionPolicy: { canQuote: { automaticApproval: [PUBLIC] }, canReply: { always: PUBLIC } },
    attachment: {
      type: 'Image',
      mediaType: 'image/webp',
      url: `${fed.peer.url}/a.webp`,
      name: 'A cat',
      blurhash: 'LEHV6nWB2yk8pyo0adR*.7kCMdnj',
    },
    tag: { type: 'Hashtag', name: '#cats', href: `${fed.peer.url}/tags/cats` },
  })
  expect(await read(gina, note)).toMatchObject({
    visibility: 'public',
    edited_at: null,
    quote_approval: { automatic: ['public'] },
    media_attachments: [{ description: 'A cat', type: 'image' }],
    tags: [{ name: 'cats' }],
  })
})

test('Misskey: a quote under its own name, votes in its own place, emoji with an updated time', async () => {
  const mei = await befriended('mei', { isCat: true, _misskey_summary: 'x' })
  const quoted = mei.note({ content: '<p>Said before</p>' })
  await read(mei, quoted)
  const note = mei.note({
    content: '<p><span>:neko: look</span></p>',
    _misskey_content: ':neko: look',
    source: { content: ':neko: look', mediaType: 'text/x.misskeymarkdown' },
    _misskey_quote: quoted.id,
    quoteUrl: quoted.id,
    tag: [
      {
        id: `${fed.peer.url}/emojis/neko`,
        type: 'Emoji',
        name: ':neko:',
        updated: '2026-01-01T00:00:00Z',
        icon: { type: 'Image', mediaType: 'image/png', url: `${fed.peer.url}/neko.png` },
      },
    ],
  })
  const body = await read(mei, note)
  expect(body).toMatchObject({
    emojis: [{ shortcode: 'neko' }],
    quote: { state: 'accepted', quoted_status: { uri: quoted.id } },
  })
  const poll = mei.note({
    type: 'Question',
    oneOf: [
      { type: 'Note', name: 'a', _misskey_votes: 2 },
      { type: 'Note', name: 'b', _misskey_votes: 1 },
    ],
    endTime: '2099-01-01T00:00:00.000Z',
  })
  expect((await read(mei, poll)).poll).toMatchObject({ votes_count: 3 })
  const { body: posted } = await fed.alice.api.post('/api/v1/statuses', { status: 'A post' })
  const liked = {
    ...activity(mei, 'Like', posted.uri),
    content: ':neko:',
    _misskey_reaction: ':neko:',
  }
  await mei.send(fed.inbox, liked)
  expect((await fed.alice.api.get('/api/v1/notifications')).body[0]).toMatchObject({ type: 'favourite' })
  await mei.send(fed.inbox, activity(mei, 'Undo', liked))
  expect((await fed.alice.api.get(`/api/v1/statuses/${posted.id}`)).body.favourites_count).toBe(0)
})

test('Pleroma: short names of the public, several URLs of a picture, a context in place of a conversation', async () => {
  const pia = await befriended('pia', {
    '@context': ['https://www.w3.org/ns/activitystreams', { '@language': 'und' }],
    capabilities: { acceptsChatMessages: true },
  })
  const note = pia.note({
    to: ['as:Public'],
    cc: [`${pia.uri}/followers`],
    context: `${fed.peer.url}/contexts/1`,
    summary: 'Cooking &amp; heat',
    source: 'text',
    attachment: [
      {
        type: 'Document',
        mediaType: 'image/jpeg',
        name: '',
        url: [{ type: 'Link', href: `${fed.peer.url}/m.jpg`, mediaType: 'image/jpeg', width: 640, height: 480 }],
      },
    ],
  })
  expect(await read(pia, note)).toMatchObject({
    visibility: 'public',
    spoiler_text: 'Cooking & heat',
    media_attachments: [
      { type: 'image', description: null, remote_url: `${fed.peer.url}/m.jpg`, meta: { original: { width: 640 } } },
    ],
  })
  const quiet = pia.note({ to: [`${pia.uri}/followers`], cc: ['Public'] })
  expect(await read(pia, quiet)).toMatchObject({ visibility: 'unlisted' })
})

test('Pleroma and Akkoma: a reaction with a picture is a favourite, until the very one is taken back', async () => {
  const pam = await befriended('pam')
  const { body: posted } = await fed.alice.api.post('/api/v1/statuses', { status: 'To react to' })
  const likes = async () => (await fed.alice.api.get(`/api/v1/statuses/${posted.id}`)).body.favourites_count
  const fire = activity(pam, 'EmojiReact', posted.uri, { content: '🔥' })
  const other = activity(pam, 'EmojiReact', posted.uri, { content: ':cat:' })
  for (const one of [fire, other]) await pam.send(fed.inbox, one)
  expect(await likes()).toBe(1)
  await pam.send(fed.inbox, activity(pam, 'Undo', other))
  expect(await likes()).toBe(1)
  await pam.send(fed.inbox, activity(pam, 'Undo', fire))
  expect(await likes()).toBe(0)
})

test('MUST: a chat message of Pleroma, Akkoma or Lemmy is a private message to whom it is for, and nobody else', async () => {
  const ben = await fed.server.signUp('ben')
  const pat = fed.peer.actor('pat')
  const letter = pat.note({
    type: 'ChatMessage',
    to: [fed.uriOf(fed.alice)],
    cc: undefined,
    content: 'Tea at <b>four</b>?',
  })
  await pat.send(fed.inbox, activity(pat, 'Create', letter, { to: [fed.uriOf(fed.alice)] }))
  // like any first word of a stranger, it waits until she says that she wants it
  const { body: asked } = await fed.alice.api.get('/api/v1/notifications/requests')
  expect(asked).toMatchObject([{ account: { username: 'pat' }, last_status: { visibility: 'direct' } }])
  await fed.alice.api.post(`/api/v1/notifications/requests/${asked[0].id}/accept`)
  const [first] = (await fed.alice.api.get('/api/v1/conversations')).body
  expect(first.last_status).toMatchObject({ visibility: 'direct', account: { username: 'pat' } })
  expect(first.last_status.content).toContain('four')
  const path = `/api/v1/statuses/${first.last_status.id}`
  expect([(await ben.api.get(path)).status, (await fed.server.visitor.get(path)).status]).toEqual([404, 404])
  // nor is one for everybody that says it is
  const loud = pat.note({ type: 'ChatMessage', to: [PUBLIC, fed.uriOf(fed.alice)], content: 'Hear me' })
  await pat.send(fed.inbox, activity(pat, 'Create', loud))
  expect((await ben.api.get(`/api/v1/statuses/${fed.postAt(loud.id)?.id}`)).status).toBe(404)
})

test('Lemmy: a page with a title, and a community that hands it on', async () => {
  const group = await befriended('bees', { type: 'Group', name: 'Bees', summary: '<p>All about bees</p>' })
  const lea = fed.peer.actor('lea')
  const page = lea.note({
    type: 'Page',
    id: `${fed.peer.url}/post/9`,
    attributedTo: lea.uri,
    name: 'A hive for every roof',
    content: '<p>Here is how</p>',
    mediaType: 'text/html',
    attachment: [{ type: 'Link', href: 'https://hives.example/how' }],
    image: { type: 'Image', url: `${fed.peer.url}/thumb.jpg` },
    to: [group.uri, PUBLIC],
    cc: [],
    audience: group.uri,
  })
  const create = activity(lea, 'Create', page, { audience: group.uri })
  await group.send(fed.inbox, activity(group, 'Announce', create, { to: [PUBLIC], cc: [`${group.uri}/followers`] }))
  await fed.server.advance('PT2S')
  const [first] = (await fed.alice.api.get('/api/v1/timelines/home')).body
  expect(first).toMatchObject({ account: { username: 'bees', group: true }, reblog: { account: { username: 'lea' } } })
  expect(first.reblog.content).toContain('<strong>A hive for every roof</strong>')
  expect(first.reblog.content).toContain('Here is how')
  expect(first.reblog.content).toContain('href="https://hives.example/how"')
  // it hands on edits and deletions, too; what is true of them is asked of the post's own server
  const status = async () => await fed.alice.api.get(`/api/v1/statuses/${first.reblog.id}`)
  // votes that it hands on are no boosts, whichever way they go
  for (const vote of ['Like', 'Dislike'])
    await group.send(fed.inbox, activity(group, 'Announce', activity(lea, vote, page.id), { to: [PUBLIC], cc: [] }))
  expect(fed.count('FROM statuses WHERE reblog_of_id IS NOT NULL')).toBe(1)
  const handOn = async (type: string, object: unknown) => {
    await group.send(fed.inbox, activity(group, 'Announce', activity(lea, type, object), { to: [PUBLIC], cc: [] }))
    await fed.server.advance('PT10M')
  }
  await handOn('Delete', page.id)
  expect((await status()).status).toBe(200)
  fed.peer.serve({ ...page, content: '<p>Here is how, once more</p>', updated: '2099-01-01T00:00:00Z' })
  await handOn('Update', { ...page, content: '<p>Forged</p>' })
  expect((await status()).body.content).toContain('once more')
  fed.peer.pages.delete('/post/9')
  await handOn('Delete', page.id)
  expect((await status()).status).toBe(404)
})

test('Pixelfed: several pictures in their order, each with its words', async () => {
  const pip = await befriended('pip')
  const attachment = ['one', 'two', 'three'].map((name, n) => ({
    type: 'Image',
    mediaType: 'image/jpeg',
    url: `${fed.peer.url}/${n}.jpg`,
    name,
    blurhash: null,
    width: null,
    height: null,
  }))
  const body = await read(
    pip,
    pip.note({ attachment, commentsEnabled: true, capabilities: { announce: PUBLIC }, location: null }),
  )
  expect(body.media_attachments.map(({ description }: { description: string }) => description)).toEqual([
    'one',
    'two',
    'three',
  ])
})

test('Pixelfed: a story, which is gone after a day, is not kept and not asked for', async () => {
  const pio = await befriended('pio')
  const story = {
    id: `${pio.uri}/stories/1`,
    type: 'Story',
    attributedTo: pio.uri,
    object: { type: 'Bearcap', token: 'x' },
  }
  fed.peer.serve(story)
  for (const type of ['Add', 'Create', 'Announce'])
    expect((await pio.send(fed.inbox, activity(pio, type, story))).status).toBe(202)
  await fed.server.advance('PT10S')
  expect(fed.postAt(story.id)).toBeUndefined()
  expect(fed.peer.asked).not.toContain('GET /users/pio/stories/1')
})
