import { test as base } from './people.ts'

/** The test with people, for stories whose subject is what a browser keeps: each has a profile and a worker of its own. */
export const test = base.extend({
  serviceWorkers: 'allow',
  context: async ({ browser }, use) => {
    const context = await browser.newContext()
    await use(context)
    await context.close()
  },
  page: async ({ context }, use) => use(await context.newPage()),
})
