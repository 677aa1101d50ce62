import { expect } from 'playwright/test'
import { fitsSmall, looksRight } from './support/looks.ts'
import { headed, test } from './support/mediation.ts'

test('Somebody says no, and whoever asked reads the same as always, a week later', async ({
  page,
  elsewhere,
  story,
}) => {
  const [ann, ben] = [await story.member('ann'), await story.member('ben')]
  await story.waits('P8D')
  const post = await ben.writes('The list was complete, whatever anybody says.')
  const id = await story.asks(ann, ben, { track: 'message', status_ids: [post.id] })
  await story.waits()

  await ben.opens(page, '/mediation')
  await expect(page.getByText('Somebody asked a mediator for help with a disagreement with you.')).toBeVisible()
  await expect(page.getByText(ann.name)).toHaveCount(0)
  await looksRight(page)
  await page.getByRole('link', { name: 'Read the invitation' }).click()
  await expect(headed(page, /Someone asked a mediator for help/)).toBeVisible()
  await expect(page.getByText(ann.name)).toHaveCount(0)
  await expect(page.getByText('The list was complete')).toHaveCount(0)
  await looksRight(page)
  await fitsSmall(page)
  await page.getByRole('button', { name: 'See who and which thread' }).click()
  await expect(page.getByText(`@${ann.name}`)).toBeVisible()
  await expect(page.getByText('The list was complete')).toBeVisible()
  await expect(page.getByText('dishes')).toHaveCount(0)
  await looksRight(page)
  await page.getByRole('button', { name: 'Not now' }).click()
  await expect(page.getByText('Thank you. They are not told.').first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Read the invitation' })).toHaveCount(0)

  await ann.opens(elsewhere, `/mediation/${id}`)
  await expect(headed(elsewhere, 'You will hear by the date shown')).toBeVisible()
  await looksRight(elsewhere)
  await story.waits('P7D')
  await elsewhere.reload()
  await expect(headed(elsewhere, 'It will not go ahead')).toBeVisible()
  await expect(elsewhere.getByText('We never say why.')).toBeVisible()
  await looksRight(elsewhere)
})

test('The buttons of an invitation stand in the order of the spec, and each is one press', async ({ page, story }) => {
  const [ann, ben] = [await story.member('ann'), await story.member('ben')]
  await story.waits('P8D')
  await story.asks(ann, ben, { track: 'message' })
  await story.waits()
  const invitation = await story.invitationOf(ben)
  await ben.opens(page, `/mediation/invitations/${invitation?.id}`)
  await expect(page.getByRole('heading', { name: 'Your answer' })).toBeVisible()
  const words = await page.getByRole('main').getByRole('button').allInnerTexts()
  expect(words).toEqual([
    'See who and which thread',
    'Yes',
    'Yes, only through the mediator',
    'Yes, to one message only',
    'Not now',
    'No',
    'No, and not from this person again',
    'No requests at all',
    'This isn’t a disagreement, I want to report',
  ])
  await page.getByRole('button', { name: 'No requests at all' }).click()
  await expect(page.getByText('Thank you. They are not told.').first()).toBeVisible()
  await page.goto('/settings/mediation')
  await expect(page.getByRole('checkbox', { name: /^No requests at all/ })).toBeChecked()
  await looksRight(page)
  await fitsSmall(page)
  await page.getByRole('checkbox', { name: /^No requests at all/ }).uncheck()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.').first()).toBeVisible()
  await page.reload()
  await expect(page.getByRole('checkbox', { name: /^No requests at all/ })).not.toBeChecked()
})
