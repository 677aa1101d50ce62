import { strToU8, zipSync } from 'fflate'
import { expect } from 'playwright/test'
import { photo } from '../support/pictures.ts'
import { type Community, newName, PASSWORD, test } from './support/community.ts'
import { fitsSmall, looksRight } from './support/looks.ts'

/** Two communities on addresses of their own, as two servers are: a browser keeps what it is given by each apart. */
async function neighbours(newCommunity: (settings: Record<string, string>) => Promise<Community>) {
  const settings = { FEDERATION_ALLOW_LOOPBACK: '1' }
  const here = await newCommunity(settings)
  const home = await newCommunity({ ...settings, HOST: '127.0.0.2' })
  return { here, home, host: new URL(home.url).host }
}

test('A person from elsewhere signs in with their own server, and later moves in with all they had', async ({
  page,
  newCommunity,
}) => {
  const { here, home, host } = await neighbours(newCommunity)
  const [bo, cy] = [newName('bo'), newName('cy')]
  await home.member(bo)
  await home.member(cy)
  await home.logIn(page.context(), bo)
  const { id } = (await home.api(bo, 'GET', `/api/v1/accounts/lookup?acct=${cy}`)) as { id: string }
  await home.api(bo, 'POST', `/api/v1/accounts/${id}/follow`)
  await home.api(bo, 'POST', '/api/v1/domain_blocks', { domain: 'bad.example' })

  await page.goto(`${here.url}/elsewhere`)
  await expect(page.getByRole('heading', { level: 1, name: 'From another server' })).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  await page.getByRole('textbox', { name: 'Your handle, or your server' }).fill(`@${bo}@${host}`)
  await page.getByRole('button', { name: 'Sign in with your server' }).click()
  await page.getByRole('button', { name: 'Allow', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: `You are @${bo}@${host}` })).toBeVisible()
  await looksRight(page)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'From another server' })).toBeVisible()

  await here.member(bo)
  await here.logIn(page.context(), bo)
  await page.goto(`${here.url}/settings/moving`)
  await page.getByRole('textbox', { name: 'Your handle, or your server' }).fill(host)
  await page.getByRole('button', { name: 'Connect the old account' }).click()
  await page.getByRole('button', { name: 'Allow', exact: true }).click()
  await expect(page.getByText('All of it is here that could come.')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText('Follows: 1 of 1')).toBeVisible()
  await expect(page.getByText('Blocked servers: 1 of 1')).toBeVisible()
  const old = { id: `${home.url}/1`, type: 'Note', published: '2019-05-01T10:00:00Z', content: 'Words of long ago' }
  const path = 'media_attachments/files/1/original/garden.jpg'
  const picture = { type: 'Document', mediaType: 'image/jpeg', url: `/${path}`, name: 'A garden of long ago' }
  const film = { type: 'Document', mediaType: 'video/mp4', url: '/media_attachments/files/2/film.mp4' }
  const created = {
    ...old,
    inReplyTo: null,
    to: ['https://www.w3.org/ns/activitystreams#Public'],
    cc: [],
    attachment: [picture, film],
  }
  const outbox = {
    orderedItems: [
      { type: 'Create', object: created },
      { type: 'Announce', object: `${home.url}/2` },
    ],
  }
  const files = { 'outbox.json': strToU8(JSON.stringify(outbox)), 'avatar.jpg': await photo(), [path]: await photo() }
  const buffer = Buffer.from(zipSync(files))
  await page
    .getByLabel('The archive as it came from your old server')
    .setInputFiles({ name: 'archive.zip', mimeType: 'application/zip', buffer })
  await page.getByRole('button', { name: 'Bring the posts' }).click()
  await expect(page.getByText('1 boost: other people wrote those posts.')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText('Pictures: 1 of 2')).toBeVisible()
  await page.getByText('1 picture or film could not come').click()
  await expect(page.getByText('films and sounds are not kept here')).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  await page.goto(`${here.url}/@${bo}`)
  await expect(page.getByRole('img', { name: 'A garden of long ago' })).toBeVisible()
  await page.goto(`${here.url}/settings/servers`)
  await expect(page.getByRole('main').getByText('bad.example').first()).toBeVisible()
})

test('I move to another server: I say so in both places, my followers come along, and my old profile says where', {
  tag: '@long',
}, async ({ page, newCommunity }) => {
  const { here, home, host } = await neighbours(newCommunity)
  const [bo, fan] = [newName('bo'), newName('fan')]
  await home.member(bo)
  await home.member(fan)
  const { id } = (await home.api(fan, 'GET', `/api/v1/accounts/lookup?acct=${bo}`)) as { id: string }
  await home.api(fan, 'POST', `/api/v1/accounts/${id}/follow`)
  await here.member(bo)
  await here.logIn(page.context(), bo)
  await page.goto(`${here.url}/settings/moving`)
  await page.getByRole('textbox', { name: 'Handle of your other account' }).fill(`@${bo}@${host}`)
  await page.getByRole('button', { name: 'That is also me' }).click()
  await expect(page.getByRole('button', { name: `No longer @${bo}@${host}` })).toBeVisible()

  await home.logIn(page.context(), bo)
  await page.goto(`${home.url}/settings/moving`)
  const now = `@${bo}@${new URL(here.url).host}`
  await page.getByRole('textbox', { name: 'Handle of your new account' }).fill(now)
  await page.getByRole('button', { name: 'Move there' }).click()
  const dialog = page.getByRole('dialog', { name: 'Move your followers?' })
  await looksRight(page)
  await dialog.getByRole('textbox', { name: 'Your password' }).fill(PASSWORD)
  await dialog.getByRole('button', { name: 'Move there' }).click()
  await expect(page.getByText(`You moved to ${now}.`)).toBeVisible()
  await fitsSmall(page)
  await home.logIn(page.context(), fan)
  await page.goto(`${home.url}/@${bo}`)
  await expect(page.getByText('They moved. Their account is now')).toBeVisible()
  await looksRight(page)
  await page.getByRole('main').getByRole('link', { name: now }).click()
  await expect(page.getByRole('button', { name: 'Following', exact: true }), 'they came along').toBeVisible()
})
