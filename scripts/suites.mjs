import { mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { at, textOf } from './checkout.mjs'
import { goOn, run } from './child.mjs'

/** How many tests passed and failed. @typedef {{ passed: number, failed: number }} Tally */

/**
 * Runs vitest's tests.
 * @param {string} node the Node that runs the project
 * @param {string} config which of them
 */
export async function runVitest(node, config = 'tests/vitest.config.ts') {
  const report = freshReport('vitest')
  const args = ['run', '-c', config]
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const program = at('node_modules/vitest/vitest.mjs')
  const code = await inMemory((env) => run(node, [program, ...args, ...reporters], { env, stdio: inView }))
  const { numPassedTests = 0, numFailedTests = 0 } = read(report)
  return tally(code, { passed: numPassedTests, failed: numFailedTests })
}

/**
 * Runs the tests in the browser (tests/playwright.config.ts).
 * @param {string} node the Node that runs the project
 * @param {string} browser the Chromium to test with
 * @param {{ long?: boolean }} [which] `long` tells the stories tagged `@long`, which are otherwise left out
 */
export async function runPlaywright(node, browser, { long = false } = {}) {
  const report = freshReport('playwright')
  const which = long ? { LONG_STORIES: 'only' } : {}
  const added = { ...which, CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const args = ['test', '-c', 'tests/playwright.config.ts', '--workers=2', '--reporter=list,json']
  const program = at('node_modules/playwright/cli.js')
  const code = await inMemory((env) => run(node, [program, ...args], { env: { ...env, ...added }, stdio: inView }))
  const { expected = 0, unexpected = 0, flaky = 0 } = read(report).stats ?? {}
  if (flaky > 0) console.log(`${flaky} of these passed only when told again (see above)`)
  return tally(code, { passed: expected + flaky, failed: unexpected })
}

/** What the folder in memory must have left: the servers of a run never keep more than a tenth of it at once. */
const roomInMemory = 2 * 1024 ** 3

/**
 * Does a step whose temporary files are kept in memory where the machine has a folder for that: every server of a test
 * waits for its disk at each write, and nobody needs what was written once the test is over.
 * @param {(env: NodeJS.ProcessEnv) => Promise<number>} step
 */
async function inMemory(step) {
  const folder = makeFolderInMemory()
  try {
    return await step(folder ? { ...process.env, TMPDIR: folder } : process.env)
  } finally {
    if (folder) rmSync(folder, { recursive: true, force: true })
  }
}

function makeFolderInMemory() {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    return bavail * bsize < roomInMemory ? undefined : mkdtempSync('/dev/shm/left-community-tests-')
  } catch {
    return undefined
  }
}

/** @type {import('node:child_process').StdioOptions} */
const inView = ['ignore', 'inherit', 'inherit']

/** A runner that ended badly without naming a failed test (one file could not be read, no test was found) counts as one. @param {number} code @param {Tally} counted */
function tally(code, { passed, failed }) {
  goOn()
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed }
}

/** @param {string} runner */
function freshReport(runner) {
  mkdirSync(at('.cache'), { recursive: true })
  const path = at('.cache', `${runner}.json`)
  rmSync(path, { force: true })
  return path
}

/** @param {string} report */
const read = (report) => JSON.parse(textOf(report) ?? '{}')
