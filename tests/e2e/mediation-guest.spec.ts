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
async function invite(
  { here, home, ann, bo, address }: Scene,
  changes: object = { track: 'message' },
  sent?: (id: string) => Promise<unknown>,
): Promise<{ id: string; link: string }> {
  const search = `/api/v2/search?type=accounts&resolve=true&q=${encodeURIComponent(address)}`
  const found = (await here.api(ann, 'GET', search)) as { accounts: { id: string }[] }
  const form = request({ id: found.accounts[0]?.id ?? '' }, { ...changes })
  const { id } = (await here.api(ann, 'POST', MEDIATIONS, form)) as MediationView
  await sent?.(id)
  await here.advance('PT2S')
  const written = async () => JSON.stringify(await home.api(bo, 'GET', '/api/v1/notifications/requests'))
  await expect.poll(written).toContain('/guest#')
  return { id, link: /http[^"\\]*\/guest#[\w-]+/.exec(await written())?.[0] ?? '' }
}

/** Opens the link, and signs in at one's own server. */
async function comeIn(page: Page, { home, bo, address }: Scene, link: string): Promise<void> {
  await home.logIn(page.context(), bo)
  await page.goto(link)
  await expect(headed(page, 'An invitation to a talk')).toBeVisible()
  expect(page.url()).not.toContain('#')
  await expect(page.getByText(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/)).toBeVisible()
  await looksRight(page)
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

/** A whole mediation with a guest, who has said yes; the guest's answers are given on the screen. */
async function comeToTheRoom(page: Page, scene: Scene) {
  const { here, ann, fern } = scene
  const cora = newName('cora')
  await here.member(cora, '--created', 'P30D')
  await here.admin('accounts', 'modify', cora, '--add-role', 'coordinator')
  const acts =
    (id: string) =>
    (who: string, verb: string, form: object = {}) =>
      here.api(who, 'POST', `${MEDIATIONS}/${id}/actions`, { verb, ...form })
  const { id, link } = await invite(scene, {}, (asked) => acts(asked)(cora, 'invite'))
  const does = acts(id)
  await comeIn(page, scene, link)
  await page.getByRole('button', { name: 'Yes', exact: true }).click()
  await page.getByRole('checkbox', { name: /I agree that this is kept/ }).check()
  await page.getByRole('button', { name: 'Go on' }).click()
  await answerCalmly(page)
  await page.getByRole('checkbox', { name: 'Monday evening' }).check()
  await page.getByRole('button', { name: 'Say yes' }).click()
  await expect(headed(page, 'Choose who could mediate')).toBeVisible()
  await here.advance('PT2S')
  await page.reload()
  await page.getByRole('checkbox', { name: `I could work with ${fern}` }).check()
  await page.getByRole('button', { name: 'Save my choice' }).click()
  await expect(page.getByText('Your choice is kept.').first()).toBeVisible()
  const { candidates } = (await here.api(ann, 'GET', `${MEDIATIONS}/${id}`)) as MediationView
  await does(ann, 'vote', { acceptable: candidates.map((one) => one.id) })
  await does(fern, 'take', { read: true })
  await does(ann, 'sign_rules', { read: true })
  await page.reload()
  await page.getByRole('checkbox', { name: 'I have read this and I agree' }).check()
  await looksRight(page)
  await page.getByRole('button', { name: 'Agree to the ground rules' }).click()
  await expect(page.getByRole('textbox', { name: `Write to ${fern}` })).toBeVisible()
  return { id, link, does }
}

test('As a guest I sign an agreement, do at home what I owe, and am asked by my link how it holds', {
  tag: '@long',
}, async ({ page, newCommunity }) => {
  test.slow()
  const scene = await neighbours(newCommunity)
  const { here, home, ann, bo, fern } = scene
  const { id, link, does } = await comeToTheRoom(page, scene)
  await does(fern, 'to_signing')
  const clauses = [
    { type: 'apology', owed_by: 'b', text: 'I am sorry for the word.' },
    { type: 'free', owed_by: 'a', text: 'Ann asks first.' },
  ]
  // an apology comes from who gives it
  await page.reload()
  await page.getByRole('button', { name: 'Change the text' }).click()
  for (const [n, { type, owed_by, text }] of clauses.entries()) {
    await page.getByRole('button', { name: 'Add a point' }).click()
    const point = page.getByRole('group', { name: `Point ${n + 1}` })
    await point.getByRole('combobox', { name: 'What it is' }).selectOption(type)
    await point.getByRole('combobox', { name: 'Who does it' }).selectOption(owed_by)
    await point.getByRole('textbox', { name: 'In words that both can read' }).fill(text)
  }
  await page.getByRole('checkbox', { name: /^In public/ }).check()
  await looksRight(page)
  await page.getByRole('button', { name: 'Save this version' }).click()
  await expect(page.getByText('I am sorry for the word.')).toBeVisible()
  const { agreement } = (await here.api(ann, 'GET', `${MEDIATIONS}/${id}`)) as MediationView
  await does(ann, 'sign', { version: agreement?.version, sha256: agreement?.sha256 })
  await page.getByRole('button', { name: 'Sign this version' }).click()
  await expect(headed(page, 'You have agreed')).toBeVisible()
  await expect(page.getByText('Do it with your own account first.')).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  await page.getByRole('button', { name: 'I have done this' }).click()
  await expect(page.getByText('You: done.')).toBeVisible()

  await Promise.all([here.advance('P15D'), home.advance('P15D')])
  await home.logIn(page.context(), bo)
  await page.goto('about:blank')
  await comeIn(page, scene, link)
  await expect(headed(page, 'Does it hold?')).toBeVisible()
  await looksRight(page)
  await page.getByRole('radio', { name: 'Partly' }).check()
  await page.getByRole('button', { name: 'Say how it holds' }).click()
  await expect(headed(page, 'You have agreed')).toBeVisible()
  await looksRight(page)
})

test('As a guest for whom it is no disagreement I come to a page of help, and report from there', {
  tag: '@long',
}, async ({ page, newCommunity }) => {
  const scene = await neighbours(newCommunity)
  const { link } = await invite(scene)
  await comeIn(page, scene, link)
  await page.getByRole('button', { name: 'Yes', exact: true }).click()
  await page.getByRole('checkbox', { name: /I agree that this is kept/ }).check()
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('button', { name: 'Yes', exact: true }).click()
  await expect(headed(page, /should not have to talk through|shouldn’t have to talk through/)).toBeVisible()
  await expect(page.getByText('findahelpline.com')).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  await page.getByRole('button', { name: 'Report and keep the evidence' }).click()
  await expect(page.getByText('Done. Your report is with the moderators.')).toBeVisible()
  await looksRight(page)
})
