import { constants, setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { isOfBody, isSignedBy } from '../crypto/verify.ts'
import { readActivity, readDocument } from '../vocab/activity.ts'
import { isThing, isWithin, readJson, type Thing } from '../vocab/json.ts'
import type { Fault, Outcome, Task } from './protocol.ts'

/** Bytes as a JSON object of a depth and width that are taken, or what is wrong with them. */
function parse(body: Uint8Array): { thing: Thing } | { fault: Fault } {
  try {
    const value = readJson(body)
    if (!isThing(value)) return { fault: 'json' }
    return isWithin(value) ? { thing: value } : { fault: 'bounds' }
  } catch {
    return { fault: 'json' }
  }
}

function work(task: Task): Omit<Outcome, 'id'> {
  if (task.kind === 'signature') return { signed: isSignedBy(task.claim, task.pem) }
  if (task.kind === 'activity') {
    if (!isOfBody(task.claim, task.body)) return { fault: 'digest' }
    const signed = task.pem === undefined ? undefined : isSignedBy(task.claim, task.pem)
    const read = parse(task.body)
    if ('fault' in read) return read
    const activity = readActivity(read.thing)
    return activity ? { activity, ...(signed !== undefined && { signed }) } : { fault: 'activity' }
  }
  const read = parse(task.body)
  return 'fault' in read ? read : { document: readDocument(read.thing) }
}

// where a thread has a priority of its own, members go first; elsewhere it would be the whole process's
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

parentPort?.on('message', (task: Task) => {
  try {
    parentPort?.postMessage({ id: task.id, ...work(task) } satisfies Outcome)
  } catch {
    parentPort?.postMessage({ id: task.id, fault: 'thread' } satisfies Outcome)
  }
})
