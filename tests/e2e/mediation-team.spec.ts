import { expect } from 'playwright/test'
import { fitsSmall, looksRight } from './support/looks.ts'
import { headed, test } from './support/mediation.ts'
import { said } from './support/screen.ts'

test('As a coordinator I look at a request and send the invitation; a steward answers what was left lying', async ({
  page,
  elsewhere,
  community,
  person,
  story,
}) => {
  const [ann, ben, cora] = [await story.member('ann'), await story.member('ben'), await person('cora')]
  await community.admin('accounts', 'modify', cora.name, '--add-role', 'coordinator')
  await story.waits('P8D')
  const id = await story.asks(ann, ben)
  const { code_name: called } = await story.sees(ann, id)
  await cora.opens(page, '/mediation/triage')
  await looksRight(page)
  await page.getByRole('list', { name: 'Waiting for a look' }).getByRole('link', { name: called }).click()
  await expect(headed(page, /.+/)).toBeVisible()
  await looksRight(page)
  await expect(page.getByRole('complementary')).toContainText(`@${ben.name}`)
  await page.getByRole('button', { name: 'Invite the other person' }).click()
  await expect(page.getByText('This is not with you any more.').first()).toBeVisible()
  await expect(headed(page, 'Requests')).toBeVisible()
  await story.waits()
  expect(await story.invitationOf(ben)).toBeDefined()

  const quarrel = await story.quarrel('active')
  await story.does(quarrel.ann, quarrel.id, 'leave')
  await story.does(quarrel.ann, quarrel.id, 'complain', { text: 'Nobody answered me.' })
  const stella = await person('stella')
  await community.admin('accounts', 'modify', stella.name, '--add-role', 'steward')
  await story.waits('P14DT1H')
  await stella.opens(elsewhere, '/mediation/complaints')
  const line = elsewhere.getByRole('listitem').filter({ hasText: 'Nobody answered me.' })
  await expect(line).toBeVisible()
  await looksRight(elsewhere)
  await line.getByRole('textbox', { name: 'What you say to them' }).fill('We were late, and we are sorry.')
  await line.getByRole('button', { name: 'Send the answer' }).click()
  await expect(line).toHaveCount(0)
})

test('The team lets a talk rest, two admins open a room, and both sides are told of the one that concerns them', {
  tag: '@long',
}, async ({ page, elsewhere, community, person, story }) => {
  const { ann, fern, id } = await story.quarrel('active')
  const { code_name: called } = await story.sees(ann, id)
  await story.says(fern, id, 'caucus_a', 'How are you today?')
  const [ada, abe] = [await person('ada'), await person('abe')]
  for (const one of [ada, abe]) await community.admin('accounts', 'modify', one.name, '--add-role', 'admin')
  await ada.opens(page, '/mediation/exceptions')
  await looksRight(page)
  await fitsSmall(page)
  const rests = page.getByRole('form', { name: 'Let a talk rest' })
  await rests.getByRole('textbox', { name: 'Which case' }).fill(called)
  await rests.getByRole('button', { name: 'Let it rest' }).click()
  await expect(said(page, 'It rests now.')).toHaveCount(1)
  await ann.opens(elsewhere, `/mediation/${id}`)
  await expect(headed(elsewhere, 'Paused')).toBeVisible()
  await page.getByRole('button', { name: 'Let it go on' }).click()
  await expect(page.getByRole('button', { name: 'Let it go on' })).toHaveCount(0)

  const asking = page.getByRole('form', { name: 'Ask for an exception' })
  await asking.getByRole('textbox', { name: 'Which case' }).fill(called)
  await asking.getByRole('textbox', { name: 'Why' }).fill('A court wants to know, and our lawyer read the order.')
  await asking.getByRole('button', { name: 'Ask a second admin' }).click()
  await expect(page.getByText(`Case “${called}”`)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Agree', exact: true })).toHaveCount(0)
  await abe.opens(elsewhere, '/mediation/exceptions')
  await elsewhere.getByRole('button', { name: 'Agree', exact: true }).click()
  await elsewhere.getByRole('button', { name: 'Read the room' }).click()
  await expect(elsewhere.getByText('How are you today?')).toBeVisible()
  await looksRight(elsewhere)
  await ann.opens(page, `/mediation/${id}`)
  await expect(page.getByText('Two admins opened this room')).toBeVisible()
  await looksRight(page)
})
