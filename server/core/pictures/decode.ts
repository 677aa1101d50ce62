import { Worker } from 'node:worker_threads'
import { MINUTE, SECOND } from '../clock.ts'
import { Refusal } from '../errors.ts'
import type { Outcome, Task, Wish } from './protocol.ts'
import type { PictureKind } from './sniff.ts'

/** One picture takes well below a second; a thread that is at one for longer is ended. */
const PATIENCE = 20 * SECOND
/** An idle thread gives its memory back. */
const IDLE = MINUTE
/** Pictures that may wait at once: each holds its bytes in memory. */
const WAITING = 8

type Waiting = { task: Task; patience: number; settle: (outcome: Outcome) => void }

let thread: Worker | undefined
let timer: NodeJS.Timeout | undefined
let nextId = 0
const waiting: Waiting[] = []

/**
 * Makes what is wished of a picture in the one thread for that, which is started when it is first needed, begins anew
 * after a crash and ends when nobody needs it. `patience` in ms. Throws 503 when too many wait.
 */
export function decodePicture(
  picture: { bytes: Uint8Array; kind: PictureKind },
  wish: Wish,
  patience = PATIENCE,
): Promise<Outcome> {
  if (waiting.length >= WAITING)
    throw new Refusal(503, 'Too many pictures are being worked on. Please try again in a minute.')
  nextId += 1
  const { promise, resolve } = Promise.withResolvers<Outcome>()
  waiting.push({ task: { ...picture, ...wish, id: nextId }, patience, settle: resolve })
  if (waiting.length === 1) workOnNext()
  return promise
}

/** Pictures are worked on one at a time, so that memory is bounded by the largest one allowed. */
function workOnNext(): void {
  clearTimeout(timer)
  const [next] = waiting
  timer = setTimeout(next ? giveUp : stopThread, next?.patience ?? IDLE)
  timer.unref()
  if (!next) return
  thread ??= startThread()
  thread.postMessage(next.task)
}

function finish(outcome: Outcome): void {
  if (waiting[0]?.task.id !== outcome.id) return
  waiting.shift()?.settle(outcome)
  workOnNext()
}

/** The thread died or hung over a picture: that one is refused, the rest go to a new thread. */
function giveUp(): void {
  stopThread()
  const [stuck] = waiting
  if (stuck) finish({ id: stuck.task.id, problem: 'broken' })
}

function stopThread(): void {
  const old = thread
  thread = undefined
  old?.terminate()
}

function startThread(): Worker {
  const started = new Worker(new URL('./thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16 },
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
