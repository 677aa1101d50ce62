import { expect } from 'playwright/test'
import { activity, type Doc, type Peer, startPeer } from '../support/evil-peer.ts'
import { looksRight } from './support/looks.ts'
import { test } from './support/people.ts'
import { postWith } from './support/screen.ts'

test.use({ settings: { FEDERATION_ALLOW_LOOPBACK: '1' } })

/** Bob of another server with some posts and a thread, of which one reply is gone. */
function settle(peer: Peer): { root: Doc; second: Doc } {
  const bob = peer.actor('bob', { name: 'Bob the beekeeper', summary: '<p>Hives on the <b>roof</b>.</p>' })
  const carla = peer.actor('carla', { name: 'Carla' })
  const root = bob.note({ content: '<p>The hives are open on Sunday</p>', published: '2026-11-20T10:00:00Z' })
  const replies = ['I bring bread', 'I bring tea'].map((words) =>
    carla.note({ content: `<p>${words}</p>`, inReplyTo: root.id, published: '2026-11-20T11:00:00Z' }),
  )
  const list = `${root.id}/replies`
  root.replies = { id: list, type: 'Collection', totalItems: 3, first: `${list}/1` }
  const items = [...replies.map((one) => one.id), `${carla.uri}/posts/gone`]
  peer.serve({ id: list, type: 'Collection', totalItems: 3, first: `${list}/1` })
  peer.serve({ id: `${list}/1`, type: 'CollectionPage', partOf: list, items })
  peer.serve(root)
  const second = bob.note({ content: '<p>Who brings a ladder?</p>', published: '2026-11-20T12:00:00Z' })
  const answer = carla.note({ content: '<p>I have one</p>', inReplyTo: second.id, published: '2026-11-20T13:00:00Z' })
  second.replies = { id: `${second.id}/replies`, type: 'Collection', totalItems: 1, items: [answer.id] }
  peer.serve(second.replies as Doc)
  peer.serve(second)
  const orderedItems = [root, bob.note({ content: '<p>Honey is ready</p>', summary: 'Food', sensitive: true })]
  peer.serve({
    id: `${bob.uri}/outbox`,
    type: 'OrderedCollection',
    totalItems: 2,
    orderedItems: orderedItems.map((note) => activity(bob, 'Create', note)),
  })
  return { root, second }
}

test('I find somebody of another server, read what they wrote, and fetch a whole conversation', async ({
  page,
  person,
}) => {
  const peer = await startPeer()
  const { root, second } = settle(peer)
  const ann = await person('ann')
  await ann.opens(page, '/search')
  const box = page.getByRole('searchbox', { name: 'People, hashtags and posts' })
  await box.fill(`@bob@${peer.host}`)
  await box.press('Enter')
  const found = page.getByRole('link', { name: 'Bob the beekeeper' })
  await expect(found).toBeVisible()
  await looksRight(page)

  await found.click()
  await expect(page.getByText('Hives on the roof.')).toBeVisible()
  await expect(postWith(page, 'The hives are open on Sunday')).toBeVisible()
  await expect(page.getByText('Honey is ready'), 'a warning stays closed').toBeHidden()
  await looksRight(page)

  await page.goto('/search')
  await box.fill(String(root.id))
  await box.press('Enter')
  await postWith(page, 'The hives are open on Sunday').getByText('10:00').click()
  await expect(page.getByText('0 of 3 replies here.')).toBeVisible()
  await looksRight(page)
  await page.getByRole('button', { name: 'Fetch the rest' }).click()
  await expect(postWith(page, 'I bring bread')).toBeVisible()
  await expect(page.getByText('2 replies came. 1 reply was deleted where it was.')).toBeVisible()
  await expect(page.getByText('2 of 3 replies here.')).toBeVisible()
  await looksRight(page)
  await page.getByRole('checkbox', { name: 'Always, when I open a conversation' }).check()

  await page.goto('/search')
  await box.fill(String(second.id))
  await box.press('Enter')
  await postWith(page, 'Who brings a ladder?').getByText('12:00').click()
  await expect(postWith(page, 'I have one'), 'without a tap').toBeVisible()
  await expect(page.getByText('1 reply came.')).toBeVisible()

  await page.goto('/search')
  await box.fill(`@nobody@${peer.host}`)
  await box.press('Enter')
  await expect(page.getByRole('heading', { name: `${peer.host} has nothing that we could show` })).toBeVisible()
  await peer.stop()
})
