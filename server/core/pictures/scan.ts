import { request } from 'node:http'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import { limits } from '../../limits.ts'

const verdict = z.object({ match: z.boolean() })

function ask(address: string, bytes: Buffer): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const headers = { 'content-type': 'application/octet-stream', 'content-length': bytes.length }
  const signal = AbortSignal.timeout(limits.scanPatience)
  // no connection is kept, and nobody is led elsewhere
  const asking = request(address, { method: 'POST', headers, signal, agent: false }, (answer) => {
    const parts: Buffer[] = []
    let size = 0
    answer.on('data', (part: Buffer) => {
      size += part.length
      if (size > limits.scanAnswer) answer.destroy(new Error('a long answer'))
      else parts.push(part)
    })
    answer.on('error', reject)
    answer.on('end', () =>
      answer.statusCode === 200 ? resolve(Buffer.concat(parts).toString()) : reject(new Error('no verdict')),
    )
  })
  asking.on('error', reject)
  asking.end(bytes)
  return promise
}

/**
 * Whether the operator's own scanner (`SCANNER_URL`), which can only be on this machine, names a picture. Without one
 * nothing is asked; one that fails or is slow keeps no picture out, and the log tells of it.
 */
export async function isNamedByScanner(ctx: Pick<Context, 'config' | 'log'>, bytes: Buffer): Promise<boolean> {
  const { scanner } = ctx.config
  if (scanner === undefined) return false
  try {
    return verdict.parse(JSON.parse(await ask(scanner, bytes))).match
  } catch (thrown) {
    ctx.log.warn({ code: thrown instanceof Error ? thrown.name : 'unknown' }, 'a picture was not scanned')
    return false
  }
}
