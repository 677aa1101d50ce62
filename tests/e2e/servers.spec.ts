import { readFileSync } from 'node:fs'
import { expect } from 'playwright/test'
import { openSite } from '../support/page.ts'
import { newName, test } from './support/community.ts'
import { fitsSmall, looksRight } from './support/looks.ts'
import { logInAsOwner } from './support/owner.ts'

const HEAD = '#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate'

test('Those who run the community review a list of others, bring a file, take one away, and name with whom they speak', {
  tag: '@long',
}, async ({ page, newCommunity }) => {
  let list = `${HEAD}\nloud.example,silence,true,false,Adverts all day,false\nbad.example,suspend,false,false,Raids,false\n`
  const site = await openSite((_request, response) => response.writeHead(200, { 'content-type': 'text/csv' }).end(list))
  const here = await newCommunity({ FEDERATION_ALLOW_LOOPBACK: '1' })
  const [mo, max] = [newName('mo'), newName('max')]
  await logInAsOwner(here, page.context(), mo)
  await here.member(max)
  await here.admin('accounts', 'modify', max, '--add-role', 'moderator')

  await page.goto(`${here.url}/house/servers`)
  await page.getByLabel('Address of a list').fill(`${site.url}/blocks.csv`)
  await page.getByRole('button', { name: 'Look at it', exact: true }).click()
  await expect(page.getByText('2 servers to be reviewed.')).toBeVisible()
  const review = page.getByRole('region', { name: 'To be reviewed' })
  await expect(review.getByRole('listitem').filter({ hasText: 'loud.example' })).toContainText('Adverts all day')
  await looksRight(page)
  await fitsSmall(page)
  await review.getByRole('button', { name: 'Decide so loud.example' }).click()
  const look = page.getByRole('dialog', { name: 'What this does' })
  await expect(look.getByText('something.loud.example')).toBeVisible()
  await looksRight(page)
  await look.getByRole('button', { name: 'Decide so', exact: true }).click()
  const decided = page.getByRole('region', { name: 'Decided', exact: true })
  await expect(decided.getByRole('listitem').filter({ hasText: 'loud.example' })).toContainText('Adverts all day')
  await review.getByRole('button', { name: 'Put aside bad.example' }).click()
  await expect(review, 'nothing is left to review').toBeHidden()
  list = `${list}new.example,silence,false,false,,false\n`
  await here.advance('P1DT1H')
  await page.reload()
  await expect(review.getByRole('listitem'), 'what is new alone').toHaveText([/new\.example/])

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Get the decisions as a file' }).click()
  const file = readFileSync(await (await download).path(), 'utf8')
  expect(file).toContain(HEAD.split(',')[0])
  expect(file).toContain('loud.example,silence,True,False,Adverts all day')
  const more = Buffer.from(`${HEAD}\nfurther.example,silence,false,true,Their reports are jokes,false\n`)
  const chooser = page.getByLabel('A file of decisions (CSV)')
  await chooser.setInputFiles({ name: 'servers.csv', mimeType: 'text/csv', buffer: more })
  await page.getByRole('button', { name: 'Bring a file along' }).click()
  await expect(review.getByRole('listitem').filter({ hasText: 'further.example' })).toBeVisible()

  await page.getByLabel('Name of a server to be named').fill('friends.example')
  await page.getByRole('button', { name: 'Name it' }).click()
  await expect(page.getByRole('button', { name: 'No longer friends.example' })).toBeVisible()
  await page.getByRole('button', { name: 'Speak with named servers alone' }).click()
  const dialog = page.getByRole('dialog', { name: 'Speak with named servers alone?' })
  await expect(dialog.getByText('No member loses a follow.')).toBeVisible()
  await looksRight(page)
  await dialog.getByRole('button', { name: 'Yes, named ones alone' }).click()
  await expect(page.getByText('You proposed this: somebody else has to agree.')).toBeVisible()
  await expect(page.getByText('With every server we did not decide otherwise about')).toBeVisible()
  await here.logIn(page.context(), max)
  await page.goto(`${here.url}/house/servers`)
  await page.getByLabel('Your reason').fill('We know each of them.')
  await page.getByRole('button', { name: 'I agree' }).click()
  await expect(page.getByText('With named servers alone', { exact: true })).toBeVisible()
  await looksRight(page)
  site.close()
})
