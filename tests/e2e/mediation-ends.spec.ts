import { expect } from 'playwright/test'
import { looksRight } from './support/looks.ts'
import { headed, test } from './support/mediation.ts'

const NORMAL = 'The mediation has ended. This is a normal way for it to end.'

test('I4 I leave in the middle with one press and no reason, and nobody is told who', async ({
  page,
  elsewhere,
  story,
}) => {
  const { ann, ben, id } = await story.quarrel('active')
  await ann.opens(page, `/mediation/${id}`)
  await expect(page.getByRole('textbox', { name: /^Write to/ })).toBeVisible()
  await page.getByRole('button', { name: 'Leave', exact: true }).click()
  await expect(page.getByText(NORMAL).first()).toBeVisible()
  await looksRight(page)
  await ben.opens(elsewhere, `/mediation/${id}`)
  await expect(elsewhere.getByText(NORMAL).first()).toBeVisible()
  await expect(elsewhere.getByRole('button', { name: 'Leave', exact: true })).toHaveCount(0)
  expect(await headed(elsewhere, /.*/).innerText()).toBe(await headed(page, /.*/).innerText())
})

test('The mediator hands the case over, and both choose again', async ({ page, elsewhere, story }) => {
  const { ann, ben, fern, id } = await story.quarrel('active')
  const sage = await story.mediator('sage')
  await fern.opens(page, '/mediation/desk')
  const { code_name: called } = await story.sees(fern, id)
  await looksRight(page)
  await page.getByRole('link', { name: called }).click()
  await page.getByRole('button', { name: 'Hand this case over' }).click()
  await expect(page.getByText('This is not with you any more.').first()).toBeVisible()
  await expect(page).toHaveURL(/\/mediation\/desk$/)
  await story.waits()

  await ben.opens(elsewhere, `/mediation/${id}`)
  await expect(headed(elsewhere, 'Choose who could mediate')).toBeVisible()
  await expect(elsewhere.getByRole('checkbox', { name: `I could work with ${fern.name}` })).toHaveCount(0)
  await elsewhere.getByRole('checkbox', { name: `I could work with ${sage.name}` }).check()
  await looksRight(elsewhere)
  await elsewhere.getByRole('button', { name: 'Save my choice' }).click()
  await expect(elsewhere.getByText('Your choice is kept.').first()).toBeVisible()
  await story.does(ann, id, 'vote', { acceptable: [sage.id] })
  await story.waits()
  await sage.opens(page, '/mediation/desk')
  await expect(page.getByRole('list', { name: 'You are asked to mediate' })).toContainText(called)
})

test('I clear the screen with Escape twice: home stands there, and nothing of what I wrote', async ({
  page,
  story,
}) => {
  const { ann, fern, id } = await story.quarrel('active')
  await ann.opens(page, '/home')
  await page.goto('/mediation')
  // however many pages of it one goes through, Back shows none of them afterwards
  await page.getByRole('link', { name: /“/ }).click()
  await expect(page).toHaveURL(new RegExp(`/mediation/${id}$`))
  const box = page.getByRole('textbox', { name: `Write to ${fern.name}` })
  await box.fill('Nobody at this desk should read this.')
  await page.keyboard.press('Escape')
  await expect(box).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/\/home$/)
  await expect(headed(page, 'Home')).toBeAttached()
  await page.goBack()
  await expect(page).toHaveURL(/\/home$/)
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(
    'Nobody at this',
  )
  await page.goto(`/mediation/${id}`)
  await expect(box).toHaveValue('')
  await page.getByRole('button', { name: /^Clear the screen/ }).click()
  await expect(page).toHaveURL(/\/home$/)
})

test('What I wrote is safe when it cannot be sent', async ({ page, story }) => {
  const { ann, fern, id } = await story.quarrel('active')
  await ann.opens(page, `/mediation/${id}`)
  const box = page.getByRole('textbox', { name: `Write to ${fern.name}` })
  await box.fill('This took me an hour.')
  await page.route('**/messages', (route) => route.fulfill({ status: 500, json: { error: 'The disk is full.' } }))
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByText('Not sent. Your text is safe here.')).toBeVisible()
  await expect(box).toHaveValue('This took me an hour.')
  await looksRight(page)
  await page.unroute('**/messages')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByRole('article').filter({ hasText: 'This took me an hour.' })).toBeVisible()
  await expect(box).toHaveValue('')
})
