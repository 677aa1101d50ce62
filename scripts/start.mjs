import { main } from './child.mjs'
import { buildClient } from './client.mjs'
import { install } from './install.mjs'
import { runProgram } from './program.mjs'

const start = async () => {
  const node = await install()
  await buildClient(node)
  return runProgram(node, 'server/main.ts', [])
}

await main(start, { terminated: 0 })
