import { main } from './child.mjs'
import { install } from './install.mjs'
import { runProgram } from './program.mjs'

await main(async () => runProgram(await install(), 'tests/bench/main.ts', process.argv.slice(2)))
