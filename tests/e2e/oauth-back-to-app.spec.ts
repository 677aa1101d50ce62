import { expect } from 'playwright/test'
import { test } from './support/people.ts'

test('An app on my phone opens again by an address of its own kind, and no guard of the page is in the way', async ({
  page,
  person,
  community,
}) => {
  const ann = await person('ann')
  const data = { client_name: 'Lantern', redirect_uris: 'lantern://back', scopes: 'read' }
  const app = await (await page.request.post(`${community.url}/api/v1/apps`, { data })).json()
  const refused: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) refused.push(message.text())
  })
  const asked = { response_type: 'code', client_id: app.client_id, redirect_uri: 'lantern://back', scope: 'read' }
  await ann.opens(page, `/oauth/authorize?${new URLSearchParams(asked)}`)
  await expect(page.getByText('the app that opens lantern: addresses')).toBeVisible()
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  const opened = page.waitForEvent('requestfailed', (request) => request.url().startsWith('lantern://back?code='))
  await page.getByRole('button', { name: 'Allow', exact: true }).click()
  expect((await answered).headers().location).toMatch(/^lantern:\/\/back\?code=[\w-]{43}$/)
  // the browser asked for the app; here there is none, which is another failure than a refusal by the page
  expect((await opened).failure()?.errorText).not.toMatch(/csp|blocked_by_client/i)
  expect(refused).toEqual([])
})
