import type { Request } from 'express'
import { badRequest, Refusal } from '../../core/errors.ts'

const tooLarge = () =>
  new Refusal(413, 'That is larger than we take. Nothing was changed.', { headers: { Connection: 'close' } })

/** The bytes of a body, counted while they come. Throws 413 past `most`, 400 where it breaks off. */
export async function readBytes(request: Request, most: number): Promise<Buffer> {
  if (Number(request.get('content-length') ?? 0) > most) throw tooLarge()
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length
      if (length > most) throw tooLarge()
      chunks.push(chunk)
    }
  } catch (thrown) {
    if (thrown instanceof Refusal) throw thrown
    throw badRequest('The request broke off.')
  }
  return Buffer.concat(chunks)
}
