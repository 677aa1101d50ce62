import { expect } from 'playwright/test'
import type { Notification } from '../../shared/api/notifications.ts'
import type { Poll, Status } from '../../shared/api/wire.ts'
import { type Community, newName, test } from './support/community.ts'
import { fitsSmall, looksRight } from './support/looks.ts'
import { chooseFromMore, postWith } from './support/screen.ts'

/** Somebody and how their own server knows somebody of the other one. */
type Side = { at: Community; name: string; other: string }

/** Finds somebody of another server and follows them, as a member's program does. */
async function follow({ at, name }: Pick<Side, 'at' | 'name'>, handle: string): Promise<string> {
  const query = new URLSearchParams({ q: handle, resolve: 'true', type: 'accounts' })
  // the form of Mastodon's answer
  const found = (await at.api(name, 'GET', `/api/v2/search?${query}`)) as { accounts: { id: string }[] }
  const id = found.accounts[0]?.id ?? ''
  await at.api(name, 'POST', `/api/v1/accounts/${id}/follow`)
  const follows = async () => {
    const path = `/api/v1/accounts/relationships?id[]=${id}`
    return ((await at.api(name, 'GET', path)) as { following: boolean }[])[0]?.following
  }
  await expect.poll(follows, `${name} follows ${handle}`).toBe(true)
  return id
}

const get = async <T>({ at, name }: Side, path: string): Promise<T> => (await at.api(name, 'GET', path)) as T

const write = async ({ at, name }: Side, status: string, more: object = {}): Promise<Status> =>
  (await at.api(name, 'POST', '/api/v1/statuses', { status, ...more })) as Status

/** Waits until a post of the other server came home, whole; gives it as it is here. */
async function arrives(side: Side, words: string): Promise<Status> {
  let found: Status | undefined
  const isThere = async () => {
    const home = await get<Status[]>(side, '/api/v1/timelines/home')
    found = home.find(({ content }) => content.includes(words))
    return found !== undefined
  }
  await expect.poll(isThere, `“${words}” comes home`).toBe(true)
  if (!found) throw new Error('it came and went')
  return found
}

test('What a friend on another server asks, changes, boosts and is quoted with means the same here', async ({
  page,
  newCommunity,
}) => {
  const settings = { FEDERATION_ALLOW_LOOPBACK: '1' }
  const [here, there] = [await newCommunity(settings), await newCommunity({ ...settings, HOST: '127.0.0.2' })]
  const ann: Side = { at: here, name: newName('ann'), other: '' }
  const bo: Side = { at: there, name: newName('bo'), other: '' }
  const hostOf = ({ at }: Side) => new URL(at.url).host
  for (const { at, name } of [ann, bo]) await at.member(name)
  ann.other = await follow(ann, `@${bo.name}@${hostOf(bo)}`)
  bo.other = await follow(bo, `@${ann.name}@${hostOf(ann)}`)
  await here.logIn(page.context(), ann.name)

  const asked = await write(bo, 'Which day?', { poll: { options: ['Monday', 'Friday'], expires_in: 3600 } })
  const said = await write(bo, 'Frist words', { spoiler_text: 'Spelling' })
  await arrives(ann, 'Which day?')
  await arrives(ann, 'Frist words')
  await page.goto(`${here.url}/home`)
  const lists = page.getByRole('navigation', { name: 'Timelines' })
  await lists.getByRole('link', { name: 'Elsewhere' }).click()
  await expect(postWith(page, 'Which day?')).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  await write(bo, 'Told while one reads')
  await page.getByRole('button', { name: 'Show 1 new post' }).click()
  await expect(postWith(page, 'Told while one reads')).toBeVisible()
  await lists.getByRole('link', { name: 'All', exact: true }).click()
  await expect(postWith(page, 'Told while one reads')).toBeVisible()
  await lists.getByRole('link', { name: 'Following' }).click()
  const poll = postWith(page, 'Which day?')
  await poll.getByRole('radio', { name: 'Friday' }).check()
  await poll.getByRole('button', { name: 'Vote' }).click()
  await expect(poll.getByRole('listitem').filter({ hasText: 'Friday' })).toContainText('(your vote)')
  const voters = async () => (await get<Poll>(bo, `/api/v1/polls/${asked.poll?.id}`)).voters_count
  await expect.poll(voters, 'the vote is counted where it was asked').toBe(1)

  const changed = postWith(page, 'Spelling')
  await expect(changed.getByText('Frist words')).toBeHidden()
  await there.api(bo.name, 'PUT', `/api/v1/statuses/${said.id}`, { status: 'First words', spoiler_text: 'Spelling' })
  await expect(changed.getByRole('button', { name: /edited/i })).toBeVisible()
  await changed.getByText('Show', { exact: true }).click()
  await expect(changed.getByText('First words')).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  await changed.getByRole('button', { name: /edited/i }).click()
  const history = page.getByRole('dialog', { name: 'What was changed' })
  await expect(history.getByRole('insertion')).toContainText('First')
  await looksRight(page)
  await page.keyboard.press('Escape')

  await changed.getByRole('button', { name: 'Boost' }).click()
  await expect(changed.getByRole('button', { name: 'Boosted 1' })).toBeVisible()
  await chooseFromMore(page, changed, 'Quote')
  const form = page.getByRole('form', { name: 'Quote a post' })
  await form.getByRole('textbox', { name: 'What do you want to say about it?' }).fill('Well said over there')
  await form.getByRole('button', { name: 'Post', exact: true }).click()
  await expect(page).toHaveURL(/\/home$/)
  const quote = await arrives(ann, 'Well said over there')
  const state = async () => (await get<Status>(ann, `/api/v1/statuses/${quote.id}`)).quote?.state
  await expect.poll(state, 'the friend’s server allows the quote').toBe('accepted')
  const told = async () =>
    (await get<Notification[]>(bo, '/api/v1/notifications')).map(({ type }) => type).filter((type) => type !== 'follow')
  await expect.poll(async () => new Set(await told())).toEqual(new Set(['reblog', 'quote']))
  await page.reload()
  const own = postWith(page, 'Well said over there')
  await expect(own.getByRole('region', { name: /Quoted/ })).toContainText('Spelling')
  await looksRight(page)
  await fitsSmall(page)

  await chooseFromMore(page, own, 'How far it got')
  const way = page.getByRole('dialog', { name: 'How far it got' })
  await expect(way.getByText('Delivered to 1 of 1 server.')).toBeVisible()
  await looksRight(page)
  await page.keyboard.press('Escape')

  const mine = await arrives(bo, 'Well said over there')
  await there.api(bo.name, 'POST', `/api/v1/statuses/${mine.id}/reblog`)
  await write(bo, 'And quoted back', { quoted_status_id: mine.id })
  await arrives(ann, 'And quoted back')
  await page.goto(`${here.url}/inbox`)
  await expect(page.getByText('boosted your post')).toBeVisible()
  await page.goto(`${here.url}/home`)
  const back = postWith(page, 'And quoted back')
  await expect(back.getByRole('region', { name: /Quoted/ })).toContainText('Well said over there')
  await looksRight(page)
})
