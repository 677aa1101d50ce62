import { expect, type Page } from 'playwright/test'
import { looksRight } from './support/looks.ts'
import { test } from './support/own-browser.ts'
import { postWith } from './support/screen.ts'

/** Resolves once the page's own worker stands between it and the network. */
async function workerInPlace(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.reload()
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated')
}

/** The addresses whose answers this device keeps. */
const kept = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const open = indexedDB.open('reading')
    await new Promise((done) => {
      open.onsuccess = done
    })
    const all = open.result.transaction('answers').objectStore('answers').getAllKeys()
    await new Promise((done) => {
      all.onsuccess = done
    })
    open.result.close()
    return all.result.join(' ')
  })

test('In the tunnel I read what I read last: home, a thread, the inbox; after it, what is new', async ({
  page,
  context,
  person,
}) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.follows(ben)
  const post = await ben.writes('Packed for the journey.')
  await ben.writes(`@${ann.name} a word for the way`, { in_reply_to_id: post.id })
  await ann.opens(page, '/home')
  await workerInPlace(page)
  await page.goto(`/@${ben.name}/${post.id}`)
  await expect(postWith(page, 'a word for the way')).toBeVisible()
  await expect.poll(() => kept(page)).toContain(`/api/v1/statuses/${post.id}/context`)
  await page.goto('/inbox')
  await expect(postWith(page, 'a word for the way')).toBeVisible()
  await expect.poll(() => kept(page)).toMatch(/notifications( |\?|$)/)
  await page.goto('/home')
  await expect(postWith(page, 'Packed for the journey.').first()).toBeVisible()
  await expect.poll(() => kept(page)).toContain('/timelines/home')

  await context.setOffline(true)
  await page.reload()
  await expect(page.getByText('You are offline.', { exact: true })).toBeVisible()
  await expect(postWith(page, 'Packed for the journey.').first()).toBeVisible()
  await looksRight(page)
  await page.goto(`/@${ben.name}/${post.id}`)
  await expect(postWith(page, 'a word for the way')).toBeVisible()
  await page.goto('/inbox')
  await expect(postWith(page, 'a word for the way')).toBeVisible()
  await page.goto('/home')
  await expect(postWith(page, 'Packed for the journey.').first()).toBeVisible()

  await ben.writes('Waiting at the other end.')
  await context.setOffline(false)
  await expect(postWith(page, 'Waiting at the other end.')).toBeVisible({ timeout: 15_000 })

  await context.request.delete('/auth/session', { headers: { origin: new URL(page.url()).origin } })
  await page.goto('/about')
  await expect.poll(() => kept(page), 'who is logged out leaves nothing to read').toBe('')
})

test('A reply written in the tunnel is posted once when I am back, wherever I am by then', async ({
  page,
  context,
  person,
}) => {
  const [ann, ben] = [await person('ann'), await person('ben')]
  await ann.follows(ben)
  const post = await ben.writes('Who is on the train?')
  await ann.opens(page, '/home')
  await workerInPlace(page)
  await page.goto(`/@${ben.name}/${post.id}`)
  await expect(postWith(page, 'Who is on the train?')).toBeVisible()
  await expect.poll(() => kept(page)).toContain(`/api/v1/statuses/${post.id}/context`)
  await context.setOffline(true)
  await postWith(page, 'Who is on the train?').getByRole('button', { name: 'Reply' }).first().click()
  const form = page.getByRole('form', { name: /^Reply to/ })
  await form.getByRole('textbox').first().pressSequentially('I am')
  await form.getByRole('button', { name: 'Post', exact: true }).click()
  await expect(page.getByText('Not posted yet: the server does not answer.')).toBeVisible()
  await page.goto('/home')
  await expect(postWith(page, 'Who is on the train?').first()).toBeVisible()
  await context.setOffline(false)
  const done = page.getByRole('region', { name: 'What was just done' })
  await expect(done.getByText('What you wrote without a network is posted.')).toBeVisible({ timeout: 20_000 })
  const { descendants } = await ben.api<{ descendants: { content: string }[] }>(
    'GET',
    `/api/v1/statuses/${post.id}/context`,
  )
  expect(descendants.map(({ content }) => content.replace(/<[^>]*>/g, ''))).toEqual([`@${ben.name} I am`])
})
