import { existsSync } from 'node:fs'
import { defineConfig } from 'playwright/test'

// the shell has no window of its own to draw, which is a third of the work
const debians = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path))
const executablePath = process.env.CHROMIUM_PATH ?? debians

/** The browser talks to our server and to nobody else. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

const isLong = process.env.LONG_STORIES === 'only'

/**
 * Every story is told twice, at a desk and on a phone; a spec sets `colorScheme` where light and dark differ.
 * What is tagged `@long` is left to `npm run test:long`, and so is the phone's turn of what is tagged `@desk`: a story
 * whose screens another one opens on the phone.
 */
export default defineConfig({
  testDir: 'e2e',
  ...(isLong ? { grep: /@long|@desk/ } : { grepInvert: /@long/ }),
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // a machine that is shared may stall once: such a story is told again, and counted by the runner as it went
  retries: process.env.CI ? 2 : 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath, args: quiet },
    screenshot: 'only-on-failure',
    trace: 'on-first-retry',
    // each story would install the worker anew; where it is the subject, the spec allows it
    serviceWorkers: 'block',
    // cookies, storage and all that was opened go between two stories; a new browser profile would be a fifth of the time
    reuseContext: true,
    locale: 'en-GB',
    timezoneId: 'UTC',
  },
  projects: [
    { name: 'desktop', ...(isLong && { grepInvert: /@desk/ }), use: { viewport: { width: 1280, height: 900 } } },
    {
      name: 'phone',
      ...(!isLong && { grepInvert: /@desk|@long/ }),
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
  ],
})
