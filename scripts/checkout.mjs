import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that was cloned. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * The absolute path of something in the checkout.
 * @param {string[]} parts
 */
export const at = (...parts) => join(root, ...parts)

/** A problem whose message is for the person at the terminal: it is printed alone, without a stack. */
export class Problem extends Error {}

/**
 * Tells the person at the terminal something. Standard output belongs to the program that is started.
 * @param {string} line
 */
export const say = (line) => void process.stderr.write(`${line}\n`)

/**
 * A short fingerprint of some text.
 * @param {string | Buffer} text
 */
export const digest = (text) => createHash('sha256').update(text).digest('hex')

/**
 * What a file says, or undefined where there is none.
 * @param {string} path
 */
export function textOf(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/**
 * All files at or under a path, sorted.
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return []
  if (!stat.isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}

/**
 * Two fingerprints of a set of files: a cheap one of names, times and sizes, and one of what they say, made when asked for.
 * @param {string[]} paths
 */
export function fingerprint(paths) {
  const files = paths.flatMap((path) => filesUnder(at(path)))
  const name = (/** @type {string} */ file) => relative(root, file).split(sep).join('/')
  const line = (/** @type {string} */ file) => {
    const { mtimeMs, size } = statSync(file)
    return `${name(file)} ${mtimeMs} ${size}`
  }
  return {
    list: digest(files.map(line).join('\n')),
    content: () => digest(files.map((file) => `${name(file)} ${digest(readFileSync(file))}`).join('\n')),
  }
}
