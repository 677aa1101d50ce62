import { main } from './child.mjs'
import { install } from './install.mjs'
import { runVitest } from './suites.mjs'

await main(async () => {
  const { passed, failed } = await runVitest(await install(), 'tests/vitest-long.config.ts')
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
})
