import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { Problem, root, say } from './checkout.mjs'

/** How long a step of the preparations has to stop by itself: npm would finish what it installs first. */
const graceMs = 4_000

/** What runs, and whether it is waited for without end once it was told to stop. @type {Map<import('node:child_process').ChildProcess, boolean>} */
const running = new Map()
/** @type {NodeJS.Signals | undefined} */
let stopping
let terminated = 128 + constants.signals.SIGTERM

/**
 * Runs a program to its end in the checkout and answers its exit code. Its standard output goes to our standard error
 * unless `stdio` says otherwise; what is piped is `heard`. Told to stop, it has to within seconds, unless it is `trusted` to.
 * @param {string} program
 * @param {string[]} args
 * @param {{
 *   env?: NodeJS.ProcessEnv,
 *   stdio?: import('node:child_process').StdioOptions,
 *   shell?: boolean,
 *   trusted?: boolean,
 *   heard?: (chunk: Buffer) => void,
 * }} [options]
 * @returns {Promise<number>}
 */
export async function run(program, args, options = {}) {
  const { env = process.env, stdio = ['ignore', 2, 2], shell = false, trusted = false, heard } = options
  const child = spawn(program, args, { cwd: root, env, stdio, shell })
  running.set(child, trusted)
  if (heard) for (const output of [child.stdout, child.stderr]) output?.on('data', heard)
  try {
    return await new Promise((resolve, reject) => {
      child.on('error', (error) => reject(new Problem(`${program} could not be started: ${error.message}`)))
      child.on('close', (code, signal) => resolve(code ?? codeOf(signal)))
    })
  } finally {
    running.delete(child)
  }
}

/**
 * Does the work of a script: its answer is the exit code. The first signal of each kind goes on to the program that runs;
 * a signal during preparations ends them.
 * @param {() => Promise<number>} work
 * @param {{ terminated?: number }} [codes] the exit code of a script whose end by SIGTERM is no failure
 */
export async function main(work, codes = {}) {
  terminated = codes.terminated ?? terminated
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => stop(signal))
  try {
    const code = await work()
    // A program that was told to stop while it was still loading ends by the signal itself: it had not begun.
    process.exitCode = stopping && code === codeOf(stopping) ? askedToStop(stopping) : code
  } catch (problem) {
    if (stopping) process.exit(askedToStop(stopping))
    say(problem instanceof Problem ? problem.message : String(problem instanceof Error ? problem.stack : problem))
    process.exit(1)
  }
}

/**
 * Ends preparations that a signal interrupted, between two steps.
 * @throws {Problem} where one came
 */
export function goOn() {
  if (stopping) throw new Problem('Stopped.')
}

/** @param {NodeJS.Signals} signal */
function stop(signal) {
  if (stopping === signal) return
  stopping = signal
  if (running.size === 0) process.exit(askedToStop(signal))
  for (const [child, trusted] of running) {
    child.kill(signal)
    if (!trusted) setTimeout(() => child.kill('SIGKILL'), graceMs).unref()
  }
}

/** @param {NodeJS.Signals} signal */
const askedToStop = (signal) => (signal === 'SIGTERM' ? terminated : codeOf(signal))

/** @param {NodeJS.Signals | null} signal */
const codeOf = (signal) => 128 + (signal ? constants.signals[signal] : 0)
