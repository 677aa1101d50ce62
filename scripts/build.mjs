import { main } from './child.mjs'
import { buildClient } from './client.mjs'
import { install } from './install.mjs'

await main(async () => {
  await buildClient(await install())
  return 0
})
