import { expect, type Page } from 'playwright/test'
import type { MediationView } from '../../shared/api/mediation.ts'
import { MEDIATIONS, request } from '../support/mediation.ts'
import { type Community, newName, test } from './support/community.ts'
import { fitsSmall, looksRight } from './support/looks.ts'
import { answerCalmly, headed } from './support/mediation.ts'

/** Two communities, and in the first somebody who asks and somebody who mediates. */
async function neighbours(newCommunity: (settings: Record<string, string>) => Promise<Community>) {
  const settings = { FEDERATION_ALLOW_LOOPBACK: '1' }
  const here = await newCommunity(settings)
  const home = await newCommunity({ ...settings, HOST: '127.0.0.2' })
  const [ann, fern, bo] = [newName('ann'), newName('fern'), newName('bo')]
  await here.member(ann, '--created', 'P30D')
  await here.member(fern, '--created', 'P30D')
  await here.admin('accounts', 'modify', fern, '--add-role', 'mediator')
  await home.member(bo)
  const profile = { volunteering: true, accepted_code: true, languages: ['en'], hours: ['mon-evening'] }
  await here.api(fern, 'PUT', `${MEDIATIONS}/desk/profile`, profile)
  return { here, home, ann, fern, bo, address: `@${bo}@${new URL(home.url).host}` }
}

type Scene = Awaited<ReturnType<typeof neighbours>>

/** Asks about somebody far away; gives the case, and the link in the one message that they get. */
async function invite({ here, home, ann, bo, address }: Scene): Promise<{ id: string; link: string }> {
  const search = `/api/v2/search?type=accounts&resolve=true&q=${encodeURIComponent(address)}`
  const found = (await here.api(ann, 'GET', search)) as { accounts: { id: string }[] }
  const form = request({ id: found.accounts[0]?.id ?? '' }, { track: 'message' })
  const { id } = (await here.api(ann, 'POST', MEDIATIONS, form)) as MediationView
  await here.advance('PT2S')
  const written = async () => JSON.stringify(await home.api(bo, 'GET', '/api/v1/notifications/requests'))
  await expect.poll(written).toContain('/guest#')
  return { id, link: /http[^"\\]*\/guest#[\w-]+/.exec(await written())?.[0] ?? '' }
}

async function comeIn(page: Page, { home, bo, address }: Scene, link: string): Promise<void> {
  await home.logIn(page.context(), bo)
  await page.goto(link)
  await expect(headed(page, 'An invitation to a talk')).toBeVisible()
  expect(page.url()).not.toContain('#')
  await expect(page.getByText(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/)).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  await page.getByRole('textbox', { name: 'Your handle, or your server' }).fill(address)
  await page.getByRole('button', { name: 'Sign in with your server' }).click()
  await page.getByRole('button', { name: 'Allow', exact: true }).click()
}

async function sayYes(page: Page, { ann, address }: Scene): Promise<void> {
  await expect(headed(page, 'Someone asked a mediator for help with a disagreement with you')).toBeVisible()
  await expect(page.getByText(`You are here as ${address}`)).toBeVisible()
  await expect(page.getByText(ann)).toBeHidden()
  await looksRight(page)
  await fitsSmall(page)
  await page.getByRole('button', { name: 'See who and which thread' }).click()
  await expect(page.getByText(`@${ann}`)).toBeVisible()
  await page.getByRole('button', { name: 'Yes, to one message only' }).click()
  await page.getByRole('checkbox', { name: /I agree that this is kept/ }).check()
  await page.getByRole('button', { name: 'Go on' }).click()
  await answerCalmly(page)
  await page.getByRole('checkbox', { name: 'Monday evening' }).check()
  await looksRight(page)
  await page.getByRole('button', { name: 'Say yes' }).click()
  await expect(headed(page, 'Choose who could mediate')).toBeVisible()
}

test('I am asked to a talk on another server, show who I am with my own, and take part as a guest', async ({
  page,
  newCommunity,
}) => {
  const scene = await neighbours(newCommunity)
  const { here, ann, fern } = scene
  const { id, link } = await invite(scene)
  const does = (who: string, verb: string, form = {}) =>
    here.api(who, 'POST', `${MEDIATIONS}/${id}/actions`, { verb, ...form })
  await comeIn(page, scene, link)
  await sayYes(page, scene)
  await page.getByRole('checkbox', { name: `I could work with ${fern}` }).check()
  await looksRight(page)
  await page.getByRole('button', { name: 'Save my choice' }).click()
  await expect(page.getByText('Your choice is kept.').first()).toBeVisible()
  const { candidates } = (await here.api(ann, 'GET', `${MEDIATIONS}/${id}`)) as MediationView
  await does(ann, 'vote', { acceptable: candidates.map((one) => one.id) })
  await does(fern, 'take', { read: true })
  await does(ann, 'sign_rules', { read: true })
  await page.reload()
  await page.getByRole('checkbox', { name: 'I have read this and I agree' }).check()
  await page.getByRole('button', { name: 'Agree to the ground rules' }).click()
  await page.getByRole('textbox', { name: `Write to ${fern}` }).fill('I read it otherwise.')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByText('I read it otherwise.')).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  await page.getByRole('button', { name: 'Leave this browser' }).click()
  await expect(headed(page, 'There is nothing here')).toBeVisible()
  await looksRight(page)
})
