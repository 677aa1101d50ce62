import { spawnSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { at, digest, Problem, say, textOf } from './checkout.mjs'
import { goOn, run } from './child.mjs'
import { alone } from './lock.mjs'

const stamp = at('node_modules', '.installed')
const neededNode = 24

/**
 * Installs what package-lock.json names, where it is not there yet.
 * @returns {Promise<string>} the Node that runs the project
 * @throws {Problem} where it cannot be had
 */
export async function install() {
  const wanted = wantedStamp()
  if (textOf(stamp) === wanted) return projectNode()
  return alone(async () => {
    if (textOf(stamp) !== wanted) {
      if (!holdsWhatIsLocked()) await installAnew()
      dropNodeThatCannotRun()
      writeFileSync(stamp, wanted)
    }
    return projectNode()
  })
}

async function installAnew() {
  say('Installing what the project needs (once, about a minute) …')
  const args = ['ci', '--include=dev', '--include=optional', '--loglevel=error']
  const npm = process.env.npm_execpath
  const code = npm?.endsWith('npm-cli.js')
    ? await run(hostNode(), [npm, ...args])
    : await run('npm', args, { shell: process.platform === 'win32' })
  goOn()
  if (code !== 0) throw new Problem('Installing failed, for the reason that npm gives above. Mend it and start again.')
}

/** npm installs with the Node it was started by: the project's own is among the files that are replaced. */
const hostNode = () => process.env.npm_node_execpath ?? process.execPath

function wantedStamp() {
  const lock = textOf(at('package-lock.json'))
  if (lock === undefined) throw new Problem('package-lock.json is missing: this is not a whole checkout.')
  return `${digest(lock)} ${process.platform}-${process.arch}\n`
}

/** Someone may have run npm themselves: npm's own record says whether it is the locked versions that are there. */
function holdsWhatIsLocked() {
  const there = packagesIn(at('node_modules', '.package-lock.json'))
  if (!there) return false
  return Object.entries(packagesIn(at('package-lock.json')) ?? {}).every(([path, locked]) => {
    if (path === '') return true
    const found = there[path]
    return found ? found.integrity === locked.integrity : locked.optional || locked.devOptional
  })
}

/**
 * @param {string} path
 * @returns {Record<string, { integrity?: string, optional?: boolean, devOptional?: boolean }> | undefined}
 */
function packagesIn(path) {
  const text = textOf(path)
  return text === undefined ? undefined : JSON.parse(text).packages
}

const ownNode = () => {
  const windows = process.platform === 'win32'
  return at(
    'node_modules',
    `node-${windows ? 'win' : process.platform}-${process.arch}`,
    'bin',
    windows ? 'node.exe' : 'node',
  )
}

/** The registry's Node needs glibc: where it cannot run (musl), it must not stand in the way of the machine's own. */
function dropNodeThatCannotRun() {
  const node = ownNode()
  if (!existsSync(node) || spawnSync(node, ['--version']).status === 0) return
  rmSync(node)
  rmSync(at('node_modules', '.bin', 'node'), { force: true })
}

function projectNode() {
  const own = ownNode()
  if (existsSync(own)) return own
  if (Number(process.versions.node.split('.')[0]) >= neededNode) return process.execPath
  const here = `${process.platform}-${process.arch}`
  throw new Problem(
    `This machine (${here}) needs Node ${neededNode} or newer and has ${process.version}: install it from nodejs.org and start again.`,
  )
}
