import { Worker } from 'node:worker_threads'
import { MINUTE, SECOND } from '../../core/clock.ts'
import { Refusal } from '../../core/errors.ts'
import { limits } from '../../limits.ts'
import type { Asked, Outcome, Task } from './protocol.ts'

/** One document takes some milliseconds; a thread that is at one for longer is ended. */
const PATIENCE = 5 * SECOND
/** An idle thread gives its memory back. */
const IDLE = MINUTE
/** So many are in the thread's hands at once; the rest wait here, so that little is lost with it. */
const AT_ONCE = 16

type Waiting = { task: Task; settle: (outcome: Outcome) => void }

let thread: Worker | undefined
let timer: NodeJS.Timeout | undefined
let nextId = 0
const given = new Map<number, Waiting>()
const waiting: Waiting[] = []

/**
 * Reads what came from another server in the one thread for that, which is started when it is first needed, begins anew
 * after a crash and ends when nobody needs it: checking signatures, JSON and HTML must not hold up members' requests.
 * Throws 503 when too many wait.
 */
export function readInThread(asked: Asked): Promise<Outcome> {
  if (waiting.length >= limits.federatedWaiting)
    throw new Refusal(503, 'Too much is waiting here. Please send it again later.')
  nextId += 1
  const { promise, resolve } = Promise.withResolvers<Outcome>()
  waiting.push({ task: { ...asked, id: nextId }, settle: resolve })
  giveMore()
  return promise
}

function giveMore(): void {
  const isIdle = given.size === 0
  while (given.size < AT_ONCE) {
    const next = waiting.shift()
    if (!next) break
    given.set(next.task.id, next)
    thread ??= startThread()
    thread.postMessage(next.task)
  }
  // what comes in meanwhile gives a thread that hangs no more time
  if (isIdle) watch()
}

function watch(): void {
  clearTimeout(timer)
  timer = setTimeout(given.size > 0 ? giveUp : stopThread, given.size > 0 ? PATIENCE : IDLE)
  timer.unref()
}

function finish(outcome: Outcome): void {
  const found = given.get(outcome.id)
  if (!found) return
  given.delete(outcome.id)
  found.settle(outcome)
  giveMore()
  watch()
}

/** The thread died or hung over the oldest of what it had: that one is refused, the rest go to a new thread. */
function giveUp(): void {
  stopThread()
  const [stuck, ...others] = given.values()
  given.clear()
  waiting.unshift(...others)
  stuck?.settle({ id: stuck.task.id, fault: 'thread' })
  giveMore()
}

function stopThread(): void {
  const old = thread
  thread = undefined
  old?.terminate()
}

function startThread(): Worker {
  const started = new Worker(new URL('./thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16 },
    env: {},
  })
  started.unref()
  started.on('message', finish)
  const lost = () => {
    if (thread === started) giveUp()
  }
  started.on('error', lost)
  started.on('exit', lost)
  return started
}
