import { at } from './checkout.mjs'
import { main, run } from './child.mjs'
import { install } from './install.mjs'

/** Every check by its name; each ends with 0 where all is well. */
const checks = {
  'lint and format': ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '--max-diagnostics=50'],
  types: ['@typescript/native/bin/tsc', '--noEmit', '--pretty', 'false'],
  arrows: ['../tests/architecture/check.ts'],
  'unused code': ['knip/bin/knip.js', '--no-progress', '--cache', '--cache-location', 'node_modules/.cache/knip'],
}

await main(async () => {
  const node = await install()
  const results = await Promise.all(Object.entries(checks).map(([name, command]) => check(node, name, command)))
  return results.every((code) => code === 0) ? 0 : 1
})

/**
 * Runs one check and prints what it has to say only where something is wrong.
 * @param {string} node
 * @param {string} name
 * @param {string[]} command the tool's file in node_modules, and its arguments
 * @returns {Promise<number>}
 */
async function check(node, name, [tool = '', ...args]) {
  const began = Date.now()
  /** @type {Buffer[]} */
  const said = []
  const heard = (/** @type {Buffer} */ chunk) => void said.push(chunk)
  const code = await run(node, [at('node_modules', tool), ...args], { stdio: ['ignore', 'pipe', 'pipe'], heard })
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  console.log(`${code === 0 ? 'ok' : 'NOT OK'}: ${name} (${seconds} s)`)
  if (code !== 0) console.log(Buffer.concat(said).toString())
  return code
}
