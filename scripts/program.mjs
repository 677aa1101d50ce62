import { at } from './checkout.mjs'
import { run } from './child.mjs'

/**
 * Runs one of the project's TypeScript programs at this terminal and answers its exit code. What V8 compiled is kept for
 * the next time.
 * @param {string} node the Node that runs the project
 * @param {string} file in the checkout
 * @param {string[]} args
 */
export function runProgram(node, file, args) {
  const env = { NODE_COMPILE_CACHE: at('node_modules', '.cache', 'compiled'), ...process.env }
  return run(node, ['--disable-warning=ExperimentalWarning', at(file), ...args], {
    env,
    stdio: 'inherit',
    trusted: true,
  })
}
