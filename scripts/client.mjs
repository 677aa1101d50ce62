import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { at, fingerprint, Problem, say, textOf } from './checkout.mjs'
import { goOn, run } from './child.mjs'
import { alone } from './lock.mjs'

const sources = ['client', 'shared', 'vite.config.ts', 'package-lock.json']
const built = at('dist', 'client')
const next = at('dist', 'client.next')
const last = at('dist', 'client.last')
const stamp = at('dist', 'client.stamp')

/**
 * Builds the client where dist/client is missing or older than what it is made of.
 * @param {string} node the Node that runs the project
 * @throws {Problem} where the build fails
 */
export async function buildClient(node) {
  if (isFresh()) return
  await alone(async () => {
    if (isFresh()) return
    const { list, content } = fingerprint(sources)
    const said = content()
    if (!existsSync(built) || stamped().content !== said) await build(node)
    writeFileSync(stamp, `${list} ${said}\n`)
  })
}

const isFresh = () => existsSync(built) && stamped().list === fingerprint(sources).list

function stamped() {
  const [list, content] = textOf(stamp)?.trim().split(' ') ?? []
  return { list, content }
}

/** The new pages take the place of the old ones in one step: a server that runs from them never sees half of them. */
async function build(/** @type {string} */ node) {
  say('Building the pages …')
  const vite = at('node_modules', 'vite', 'bin', 'vite.js')
  const env = { ...process.env, NODE_ENV: 'production' }
  const code = await run(node, [vite, 'build', '--outDir', next, '--emptyOutDir', '--logLevel', 'warn'], { env })
  goOn()
  if (code !== 0) throw new Problem('Building the pages failed, for the reason given above.')
  rmSync(last, { recursive: true, force: true })
  if (existsSync(built)) renameSync(built, last)
  renameSync(next, built)
  rmSync(last, { recursive: true, force: true })
}
