import { mkdirSync, rmSync } from 'node:fs'
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
  const code = await run(node, [at('node_modules/vitest/vitest.mjs'), ...args, ...reporters], { stdio: inView })
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
  const env = { ...process.env, ...which, CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const args = ['test', '-c', 'tests/playwright.config.ts', '--workers=2', '--reporter=list,json']
  const code = await run(node, [at('node_modules/playwright/cli.js'), ...args], { env, stdio: inView })
  const { expected = 0, unexpected = 0, flaky = 0 } = read(report).stats ?? {}
  if (flaky > 0) console.log(`${flaky} of these passed only when told again (see above)`)
  return tally(code, { passed: expected + flaky, failed: unexpected })
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
