import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { at, Problem, say } from './checkout.mjs'
import { goOn, run } from './child.mjs'

/** Debian's: the shell without a window is a third quicker than the whole program. */
const shell = '/usr/bin/chromium-headless-shell'
const whole = '/usr/bin/chromium'

/**
 * Finds a Chromium to test with: the one that CHROMIUM_PATH names, Debian's, or Playwright's own. Where there is none
 * it installs one; where machines are shared it installs the quicker one beside a slower.
 * @param {string} node the Node that runs the project
 * @returns {Promise<string>} the program's path
 * @throws {Problem} where there is none to be had
 */
export async function findBrowser(node) {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (runs(named)) return named
    throw new Problem(`CHROMIUM_PATH is ${named}, and no browser runs there. Set it to a Chromium, or leave it unset.`)
  }
  if (process.env.CI && !existsSync(shell)) await installDebians()
  for (const debians of [shell, whole]) if (runs(debians)) return debians
  const playwrights = await playwrightsPath()
  if (runs(playwrights)) return playwrights
  say('Installing a browser to test with …')
  await run(node, [at('node_modules', 'playwright', 'cli.js'), 'install', 'chromium'])
  goOn()
  if (runs(playwrights)) return playwrights
  await installDebians()
  if (runs(shell)) return shell
  throw new Problem('No browser to test with. Install Chromium, or set CHROMIUM_PATH to one, and run the tests again.')
}

/** @param {string} path */
const runs = (path) => existsSync(path) && spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0

async function playwrightsPath() {
  const { chromium } = await import('playwright')
  return chromium.executablePath()
}

async function installDebians() {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const wait = ['-q', '-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::http::Timeout=20', '-o', 'Acquire::Retries=1']
  await run('apt-get', [...wait, 'update'], { env })
  goOn()
  await run(
    'apt-get',
    [...wait, 'install', '-y', '--no-install-recommends', 'chromium-headless-shell', 'fonts-liberation'],
    { env },
  )
  goOn()
}
