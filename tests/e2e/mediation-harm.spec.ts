import { expect } from 'playwright/test'
import type { MediationReport } from '../../shared/api/mediation-team.ts'
import { MEDIATIONS } from '../support/mediation.ts'
import { fitsSmall, looksRight } from './support/looks.ts'
import { headed, test } from './support/mediation.ts'
import { chooseFromMore, postWith } from './support/screen.ts'

const SAFETY = /This sounds like something you should ?n[o’']t have to talk through|should not have to talk through/

test('I5 A hard answer at intake leads to the safety page, and neither Back nor an address leads past it', async ({
  page,
  story,
  community,
}) => {
  const [ann, ben, mo] = [await story.member('ann'), await story.member('ben'), await story.member('mo')]
  await community.admin('accounts', 'modify', mo.name, '--add-role', 'moderator')
  await story.waits('P8D')
  const post = await ben.writes(`@${ann.name} I know where you live.`)
  await ann.opens(page, `/@${ben.name}/${post.id}`)
  await chooseFromMore(page, postWith(page, 'I know where you live.'), 'Ask a mediator')
  await expect(headed(page, `You and ${ben.name}`)).toBeVisible()
  await looksRight(page)
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByText('Question 1 of 10')).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  await page.getByRole('button', { name: 'Yes', exact: true }).click()
  await expect(headed(page, SAFETY)).toBeVisible()
  const address = page.url()
  const words = await page.getByRole('main').getByRole('button').allInnerTexts()
  expect(words).toEqual([
    expect.stringContaining('Report and keep the evidence'),
    `Block ${ben.name}`,
    expect.stringMatching(/keep the evidence/i),
    expect.stringMatching(/moderator/i),
  ])
  await expect(page.getByText('findahelpline.com')).toBeVisible()
  await expect(page.getByText(/continue anyway/i)).toHaveCount(0)
  await looksRight(page)
  await fitsSmall(page)

  await page.goBack()
  await page.goto(address)
  await expect(headed(page, SAFETY)).toBeVisible()
  for (const step of [2, 3, 9]) {
    await page.goto(`${address.split('?')[0]}?step=${step}`)
    await expect(headed(page, SAFETY)).toBeVisible()
  }

  await page.getByRole('button', { name: `Block ${ben.name}` }).click()
  await expect(page.getByText(`${ben.name} is blocked.`).first()).toBeVisible()
  await page.getByRole('button', { name: 'Report and keep the evidence' }).click()
  await expect(page.getByText('Done. Your report is with the moderators.')).toBeVisible()
  await looksRight(page)
  await expect
    .poll(async () => (await mo.api<MediationReport[]>('GET', `${MEDIATIONS}/reports`)).map(({ about }) => about?.id))
    .toContain(ben.id)
  expect(await story.invitationOf(ben)).toBeUndefined()

  await mo.opens(page, '/mediation/reports')
  const line = page.getByRole('main').getByRole('listitem').filter({ hasText: ben.name })
  await expect(line).toContainText('A report, with the evidence kept')
  await looksRight(page)
  await line.getByRole('button', { name: 'This is dealt with' }).click()
  await expect(line).toHaveCount(0)
})

test('A hard answer of whoever was invited leads them to the safety page, and whoever asked reads the same as always', async ({
  page,
  elsewhere,
  story,
}) => {
  const [ann, ben] = [await story.member('ann'), await story.member('ben')]
  await story.waits('P8D')
  const id = await story.asks(ann, ben, { track: 'message' })
  await story.waits()
  await ben.opens(page, `/mediation/invitations/${id}`)
  await page.getByRole('button', { name: 'Yes', exact: true }).click()
  await expect(headed(page, 'Before anything is asked of you')).toBeVisible()
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByText('Without this we may not keep what you wrote.')).toBeVisible()
  await looksRight(page)
  await page.getByRole('checkbox', { name: /I agree that this is kept/ }).check()
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('button', { name: 'No', exact: true }).click()
  await expect(page.getByText('Question 2 of 10')).toBeVisible()
  await page.getByRole('button', { name: 'Not sure' }).click()
  await expect(headed(page, SAFETY)).toBeVisible()
  await looksRight(page)
  await page.reload()
  await expect(headed(page, SAFETY)).toBeVisible()
  await page.goto(`/mediation/invitations/${id}`)
  await expect(headed(page, 'There is nothing here')).toBeVisible()
  // nobody is named to them before they want to block
  await page.goto(`/mediation/${id}`)
  await expect(headed(page, SAFETY)).toBeVisible()
  await expect(page.getByText(ann.name)).toHaveCount(0)
  await page.getByRole('button', { name: 'Show who it is, so that I can block them' }).click()
  await expect(page.getByRole('button', { name: `Block ${ann.name}` })).toBeFocused()
  await page.getByRole('button', { name: `Block ${ann.name}` }).click()
  await expect(page.getByText(`${ann.name} is blocked.`).first()).toBeVisible()
  await looksRight(page)

  await ann.opens(elsewhere, `/mediation/${id}`)
  await expect(headed(elsewhere, 'You will hear by the date shown')).toBeVisible()
  await story.waits('P7D')
  await elsewhere.reload()
  await expect(headed(elsewhere, 'It will not go ahead')).toBeVisible()
})

test('An unclear answer is looked at by a coordinator only if I agree', async ({
  page,
  elsewhere,
  story,
  community,
}) => {
  const [ann, ben, cora] = [await story.member('ann'), await story.member('ben'), await story.member('cora')]
  await community.admin('accounts', 'modify', cora.name, '--add-role', 'coordinator')
  await story.waits('P8D')
  await ann.opens(page, `/mediation/new?account=${ben.id}`)
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('button', { name: 'Not sure' }).click()
  for (let n = 2; n <= 10; n += 1) {
    await expect(page.getByText(`Question ${n} of 10`)).toBeVisible()
    await page.getByRole('button', { name: 'No', exact: true }).click()
  }
  await expect(headed(page, 'One thing is not clear to us')).toBeVisible()
  await looksRight(page)
  await page.getByRole('button', { name: 'Yes, they may look at it' }).click()
  await expect(headed(page, 'What happened, from where you stood?')).toBeVisible()
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await story.does(ann, id, 'submit', {
    story: 'We argued about the list.',
    hopes: ['understood'],
    track: 'message',
    languages: ['en'],
    consent: true,
  })

  await cora.opens(elsewhere, '/mediation/triage')
  await expect(headed(elsewhere, 'Requests')).toBeVisible()
  await looksRight(elsewhere)
  await fitsSmall(elsewhere)
  const { code_name: called } = await story.sees(ann, id)
  await elsewhere.getByRole('link', { name: called }).click()
  await expect(elsewhere.getByText('Have they threatened you').first()).toBeVisible()
  await looksRight(elsewhere)
  await elsewhere.getByRole('button', { name: 'This is harm, not a disagreement' }).click()
  await expect.poll(async () => (await story.sees(ann, id)).state).toBe('diverted')
  await page.goto(`/mediation/${id}`)
  await expect(headed(page, SAFETY)).toBeVisible()
})
