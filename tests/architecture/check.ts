import { cruiseCheckout } from './cruise.ts'

const { broken, seen, unseen } = await cruiseCheckout(process.cwd())
for (const { arrow, from, to } of broken) console.log(`${arrow}: ${from} → ${to}`)
// A parser that the tool cannot use shows as an empty, and therefore flawless, house.
if (unseen.length > 0) console.log(`${unseen.length} source files were not looked at, ${unseen[0]} among them.`)
console.log(`${seen.length} modules, ${broken.length} broken arrows`)
process.exitCode = broken.length + unseen.length > 0 ? 1 : 0
