import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, activity, type Doc } from '../support/evil-peer.ts'
import { type Fed, startFed } from '../support/federation.ts'
import { befriend, readAs } from '../support/forms.ts'

let fed: Fed
beforeAll(async () => {
  fed = await startFed()
})
afterAll(() => fed.stop())

const befriended = (name: string, about?: Doc) => befriend(fed, name, about)
const read = (actor: Actor, note: Doc, more?: Doc) => readAs(fed, actor, note, more)

test('GoToSocial: a key at an address of its own; Mastodon: a post that is gone given as its tombstone', async () => {
  const gil = fed.peer.actor('gil')
  const keyId = `${gil.uri}/main-key`
  fed.peer.serve({ ...gil.doc, publicKey: { ...(gil.doc.publicKey as Doc), id: keyId } })
  await fed.befriend(fed.alice, { ...gil, send: (to, what) => gil.send(to, what, { keyId }) })
  const note = gil.note()
  expect((await gil.send(fed.inbox, activity(gil, 'Create', note), { keyId })).status).toBe(202)
  expect(fed.postAt(note.id)).toBeDefined()
  const gone = activity(gil, 'Delete', { id: note.id, type: 'Tombstone' })
  expect((await gil.send(fed.inbox, gone, { keyId })).status).toBe(202)
  expect(fed.postAt(note.id)).toBeUndefined()
})

test('a video, an article and an event become posts with their title and the way to them', async () => {
  const tv = await befriended('tv')
  const video = tv.note({
    type: 'Video',
    name: 'How bees dance',
    content: 'In **Markdown**',
    mediaType: 'text/markdown',
    attributedTo: [
      { type: 'Person', id: tv.uri },
      { type: 'Group', id: `${fed.peer.url}/users/channel` },
    ],
    url: [
      { type: 'Link', mediaType: 'video/mp4', href: `${fed.peer.url}/v.mp4` },
      { type: 'Link', mediaType: 'text/html', href: `${fed.peer.url}/w/1` },
    ],
  })
  const seen = await read(tv, video)
  expect(seen.content).toContain('How bees dance')
  expect(seen.url).toBe(`${fed.peer.url}/w/1`)
  expect(seen.content).toContain(`href="${fed.peer.url}/w/1"`)
  const article = await read(
    tv,
    tv.note({ type: 'Article', name: 'On honey', summary: 'no warning', content: '<h2>Part</h2><p>Text</p>' }),
  )
  expect(article).toMatchObject({ spoiler_text: '' })
  expect(article.content).toContain('<p>Part</p><p>Text</p>')
  const song = { type: 'Link', mediaType: 'audio/ogg', href: `${fed.peer.url}/s.ogg` }
  const heard = await read(tv, tv.note({ type: 'Audio', name: 'Humming', content: undefined, url: [song] }))
  expect(heard.content).toContain('<strong>Humming</strong>')
  const photo = tv.note({ type: 'Image', name: 'A hive', url: `${fed.peer.url}/hive.png`, mediaType: 'image/png' })
  expect(await read(tv, photo)).toMatchObject({
    content: expect.stringContaining('A hive'),
    media_attachments: [{ type: 'image', remote_url: `${fed.peer.url}/hive.png` }],
  })
  expect(
    (await read(tv, tv.note({ type: 'Event', name: 'Bee day', startTime: '2027-05-20T00:00:00Z' }))).content,
  ).toContain('Bee day')
})
