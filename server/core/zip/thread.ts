import { closeSync, createReadStream, openSync, writeSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import type { ZipOutcome, ZipTask } from './protocol.ts'

let target = -1
let bytes = 0
let problem: Error | undefined

const zip = new Zip((failed, chunk, final) => {
  problem ??= failed ?? undefined
  bytes += chunk.length
  writeSync(target, chunk)
  if (final) closeSync(target)
})

/** Pictures are packed already, so they are only put in; read in pieces, so that none has to fit into memory whole. */
async function addFile(name: string, path: string): Promise<void> {
  const entry = new ZipPassThrough(name)
  zip.add(entry)
  try {
    for await (const piece of createReadStream(path)) entry.push(new Uint8Array(piece))
  } finally {
    entry.push(new Uint8Array(), true)
  }
}

async function work(task: ZipTask): Promise<void> {
  if ('to' in task) target = openSync(task.to, 'wx', 0o600)
  else if ('end' in task) zip.end()
  else if ('path' in task) await addFile(task.name, task.path)
  else {
    const entry = new ZipDeflate(task.name, { level: 6 })
    zip.add(entry)
    entry.push(strToU8(task.text), true)
  }
  if (problem) throw problem
}

parentPort?.on('message', (task: ZipTask) => {
  const answer = (outcome: ZipOutcome) => parentPort?.postMessage(outcome)
  work(task).then(
    () => answer({ bytes }),
    () => answer({ bytes, failed: true }),
  )
})
