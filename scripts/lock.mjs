import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { at, say, textOf } from './checkout.mjs'

const path = at('.cache', 'preparing.lock')
const beatMs = 2_000
const deadAfterMs = 15_000

/**
 * Does some work while no other process of this checkout prepares anything. The lock of a process that died is taken over.
 * @template Answer
 * @param {() => Promise<Answer>} work
 * @returns {Promise<Answer>}
 */
export async function alone(work) {
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), token: randomUUID() })
  mkdirSync(dirname(path), { recursive: true })
  for (let tries = 0; !acquired(mine); tries++) {
    if (tries === 5) say('Another start is preparing this checkout; waiting for it.')
    takeOverFromTheDead()
    await sleep(100)
  }
  const release = () => textOf(path) === mine && rmSync(path, { force: true })
  const beat = setInterval(() => textOf(path) === mine && utimesSync(path, new Date(), new Date()), beatMs).unref()
  process.once('exit', release)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    release()
    process.off('exit', release)
  }
}

/** @param {string} mine */
function acquired(mine) {
  try {
    writeFileSync(path, mine, { flag: 'wx' })
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  }
}

/** Of several that see a dead holder's lock only one renames it away; a live lock caught in that moment is put back. */
function takeOverFromTheDead() {
  const seen = textOf(path)
  if (seen === undefined || !isDead(seen)) return
  const aside = `${path}.${randomUUID()}`
  try {
    renameSync(path, aside)
    if (readFileSync(aside, 'utf8') !== seen) linkSync(aside, path)
  } catch (error) {
    if (!isCode(error, 'ENOENT') && !isCode(error, 'EEXIST')) throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

/** A holder is dead when its process is gone, or when it has not touched its lock for a while. @param {string} holder */
function isDead(holder) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return false
  if (Date.now() - stat.mtimeMs > deadAfterMs) return true
  const [, pid, host] = /"pid":(\d+),"host":("[^"]*")/.exec(holder) ?? []
  return host === JSON.stringify(hostname()) && !isAlive(Number(pid))
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return !isCode(error, 'ESRCH')
  }
}

/** @param {unknown} error @param {string} code */
const isCode = (error, code) => error instanceof Error && 'code' in error && error.code === code
