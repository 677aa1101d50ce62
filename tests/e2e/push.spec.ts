import { type BrowserContext, expect, type Page } from 'playwright/test'
import { startPushService } from '../support/push-service.ts'
import { fitsSmall, looksRight } from './support/looks.ts'
import { test } from './support/own-browser.ts'

test.use({ settings: { FEDERATION_ALLOW_LOOPBACK: '1' } })

/** Lets the browser hand out an address of our own push service: the one of its maker is not asked in tests. */
async function speaksFor(context: BrowserContext, subscription: object): Promise<void> {
  await context.grantPermissions(['notifications'])
  await context.addInitScript((given) => {
    let asked = false
    const own = {
      ...given,
      toJSON: () => given,
      unsubscribe: async () => true,
      options: { applicationServerKey: null },
    }
    Object.assign(PushManager.prototype, {
      subscribe: async () => {
        asked = true
        sessionStorage.setItem('asked', 'yes')
        return own
      },
      getSubscription: async () => (asked || sessionStorage.getItem('asked') ? own : null),
    })
    Notification.requestPermission = async () => 'granted'
    Object.defineProperty(Notification, 'permission', { get: () => 'default' })
  }, subscription)
}

/** Hands a message to the page's worker, as the browser does. */
async function deliver(page: Page, data: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const registered = new Promise<string>((resolve) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [one] = registrations
      if (one) resolve(one.registrationId)
    })
  })
  await devtools.send('ServiceWorker.enable')
  const origin = new URL(page.url()).origin
  await devtools.send('ServiceWorker.deliverPushMessage', { origin, registrationId: await registered, data })
}

type Shown = { title: string; body: string; url: string }

/** Has the worker hear that the browser gave its address up for another one, as some browsers do by themselves. */
async function changeAddress(context: BrowserContext, given: object): Promise<void> {
  const [worker] = context.serviceWorkers()
  await worker?.evaluate(async (subscription) => {
    let done: Promise<unknown> = Promise.resolve()
    const newSubscription = { toJSON: () => subscription }
    const waitUntil = (work: Promise<unknown>) => {
      done = work
    }
    globalThis.dispatchEvent(Object.assign(new Event('pushsubscriptionchange'), { newSubscription, waitUntil }))
    await done
  }, given)
}

/** Notes what the worker shows: a browser without a screen has no place where notifications stand. */
async function screenOf(context: BrowserContext) {
  const [worker] = context.serviceWorkers()
  if (!worker) throw new Error('there is no worker')
  await worker.evaluate(() => {
    const shown: Shown[] = []
    const registration: ServiceWorkerRegistration = Reflect.get(globalThis, 'registration')
    registration.showNotification = async (title, { body = '', data } = {}) => {
      shown.push({ title, body, url: data.url })
    }
    Object.assign(globalThis, { shown })
  })
  return {
    shown: () => worker.evaluate((): Shown[] => Reflect.get(globalThis, 'shown')),
    press: (data: { url: string }) =>
      worker.evaluate((pressed) => {
        const notification = { data: pressed, close: () => undefined }
        globalThis.dispatchEvent(
          Object.assign(new Event('notificationclick'), { notification, waitUntil: () => undefined }),
        )
      }, data),
  }
}

test('I let this device tell me, choose what its locked screen may show, and press what came', async ({
  page,
  context,
  person,
  community,
}) => {
  const service = await startPushService()
  const device = service.device()
  const [ann, ben] = [await person('ann'), await person('ben')]
  await speaksFor(context, device.subscription(true))
  await ann.opens(page, '/settings/notifications')
  await expect(page.getByText('This device tells you nothing.')).toBeVisible()
  await page.getByRole('button', { name: 'Tell me on this device' }).click()
  await expect(page.getByText('This device tells you of new things.')).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'Somebody mentions or answers you' })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'Somebody likes a post of yours' })).not.toBeChecked()
  await page.getByRole('checkbox', { name: /Nothing at certain hours/ }).check()
  await expect(page.getByLabel('From')).toHaveValue('22:00')
  await looksRight(page)
  await fitsSmall(page)
  await page.getByRole('checkbox', { name: /Nothing at certain hours/ }).uncheck()

  const post = await ben.writes(`@${ann.name} a lantern`)
  await expect.poll(() => device.messages().map(({ title }) => title)).toEqual([`${ben.name} mentioned you`])
  await page.getByRole('radio', { name: /Only that something came/ }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('region', { name: 'What was just done' })).toContainText('Saved.')
  await ben.writes(`@${ann.name} a second lantern`)
  await expect.poll(() => device.messages().length).toBe(2)
  const [open, bare] = device.messages()
  expect(JSON.stringify(bare)).not.toMatch(new RegExp(`${ben.name}|lantern`))

  const screen = await screenOf(context)
  await deliver(page, JSON.stringify(open))
  await expect.poll(screen.shown).toHaveLength(1)
  const [said = { title: '', body: '', url: '' }] = await screen.shown()
  expect(said).toEqual({
    title: `${ben.name} mentioned you`,
    body: expect.stringContaining('a lantern'),
    url: `/@${ben.name}/${post.id}`,
  })
  await screen.press(said)
  await expect(page).toHaveURL(`${community.url}/@${ben.name}/${post.id}`)

  const other = service.device()
  await changeAddress(context, other.subscription(true))
  await ben.writes(`@${ann.name} a lantern at another door`)
  await expect.poll(() => other.messages().length, 'what was chosen goes on at the new address').toBe(1)
  expect(device.messages()).toHaveLength(2)
  await changeAddress(context, device.subscription(true))

  await page.goto(`${community.url}/settings/notifications`)
  await page.getByRole('button', { name: 'Stop on this device' }).click()
  await expect(page.getByText('This device tells you nothing.', { exact: true })).toBeVisible()
  await ben.writes(`@${ann.name} a third lantern`)
  await page.reload()
  await expect(page.getByText('This device tells you nothing.', { exact: true })).toBeVisible()
  expect([device.messages().length, other.messages().length]).toEqual([2, 1])
  await service.stop()
})
