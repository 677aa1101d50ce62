import { findBrowser } from './browser.mjs'
import { at, Problem, say } from './checkout.mjs'
import { goOn, main, run } from './child.mjs'
import { buildClient } from './client.mjs'
import { install } from './install.mjs'
import { runPlaywright, runVitest } from './suites.mjs'

await main(async () => {
  const node = await install()
  const browser = await attempt(() => findBrowser(node))
  const checked = await run(node, [at('scripts', 'check.mjs')], { stdio: ['ignore', 'inherit', 'inherit'] })
  goOn()
  const built = await attempt(() => buildClient(node).then(() => true))
  const results = [
    { passed: 0, failed: checked === 0 ? 0 : 1 },
    await runVitest(node),
    browser && built ? await runPlaywright(node, browser) : { passed: 0, failed: 1 },
  ]
  const sum = (/** @type {'passed' | 'failed'} */ key) => results.reduce((total, result) => total + result[key], 0)
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
  return sum('failed') === 0 ? 0 : 1
})

/**
 * Does a step that the rest can go on without: a problem is told, and fails the run at its end.
 * @template Answer
 * @param {() => Promise<Answer>} step
 */
async function attempt(step) {
  try {
    return await step()
  } catch (problem) {
    goOn()
    if (!(problem instanceof Problem)) throw problem
    say(problem.message)
    return undefined
  }
}
