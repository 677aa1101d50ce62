import { expect } from 'playwright/test'
import { fitsSmall, looksRight } from './support/looks.ts'
import { headed, test } from './support/mediation.ts'
import { postWith } from './support/screen.ts'

test('I do what I signed by one tap each, say after two weeks and after two months how it holds, and we talk again', async ({
  page,
  elsewhere,
  story,
}) => {
  const { ann, ben, fern, id } = await story.quarrel('active')
  const post = await ben.writes('They never do the dishes.')
  const clauses = [
    { type: 'correction', owed_by: 'b', text: 'I was wrong about the dishes.', status_id: post.id },
    { type: 'no_contact', owed_by: 'b', until: '2099-01-01' },
    { type: 'delete_post', owed_by: 'b', status_id: post.id },
  ]
  await story.does(fern, id, 'to_signing')
  await story.does(ben, id, 'edit_agreement', { clauses, publicity: 'statement', statement: 'We have settled it.' })
  await story.signs(ann, id)
  await story.signs(ben, id)
  await ben.opens(page, `/mediation/${id}`)
  await looksRight(page)
  await fitsSmall(page)
  await page.getByRole('button', { name: 'Post these words now' }).click()
  await page.getByRole('button', { name: 'Mute them until then' }).click()
  await page.getByRole('button', { name: 'Delete the post now' }).click()
  await expect(page.getByText('You: done.')).toHaveCount(3)
  await page.getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByRole('button', { name: 'Mute them until then' })).toBeVisible()
  await page.getByRole('button', { name: 'Post the statement' }).click()
  await expect(page.getByRole('button', { name: 'Post the statement' })).toHaveCount(0)
  await looksRight(page)
  await ann.opens(elsewhere, `/@${ben.name}`)
  await expect(postWith(elsewhere, 'We have settled it.')).toBeVisible()
  await expect(postWith(elsewhere, 'I was wrong about the dishes.')).toHaveCount(1)
  await expect(postWith(elsewhere, 'They never do the dishes.')).toHaveCount(0)

  await story.waits('P14DT1H')
  await ann.opens(elsewhere, `/mediation/${id}`)
  const form = elsewhere.getByRole('form', { name: 'Say how it holds' })
  await form.getByRole('radio', { name: 'Partly' }).check()
  await looksRight(elsewhere)
  await form.getByRole('button', { name: 'Say how it holds' }).click()
  await expect.poll(async () => (await story.sees(ann, id)).state).toBe('follow_up')

  await story.waits('P45DT23H')
  await ben.opens(page, '/inbox')
  await page.getByRole('link', { name: 'Open it' }).first().click()
  await ben.opens(page, `/mediation/${id}`)
  const again = page.getByRole('form', { name: 'Say how it holds' })
  await again.getByRole('radio', { name: 'No', exact: true }).check()
  await again.getByRole('button', { name: 'Say how it holds' }).click()
  await ann.opens(elsewhere, `/mediation/${id}`)
  await elsewhere.getByRole('button', { name: 'This is not holding' }).click()
  await expect(elsewhere.getByRole('button', { name: 'This is not holding' })).toHaveCount(0)
  await page.goto(`/mediation/${id}`)
  await page.getByRole('button', { name: 'Talk again' }).click()
  await expect(headed(page, /You speak with/)).toBeVisible()
})

test('I propose a point of the agreement, and then take it to the moderators instead', { tag: '@long' }, async ({
  page,
  elsewhere,
  community,
  person,
  story,
}) => {
  const { ann, fern, id } = await story.quarrel('active')
  await story.does(fern, id, 'move_phase', { phase: 'options' })
  await ann.opens(page, `/mediation/${id}`)
  await page.getByRole('button', { name: 'Propose a clause', exact: true }).click()
  const form = page.getByRole('form', { name: 'Propose a clause' })
  await form.getByRole('button', { name: 'Add a point' }).click()
  await form.getByRole('combobox', { name: 'What it is' }).selectOption('A truce')
  await form.getByRole('textbox', { name: 'Until' }).fill('2099-01-01')
  await looksRight(page)
  await fitsSmall(page)
  await form.getByRole('button', { name: 'Propose a clause' }).click()
  await expect(page.getByRole('region', { name: 'What you agree on' })).toContainText('A truce.')
  await page.getByRole('button', { name: 'Take it to the moderators', exact: true }).click()
  const escalation = page.getByRole('form', { name: 'Take it to the moderators' })
  await escalation.getByRole('textbox', { name: 'In your own words' }).fill('It goes on outside of here.')
  await looksRight(page)
  await escalation.getByRole('button', { name: 'Take it to the moderators' }).click()
  await expect(page.getByText('The mediation has ended. This is a normal way for it to end.').first()).toBeVisible()
  const guard = await person('guard')
  await community.admin('accounts', 'modify', guard.name, '--add-role', 'moderator')
  await guard.opens(elsewhere, '/mediation/reports')
  await expect(elsewhere.getByText('It goes on outside of here.')).toBeVisible()
  await looksRight(elsewhere)
})
