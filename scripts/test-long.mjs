import { findBrowser } from './browser.mjs'
import { main } from './child.mjs'
import { buildClient } from './client.mjs'
import { install } from './install.mjs'
import { runPlaywright, runVitest } from './suites.mjs'

await main(async () => {
  const node = await install()
  const browser = await findBrowser(node)
  await buildClient(node)
  const results = [
    await runVitest(node, 'tests/vitest-long.config.ts'),
    await runPlaywright(node, browser, { long: true }),
  ]
  const sum = (/** @type {'passed' | 'failed'} */ key) => results.reduce((total, result) => total + result[key], 0)
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
  return sum('failed') === 0 ? 0 : 1
})
