import { expect } from 'playwright/test'
import { type Community, newName, test } from './support/community.ts'
import { fitsSmall, looksRight } from './support/looks.ts'
import { followFrom } from './support/neighbours.ts'
import { logInAsOwner } from './support/owner.ts'
import { hills } from './support/pictures.ts'

/** A second community, on an address of its own, that the first one has heard of. */
async function neighbours(newCommunity: (settings: Record<string, string>) => Promise<Community>) {
  const settings = { FEDERATION_ALLOW_LOOPBACK: '1' }
  const here = await newCommunity(settings)
  const there = await newCommunity({ ...settings, HOST: '127.0.0.2' })
  return { here, there, host: new URL(there.url).host }
}

/** Puts a picture on a server, for a post to come. */
async function upload(at: Community, who: string): Promise<string> {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(await hills())], { type: 'image/jpeg' }), 'loaves.jpg')
  form.set('description', 'Loaves on a table')
  const headers = { authorization: `Bearer ${await at.token(who)}` }
  const answer = await fetch(`${at.url}/api/v2/media`, { method: 'POST', headers, body: form })
  return String((await answer.json()).id)
}

test('A member looks into another server, and those who run the community cut it off', async ({
  page,
  browser,
  newCommunity,
}) => {
  const { here, there, host } = await neighbours(newCommunity)
  const [bo, ola] = [newName('bo'), newName('ola')]
  const [ann, mo, max] = [newName('ann'), newName('mo'), newName('max')]
  await there.member(bo)
  await there.member(ola)
  await there.admin('accounts', 'modify', ola, '--add-role', 'owner')
  const say = (status: string, more = {}) => there.api(bo, 'POST', '/api/v1/statuses', { status, ...more })
  await say('Bread is ready at the commons')
  await say('Under a warning', { spoiler_text: 'Hunger', media_ids: [await upload(there, bo)] })
  await here.member(ann)
  await here.logIn(page.context(), ann)
  await followFrom(there, bo, `@${ann}@${new URL(here.url).host}`)

  await page.goto(`${here.url}/@${bo}@${host}`)
  await expect(page.getByRole('link', { name: 'followed by 0' })).toBeVisible()
  await page.getByRole('button', { name: 'Follow', exact: true }).click()
  // their server says yes on its own, and the page hears of it
  await expect(page.getByRole('button', { name: 'Following', exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: 'followed by 1' }), 'counted at once').toBeVisible()
  await looksRight(page)

  await page.goto(`${here.url}/about`)
  await page.getByRole('link', { name: 'other instance', exact: true }).click()
  await page.getByRole('link', { name: host }).click()
  await expect(page.getByRole('heading', { level: 1, name: host })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Its rules' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Who answers for it' })).toContainText(`@${ola}@${host}`)
  await page.getByRole('button', { name: 'Look into it' }).click()
  await expect(page.getByText('Bread is ready at the commons')).toBeVisible()
  await expect(page.getByText('Under a warning')).toBeHidden()
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  const picture = page.getByRole('img', { name: 'Loaves on a table' })
  await expect(picture).toHaveAttribute('src', new RegExp(`^${here.url}/proxy/looked/`))
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Older ones' }).click()
  await expect(page.getByText('There is nothing older.').first()).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)

  await there.crash()
  const { id } = (await here.api(ann, 'POST', '/api/v1/statuses', { status: 'Who hears me?' })) as { id: string }
  const far = () => here.api(ann, 'GET', `/api/community/v1/statuses/${id}/delivery`)
  await expect.poll(far).toMatchObject({ servers: 1, delivered: 0, waiting: 1 })
  await page.goto(`${here.url}/peers/${encodeURIComponent(host)}`)
  await expect(page.getByText('1 delivery waits')).toBeVisible()
  await expect(page.getByText('deliveries have failed since')).toBeVisible()
  await looksRight(page)
  await there.revive()
  await here.advance('PT10M')
  await expect.poll(far).toMatchObject({ servers: 1, delivered: 1, waiting: 0 })

  const desk = await browser.newContext({ baseURL: here.url })
  const staff = await desk.newPage()
  await logInAsOwner(here, desk, mo)
  await here.member(max)
  await here.admin('accounts', 'modify', max, '--add-role', 'moderator')
  await staff.goto(`/peers/${encodeURIComponent(host)}`)
  await staff.getByRole('link', { name: 'Change that' }).click()
  await staff.getByRole('checkbox', { name: /Cut it off/ }).check()
  await staff.getByRole('textbox', { name: /Public reason/ }).fill('They raid our threads.')
  await looksRight(staff)
  await staff.getByRole('button', { name: 'See what it does' }).click()
  await expect(staff.getByText('1 member loses 2 follows.')).toBeVisible()
  await expect(staff.getByText('Cutting a server off takes two', { exact: false }).first()).toBeVisible()
  await staff.getByRole('button', { name: 'Propose it' }).click()
  await expect(staff.getByText('You proposed this: somebody else has to agree.')).toBeVisible()
  await looksRight(staff)
  await fitsSmall(staff)
  await here.logIn(desk, max)
  await staff.goto('/moderation')
  await staff.getByRole('link', { name: /cut a server off/ }).click()
  await staff.getByLabel('Your reason').fill('I read the threads.')
  await staff.getByRole('button', { name: 'I agree' }).click()
  await expect(staff.getByRole('listitem').filter({ hasText: 'They raid our threads.' })).toBeVisible()
  await staff.getByRole('button', { name: `Decide otherwise ${host}` }).click()
  await expect(staff.getByRole('textbox', { name: 'Name of the server' })).toBeFocused()
  await expect(staff.getByRole('textbox', { name: 'Name of the server' })).toHaveValue(host)
  await staff.getByRole('button', { name: 'Leave it' }).click()
  await expect(staff.getByRole('textbox', { name: 'Name of the server' })).toHaveValue('')
  await here.logIn(desk, mo)
  await staff.goto('/house/disk')
  await expect(staff.getByRole('heading', { name: /of 20 GB used/ })).toBeVisible()
  await expect(staff.getByRole('link', { name: host })).toBeVisible()
  await staff.getByRole('spinbutton', { name: /in gigabytes/ }).fill('5')
  await staff.getByRole('button', { name: 'Let that hold' }).click()
  await expect(staff.getByRole('heading', { name: /of 5 GB used/ })).toBeVisible()
  await looksRight(staff)
  await fitsSmall(staff)
  await desk.close()

  await page.goto(`${here.url}/settings/servers`)
  await expect(page.getByText(`You followed: @${bo}@${host}`)).toBeVisible()
  await expect(page.getByText(`They followed you: @${bo}@${host}`)).toBeVisible()
  await expect(page.getByText('They raid our threads.')).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  await page.goto(`${here.url}/@${bo}@${host}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Nobody by this name' })).toBeVisible()
  await looksRight(page)
  await page.getByRole('link', { name: `what we decided about ${host}` }).click()
  await expect(page.getByRole('region', { name: /decided/ })).toContainText('They raid our threads.')
})
