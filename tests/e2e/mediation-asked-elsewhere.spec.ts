import { expect } from 'playwright/test'
import type { MediationLine } from '../../shared/api/mediation.ts'
import { MEDIATIONS } from '../support/mediation.ts'
import { newName, test } from './support/community.ts'
import { fitsSmall, looksRight } from './support/looks.ts'
import { answerCalmly, headed } from './support/mediation.ts'

test('I live on another server, ask for a mediator about a member here, and see by my link how it stands', async ({
  page,
  newCommunity,
}) => {
  const settings = { FEDERATION_ALLOW_LOOPBACK: '1' }
  const here = await newCommunity(settings)
  const home = await newCommunity({ ...settings, HOST: '127.0.0.2' })
  const [ann, cora, owner, bo] = [newName('ann'), newName('cora'), newName('owner'), newName('bo')]
  for (const name of [ann, cora, owner]) await here.member(name, '--created', 'P30D')
  await here.admin('accounts', 'modify', cora, '--add-role', 'coordinator')
  await here.admin('accounts', 'modify', owner, '--add-role', 'owner')
  await home.member(bo, '--created', 'P30D')
  const address = `@${bo}@${new URL(home.url).host}`

  await page.goto(`${here.url}/help/disagreements`)
  await expect(headed(page, 'When you do not agree')).toBeVisible()
  await expect(page.getByText('Do you live on another server?')).toBeHidden()
  await page.goto(`${here.url}/guest/ask`)
  await expect(headed(page, 'There is nothing here')).toBeVisible()

  await here.logIn(page.context(), owner)
  await page.goto(`${here.url}/settings/community#mediation`)
  await page.getByRole('checkbox', { name: /People of other servers may ask/ }).check()
  await looksRight(page)
  await page.getByRole('region', { name: 'Mediation' }).getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.').first()).toBeVisible()
  await page.context().clearCookies()

  await home.logIn(page.context(), bo)
  await page.goto(`${here.url}/help/disagreements`)
  await page.getByRole('link', { name: 'I live on another server' }).click()
  await expect(headed(page, 'I live on another server')).toBeVisible()
  await looksRight(page)
  await page.getByRole('textbox', { name: 'Your address' }).fill(address)
  await page.getByRole('button', { name: 'Show me a code' }).click()
  await expect(page.getByText(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/)).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  await page.getByRole('textbox', { name: 'Your handle, or your server' }).fill(address)
  await page.getByRole('button', { name: 'Sign in with your server' }).click()
  await page.getByRole('button', { name: 'Allow', exact: true }).click()

  await expect(headed(page, 'Who is it?')).toBeVisible()
  await expect(page.getByText(`You are here as ${address}`)).toBeVisible()
  await looksRight(page)
  await page.getByRole('textbox', { name: 'Their name here' }).fill('nobody_of_this_name')
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByText('Nobody here has this name.').first()).toBeVisible()
  await page.getByRole('textbox', { name: 'Their name here' }).fill(`@${ann}`)
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(headed(page, `You and ${ann}`)).toBeVisible()
  await looksRight(page)
  await page.getByRole('button', { name: 'Go on' }).click()
  await answerCalmly(page)
  await page.getByRole('textbox', { name: 'What happened' }).fill('They said that I never do the dishes.')
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('button', { name: 'To be understood' }).click()
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(headed(page, 'How would you like to do it?')).toBeVisible()
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(headed(page, 'When, and in which language?')).toBeVisible()
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(headed(page, 'Who should help, and who should not?')).toBeVisible()
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(headed(page, 'Is there something we should take care of?')).toBeVisible()
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(headed(page, 'A last look')).toBeVisible()
  await expect(page.getByText('We tell the team of your server nothing.')).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  await page.getByRole('checkbox', { name: /I agree that this is kept/ }).check()
  await page.getByRole('button', { name: 'Ask for a mediator' }).click()
  await expect(page.getByRole('button', { name: 'Take it back' })).toBeVisible()
  await looksRight(page)
  await fitsSmall(page)
  const link = (await page.getByText(/\/guest#/).textContent()) ?? ''

  await page.getByRole('button', { name: 'Leave this browser' }).click()
  await expect(headed(page, 'There is nothing here')).toBeVisible()
  const { waiting } = (await here.api(cora, 'GET', `${MEDIATIONS}/triage`)) as { waiting: MediationLine[] }
  await here.api(cora, 'POST', `${MEDIATIONS}/${waiting[0]?.id}/actions`, { verb: 'invite' })
  await page.goto('about:blank')
  await page.goto(link)
  await expect(headed(page, 'What you asked for')).toBeVisible()
  await looksRight(page)
  await page.getByRole('textbox', { name: 'Your handle, or your server' }).fill(address)
  await page.getByRole('button', { name: 'Sign in with your server' }).click()
  await page.getByRole('button', { name: 'Allow', exact: true }).click()
  await expect(page.getByText('You will hear by the date shown').first()).toBeVisible()
  await page.getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByRole('button', { name: 'Ask about something else' })).toBeVisible()
  await looksRight(page)
})
