import { createPrivateKey, type KeyObject } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { SECOND } from '../../core/clock.ts'
import { createOutbound, type Said } from '../../core/fetch/outbound.ts'
import { createMemo } from '../../core/memo.ts'
import { type Scheme, signatureHeaders } from '../crypto/signature.ts'
import type { Outcome, Parcel } from './protocol.ts'

/** How much of an answer is read: nothing in it matters. */
const ANSWER = 8 * 1024

// the sender hands over what it reads of the configuration
const outbound = createOutbound(workerData as { allowLoopback: boolean; publicUrl: string })
const keys = createMemo<string, KeyObject>(200)

function keyOf({ signer: { keyId, privateKey } }: Parcel): KeyObject {
  const name = `${keyId} ${privateKey.length} ${privateKey.slice(100, 140)}`
  return keys.get(name) ?? keys.keep(name, createPrivateKey(privateKey))
}

function post(parcel: Parcel, scheme: Scheme): Promise<Said> {
  const { inbox: url, body, date, signer } = parcel
  const signed = signatureHeaders(scheme, { ...signer, privateKey: keyOf(parcel) }, { method: 'POST', url, body, date })
  const { host: _host, ...headers } = signed
  return outbound.ask(url, {
    method: 'POST',
    headers: { 'content-type': 'application/activity+json', ...parcel.headers, ...headers },
    body,
    most: ANSWER,
    cut: true,
  })
}

const other: Record<Scheme, Scheme> = { cavage: 'rfc9421', rfc9421: 'cavage' }

/** Whether somebody who reads only the other kind of signature would answer so. */
const isRefused = (status: number) => status === 400 || status === 401 || status === 403

async function send(parcel: Parcel): Promise<Outcome> {
  const first = await post(parcel, parcel.scheme)
  if (!isRefused(first.status)) return outcome(parcel, first, parcel.scheme)
  const scheme = other[parcel.scheme]
  const second = await post(parcel, scheme)
  return isRefused(second.status) ? outcome(parcel, first, parcel.scheme) : outcome(parcel, second, scheme)
}

function outcome({ id }: Parcel, { status, headers }: Said, scheme: Scheme): Outcome {
  const seconds = Number(headers['retry-after'])
  return { id, status, scheme, ...(seconds > 0 && { retryAfter: seconds * SECOND }) }
}

/** The network's own words hold addresses, so only what kind of failure it was is handed on. */
function problemOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'FAILED'
  return 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : thrown.name
}

parentPort?.on('message', (parcels: Parcel[]) => {
  for (const parcel of parcels) {
    send(parcel)
      .catch((thrown: unknown): Outcome => ({ id: parcel.id, problem: problemOf(thrown), scheme: parcel.scheme }))
      .then((done) => parentPort?.postMessage(done))
  }
})
