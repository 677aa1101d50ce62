import { expect } from 'playwright/test'
import { fitsSmall, looksRight } from './support/looks.ts'
import { headed, test } from './support/mediation.ts'

test('One message is carried in the words that I approved, and answered', async ({ page, elsewhere, story }) => {
  const { ann, ben, fern, id } = await story.quarrel('active', 'message')
  await ann.opens(page, `/mediation/${id}`)
  await expect(page.getByText(/One message, called/)).toBeVisible()
  const box = page.getByRole('textbox', { name: `Write to ${fern.name}` })
  await box.fill('You were wrong about the list and you know it.')
  await looksRight(page)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByRole('article').filter({ hasText: 'You were wrong about the list' })).toBeVisible()
  await expect(box).toHaveValue('')

  const said = (await story.sees(fern, id)).streams.find(({ name }) => name === 'caucus_a')?.messages.at(-1)?.id
  await story.does(fern, id, 'offer', { message_id: said, text: 'The list was not complete, and that mattered to me.' })
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Ready to be carried, if you approve' })).toBeVisible()
  await expect(page.getByText(`${ben.name} has seen none of it.`)).toBeVisible()
  await looksRight(page)
  const ready = page.getByRole('region', { name: 'Ready to be carried, if you approve' })
  await ready.getByRole('button', { name: 'Yes, carry these words' }).click()
  await expect(page.getByRole('heading', { name: 'Ready to be carried, if you approve' })).toBeHidden()

  await fern.opens(elsewhere, `/mediation/${id}`)
  await expect(elsewhere.getByRole('group', { name: 'Parts of this room' })).toContainText(ben.name)
  await looksRight(elsewhere)
  await elsewhere.getByRole('button', { name: 'Carry it over' }).click()
  await expect
    .poll(async () => JSON.stringify((await story.sees(ben, id)).streams))
    .toContain('The list was not complete')

  await ben.opens(elsewhere, `/mediation/${id}`)
  await expect(elsewhere.getByRole('heading', { name: 'Carried to you' })).toBeVisible()
  await expect(elsewhere.getByText('The list was not complete, and that mattered to me.')).toBeVisible()
  await expect(elsewhere.getByText('You were wrong about the list')).toHaveCount(0)
  await looksRight(elsewhere)
  await fitsSmall(elsewhere)
  await elsewhere.getByRole('textbox', { name: `Write to ${fern.name}` }).fill('I see that now. I will add the names.')
  await elsewhere.getByRole('button', { name: 'Send', exact: true }).click()
  await elsewhere.getByRole('button', { name: 'Yes, carry these words' }).click()
  const answer = (await story.sees(fern, id)).streams.find(({ name }) => name === 'caucus_b')?.messages.at(-1)?.id
  await story.does(fern, id, 'carry', { message_id: answer })
  await page.reload()
  await expect(page.getByText('I see that now. I will add the names.')).toBeVisible()
  await story.waits('P8D')
  await page.reload()
  await expect(headed(page, /Closed without an agreement|ended/i)).toBeVisible()
  await looksRight(page)
})
