import { expect, type Page } from 'playwright/test'
import { looksRight } from './support/looks.ts'
import { headed, test } from './support/mediation.ts'

/** Opens one of the things that can be done, and gives its form. */
async function open(page: Page, name: string) {
  await page.getByRole('button', { name, exact: true }).click()
  return page.getByRole('form', { name, exact: true })
}

test('I let the talk rest for two hours, and a draft can be written meanwhile', { tag: '@long' }, async ({
  page,
  story,
}) => {
  const { ann, fern, id } = await story.quarrel('active')
  await ann.opens(page, `/mediation/${id}`)
  const form = await open(page, 'Pause')
  await form.getByRole('button', { name: 'Pause' }).click()
  await expect(form.getByText('This is needed.')).toBeVisible()
  await form.getByRole('radio', { name: '2 hours', exact: true }).check()
  await form.getByRole('button', { name: 'Pause' }).click()
  await expect(headed(page, 'Paused')).toBeVisible()
  await page.getByRole('textbox', { name: `Write to ${fern.name}` }).fill('For later.')
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toHaveAttribute('aria-disabled', 'true')
  await looksRight(page)
  await story.waits('PT3H')
  await page.goto('/mediation')
  await page.getByRole('link', { name: /“/ }).click()
  await expect(headed(page, /You speak with/)).toBeVisible()
})

test('I bring somebody along, who reads what I read and cannot write', { tag: '@long' }, async ({
  page,
  elsewhere,
  story,
}) => {
  const { ann, ben, fern, id } = await story.quarrel('active')
  const cloe = await story.member('cloe')
  await ann.opens(page, `/mediation/${id}`)
  const form = await open(page, 'Bring somebody along')
  await form.getByRole('textbox', { name: 'Their name here' }).fill(`@${cloe.name}`)
  await form.getByRole('button', { name: 'Find' }).click()
  await expect(form.getByRole('button', { name: `Take away: ${cloe.name}` })).toBeVisible()
  await looksRight(page)
  await form.getByRole('button', { name: 'Bring somebody along' }).click()
  await expect(form).toBeHidden()
  await ben.opens(elsewhere, `/mediation/${id}`)
  const agreeing = elsewhere.getByRole('form', { name: 'Agree to the support person' })
  await agreeing.getByRole('checkbox').check()
  await agreeing.getByRole('button', { name: 'Agree to the support person' }).click()
  await expect(agreeing).toBeHidden()
  await story.says(fern, id, 'caucus_a', 'How are you today?')
  await cloe.opens(elsewhere, `/mediation/${id}`)
  await elsewhere.getByRole('button', { name: 'Yes, I will be there' }).click()
  await expect(elsewhere.getByText('How are you today?')).toBeVisible()
  await expect(elsewhere.getByRole('textbox', { name: /^Write/ })).toHaveCount(0)
  await looksRight(elsewhere)
})

test('After the end I say how it was, and how long the talk is kept', async ({ page, story }) => {
  const { ann, fern, id } = await story.quarrel('active')
  await story.says(fern, id, 'caucus_a', 'Take care.')
  await story.does(ann, id, 'leave')
  await ann.opens(page, `/mediation/${id}`)
  const feedback = await open(page, 'How was it for you?')
  for (const name of ['I felt heard', 'I felt safe', 'I would do this again']) {
    await feedback.getByRole('group', { name }).getByRole('radio', { name: 'Mostly' }).check()
  }
  await looksRight(page)
  await feedback.getByRole('button', { name: 'How was it for you?' }).click()
  await expect(feedback).toBeHidden()
  const kept = await open(page, 'How long the talk is kept')
  await kept.getByRole('radio', { name: '90 days' }).check()
  await kept.getByRole('button', { name: 'How long the talk is kept' }).click()
  await expect(kept).toBeHidden()
  const [copy] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Get what is yours' }).click(),
  ])
  expect(copy.suggestedFilename()).not.toBe('')
})

test('A mediator says what they take, keeps to the code, and goes away for a while', async ({
  page,
  story,
  community,
}) => {
  const fern = await story.member('fern')
  await community.admin('accounts', 'modify', fern.name, '--add-role', 'mediator')
  await fern.opens(page, '/mediation/desk')
  await expect(page.getByText('nobody can choose you yet')).toBeVisible()
  await page.getByRole('button', { name: 'Begin as a mediator' }).click()
  await page.getByRole('textbox', { name: 'How you work, in one line' }).fill('Slowly, and with tea.')
  await page.getByRole('button', { name: 'Any time' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Without this you cannot mediate here.')).toBeVisible()
  await looksRight(page)
  await page.getByRole('checkbox', { name: 'I keep to this' }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('You are there. You can be chosen while you have room.')).toBeVisible()
  await page.getByRole('button', { name: 'I am away' }).click()
  await expect(page.getByText('You are away. Nobody is sent to you.')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'I am back' })).toHaveAttribute('aria-pressed', 'true')
})
