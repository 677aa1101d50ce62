import { expect } from 'playwright/test'
import { looksRight } from './support/looks.ts'
import { headed, test } from './support/mediation.ts'

test('When three people ask about one person, all of it is held, and the coordinators are told of a pile-on', async ({
  page,
  elsewhere,
  story,
  community,
}) => {
  const ben = await story.member('ben')
  const crowd = [await story.member('ann'), await story.member('cem'), await story.member('dot')]
  const cora = await story.member('cora')
  await community.admin('accounts', 'modify', cora.name, '--add-role', 'coordinator')
  await story.waits('P8D')
  const ids: string[] = []
  for (const who of crowd) ids.push(await story.asks(who, ben, { track: 'message' }))
  await story.waits()

  await cora.opens(page, '/mediation/triage')
  const alert = page
    .getByRole('listitem')
    .filter({ hasText: 'A pile-on may be under way.' })
    .filter({ hasText: ben.name })
  await expect(alert).toBeVisible()
  await looksRight(page)

  const [last] = [...crowd].reverse()
  await last?.opens(elsewhere, `/mediation/${ids.at(-1)}`)
  await expect(headed(elsewhere, 'You will hear by the date shown')).toBeVisible()
  await story.waits('P7D')
  await elsewhere.reload()
  await expect(headed(elsewhere, 'It will not go ahead')).toBeVisible()
  expect(await story.invitationOf(ben)).toBeUndefined()
})

test('Somebody who only reads along lets the team know, and nobody in the thread is told', { tag: '@long' }, async ({
  page,
  elsewhere,
  story,
  community,
}) => {
  const [ann, ben, cora] = [await story.member('ann'), await story.member('ben'), await story.member('cora')]
  await community.admin('accounts', 'modify', cora.name, '--add-role', 'coordinator')
  await story.waits('P8D')
  const post = await ben.writes('This again, for the tenth time.')
  await ann.opens(page, `/mediation/new?status=${post.id}`)
  await page.getByRole('button', { name: 'Let mediators know about this thread' }).click()
  await expect(page.getByText('The team will have a look.').first()).toBeVisible()
  await expect(page).toHaveURL(/\/home$/)
  await cora.opens(elsewhere, '/mediation/triage')
  await expect(elsewhere.getByText('Someone asks you to look at a thread.').first()).toBeVisible()
  await expect(elsewhere.getByText(ann.name)).toHaveCount(0)
})
