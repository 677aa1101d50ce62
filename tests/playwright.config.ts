import { existsSync } from 'node:fs'
import { defineConfig } from 'playwright/test'
import { filesOf, onPhone } from './e2e/support/turns.ts'

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

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const desk = { viewport: { width: 1280, height: 900 } }
const turnOfPhone = filesOf(onPhone)

/** What `npm test` tells. */
const everyTime = [
  { name: 'desktop', testIgnore: turnOfPhone, use: desk },
  { name: 'phone', testMatch: turnOfPhone, use: phone },
]

/** What `npm run test:long` tells: the long stories in both sizes, and of the others the turn that is left. */
const inTheLongRun = [
  { name: 'desktop', grep: /@long/, use: desk },
  { name: 'phone', grep: /@long/, use: phone },
  { name: 'desktop too', testMatch: turnOfPhone, grepInvert: /@long/, use: desk },
  { name: 'phone too', testIgnore: turnOfPhone, grepInvert: /@long/, use: phone },
]

/**
 * A story is told in one size each time (support/turns.ts) and in the other one in `npm run test:long`; every screen that
 * a story looks at is also held to a small window by `fitsSmall`. A spec sets `colorScheme` where light and dark differ.
 * What is tagged `@long` is left to the long run: variations of a journey, and screens that few see.
 */
export default defineConfig({
  testDir: 'e2e',
  ...(!isLong && { grepInvert: /@long/ }),
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
  projects: isLong ? inTheLongRun : everyTime,
})
