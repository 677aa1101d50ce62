import { expect, type Page } from 'playwright/test'
import { fitsSmall, looksRight } from './support/looks.ts'
import { headed, test } from './support/mediation.ts'
import type { Person } from './support/people.ts'
import { adds, hills, shows } from './support/pictures.ts'

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

async function findPerson(page: Page, name: string, who: Person): Promise<void> {
  const form = page.getByRole('form', { name, exact: true })
  await form.getByRole('textbox', { name: 'Their name here' }).fill(`@${who.name}`)
  await form.getByRole('button', { name: 'Find' }).click()
  await expect(form.getByRole('button', { name: `Take away: ${who.name}` })).toBeVisible()
  await form.getByRole('button', { name, exact: true }).click()
  await expect(form).toBeHidden()
}

test('Somebody who learns to mediate and somebody who interprets come in with the yes of both', {
  tag: '@long',
}, async ({ page, elsewhere, story }) => {
  const { ann, ben, fern, id } = await story.quarrel('active')
  const lea = await story.mediator('lea')
  const ivo = await story.member('ivo')
  await lea.api('PUT', '/api/community/v1/mediations/desk/profile', { co_mediation: true, trainee: true })
  await fern.opens(page, `/mediation/${id}`)
  await press(page, 'Bring a second mediator')
  const naming = page.getByRole('form', { name: 'Bring a second mediator' })
  await naming.getByRole('radio', { name: new RegExp(lea.name) }).check()
  await naming.getByRole('button', { name: 'Bring a second mediator' }).click()
  await expect(page.getByText(`${lea.name}, second mediator`)).toBeVisible()

  await story.does(ben, id, 'agree_co', { read: true })
  await ann.opens(elsewhere, `/mediation/${id}`)
  await expect(elsewhere.getByText('Comes only if you both say yes.')).toBeVisible()
  await looksRight(elsewhere)
  const agreeing = elsewhere.getByRole('form', { name: 'Yes, a second mediator' })
  await agreeing.getByRole('checkbox', { name: new RegExp(lea.name) }).check()
  await press(elsewhere, 'Yes, a second mediator')
  await expect(elsewhere.getByRole('button', { name: 'Yes, a second mediator' })).toHaveCount(0)
  await press(elsewhere, 'Bring somebody who interprets')
  await findPerson(elsewhere, 'Bring somebody who interprets', ivo)
  await story.does(ben, id, 'agree_interpreter', { read: true })
  await story.does(ivo, id, 'accept_interpreter')

  await lea.opens(page, '/mediation/desk')
  await page.getByRole('link', { name: /“/ }).click()
  await expect(headed(page, 'You are asked to mediate beside somebody')).toBeVisible()
  await looksRight(page)
  await press(page, 'Yes, I mediate too')
  await page.getByRole('textbox', { name: `Write to ${ann.name}` }).fill('How are you?')
  await press(page, 'Send')
  await expect(page.getByText('This waits for the mediator.')).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)

  const said = await story.says(ann, id, 'caucus_a', 'Bana kırıldı.')
  await story.does(ann, id, 'ask_interpreter', { message_id: said })
  await ivo.opens(page, `/mediation/${id}`)
  await expect(headed(page, 'You interpret')).toBeVisible()
  await expect(page.getByText('Bana kırıldı.')).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  await press(page, 'Interpret')
  const form = page.getByRole('form', { name: 'Interpret' })
  await form.getByRole('textbox').fill('They were hurt by me.')
  await form.getByRole('button', { name: 'Interpret' }).click()
  await expect(page.getByText('Bana kırıldı.')).toHaveCount(0)
  await ann.opens(elsewhere, `/mediation/${id}`)
  await expect(elsewhere.getByText(`Interpreted by ${ivo.name}:`)).toBeVisible()
  await looksRight(elsewhere)
  await fitsSmall(elsewhere)
})

test('After a hard case a mediator asks for a talk, and a coordinator takes it on', { tag: '@long' }, async ({
  page,
  elsewhere,
  story,
}) => {
  const { fern, cora } = await story.quarrel('candidates')
  await fern.opens(page, '/mediation/desk')
  await press(page, 'Talk it over with a coordinator')
  await page.getByRole('textbox', { name: /What weighs on you/ }).fill('I sleep badly.')
  await page.getByRole('checkbox', { name: /quiet week/ }).check()
  await looksRight(page)
  await press(page, 'Ask for a talk')
  await expect(page.getByText('You asked for a talk. A coordinator will write to you.')).toBeVisible()
  await expect(page.getByText('You rest after a hard case.')).toBeVisible()
  await cora.opens(elsewhere, '/mediation/triage')
  await expect(elsewhere.getByText('I sleep badly.')).toBeVisible()
  await looksRight(elsewhere)
  await fitsSmall(elsewhere)
  await press(elsewhere, 'I will write to them')
  await expect(elsewhere.getByText('You said that you will write to them.')).toBeVisible()
  await page.reload()
  await expect(page.getByText(`${cora.name} talks it over with you, and will write to you.`)).toBeVisible()
})

test('A private message is quoted to both once each said yes, and goes out of sight when one takes that back', async ({
  page,
  elsewhere,
  story,
}) => {
  const { ann, ben, id } = await story.quarrel('active')
  const picture = await adds(ben, await hills(600, 400), 'The stone before the door')
  await shows(ben, `@${ann.name} the key is under the stone`, [picture], { visibility: 'direct' })
  await ann.opens(page, `/mediation/${id}`)
  await press(page, 'Ask to show a private message')
  const asking = page.getByRole('form', { name: 'Ask to show a private message' })
  await asking.getByRole('radio', { name: /under the stone/ }).check()
  await looksRight(page)
  await fitsSmall(page)
  await asking.getByRole('button', { name: 'Ask to show a private message' }).click()
  await expect(asking).toBeHidden()
  await ben.opens(elsewhere, `/mediation/${id}`)
  const agreeing = elsewhere.getByRole('form', { name: 'Yes, it may be shown' })
  await agreeing.getByRole('checkbox', { name: /under the stone/ }).check()
  await looksRight(elsewhere)
  await press(elsewhere, 'Yes, it may be shown')
  await expect(agreeing).toHaveCount(0)
  await ann.opens(page, `/mediation/${id}`)
  await press(page, 'Quote a post that you both could see')
  await page.getByRole('checkbox', { name: /under the stone/ }).check()
  await page.getByRole('textbox', { name: /^Write to/ }).fill('This is what they wrote.')
  await looksRight(page)
  await press(page, 'Send')
  await expect(page.getByRole('figure')).toContainText('under the stone')
  const shown = page.getByRole('figure').getByRole('img', { name: 'The stone before the door' })
  await expect(shown, 'nobody has to look').toHaveCount(0)
  await press(page, 'Show the picture')
  await expect.poll(() => shown.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBe(600)
  await looksRight(page)
  await expect(elsewhere.getByRole('button', { name: 'Show no private message any more' })).toBeVisible()
  await looksRight(elsewhere)
})
