import { Worker } from 'node:worker_threads'
import { MINUTE } from '../../../core/clock.ts'
import type { SealedRequest, SealOutcome, SealTask } from './protocol.ts'

/** An idle thread gives its memory back. */
const IDLE = MINUTE

let thread: Worker | undefined
let timer: NodeJS.Timeout | undefined
let nextId = 0
const waiting = new Map<number, (outcome: SealOutcome) => void>()

/**
 * Seals a message in the one thread for that, which is started when it is first needed and ends when nobody needs it.
 * Undefined where the receiver's keys are none.
 */
export async function seal(task: Omit<SealTask, 'id'>): Promise<SealedRequest | undefined> {
  nextId += 1
  const { promise, resolve } = Promise.withResolvers<SealOutcome>()
  waiting.set(nextId, resolve)
  clearTimeout(timer)
  thread ??= startThread()
  thread.postMessage({ ...task, id: nextId } satisfies SealTask)
  return (await promise).sealed
}

function settle(outcome: SealOutcome): void {
  waiting.get(outcome.id)?.(outcome)
  waiting.delete(outcome.id)
  if (waiting.size > 0) return
  timer = setTimeout(stopThread, IDLE)
  timer.unref()
}

function stopThread(): void {
  const old = thread
  thread = undefined
  old?.terminate()
}

function startThread(): Worker {
  const started = new Worker(new URL('./thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 8 },
    env: {},
  })
  started.unref()
  started.on('message', settle)
  // a thread that died gives nothing back: what waited on it is not sent, and its job says so
  const lost = () => {
    if (thread !== started) return
    thread = undefined
    for (const id of [...waiting.keys()]) settle({ id, failed: true })
  }
  started.on('error', lost)
  started.on('exit', lost)
  return started
}
