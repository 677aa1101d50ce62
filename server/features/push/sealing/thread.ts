import { parentPort } from 'node:worker_threads'
import { sealLegacy, sealStandard } from './encrypt.ts'
import type { SealedRequest, SealOutcome, SealTask } from './protocol.ts'
import { signSender } from './vapid.ts'

const octets = { 'Content-Type': 'application/octet-stream' }

function seal({ target, key, standard, text, now }: SealTask): SealedRequest {
  const receiver = {
    publicKey: Buffer.from(target.p256dh, 'base64url'),
    auth: Buffer.from(target.auth, 'base64url'),
  }
  const token = signSender(target.endpoint, key, now)
  if (standard) {
    const body = sealStandard(receiver, Buffer.from(text))
    const headers = { 'Content-Encoding': 'aes128gcm', Authorization: `vapid t=${token}, k=${key.publicKey}` }
    return { headers: { ...octets, ...headers }, body }
  }
  const { salt, own, body } = sealLegacy(receiver, Buffer.from(text))
  const headers = {
    'Content-Encoding': 'aesgcm',
    Encryption: `salt=${salt.toString('base64url')}`,
    'Crypto-Key': `dh=${own.toString('base64url')};p256ecdsa=${key.publicKey}`,
    Authorization: `WebPush ${token}`,
  }
  return { headers: { ...octets, ...headers }, body }
}

function answer(task: SealTask): SealOutcome {
  try {
    return { id: task.id, sealed: seal(task) }
  } catch {
    return { id: task.id, failed: true }
  }
}

parentPort?.on('message', (task: SealTask) => parentPort?.postMessage(answer(task)))
