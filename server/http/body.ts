import busboy from 'busboy'
import express, { type Request, type RequestHandler } from 'express'
import qs from 'qs'
import { badRequest, Refusal } from '../core/errors.ts'
import { limits } from '../limits.ts'

/** A file as it came: its bytes, and the name and type that the sender claims. */
export type Upload = { bytes: Buffer; name: string; type: string }

const FIELDS = 200

const json = express.json({ limit: limits.body, strict: false })
const form = express.urlencoded({ extended: true, limit: limits.body, parameterLimit: FIELDS })

const runParser = (parser: RequestHandler, request: Request) =>
  new Promise<void>((resolve, reject) => {
    // the parsers touch the response never
    parser(request, request.res as NonNullable<Request['res']>, (thrown?: unknown) =>
      thrown ? reject(thrown) : resolve(),
    )
  })

type Parsed = { fields: Record<string, unknown>; files: Record<string, Upload> }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Reads a body as JSON, urlencoded or multipart with Rails' names (`media_ids[]`). Throws 400 for what cannot be
 * read and 413 for what is larger than the limit.
 */
export async function readBody(request: Request, fileLimit: number | undefined, files = 1): Promise<Parsed> {
  if (request.is('multipart/form-data')) return readMultipart(request, fileLimit, files)
  if (request.is(['json', 'urlencoded']) === false && request.get('content-length') !== '0') {
    throw new Refusal(415, 'Send JSON or a form: we cannot read what this is.')
  }
  try {
    await runParser(json, request)
    await runParser(form, request)
  } catch (thrown) {
    if (isRecord(thrown) && thrown.type === 'entity.too.large') throw tooLarge()
    throw badRequest('The request could not be read: it is not the JSON or form that it says it is.')
  }
  const body: unknown = request.body
  if (body !== undefined && !isRecord(body)) throw badRequest('The request has to be an object with named fields.')
  return { fields: body ?? {}, files: {} }
}

const tooLarge = () => new Refusal(413, 'That is larger than we take. Nothing was changed.')
const unreadable = () => badRequest('The form could not be read.')

function createParser(request: Request, fileLimit: number | undefined): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      limits: { fields: FIELDS, fieldSize: limits.body, files: fileLimit ? 4 : 0, fileSize: fileLimit ?? 0 },
    })
  } catch {
    throw unreadable()
  }
}

/** Tells when a body in parts grows past what its fields and files (`most` bytes) may take together, or breaks off. */
function watchSize(request: Request, most: number, fail: (refusal: Refusal) => void): void {
  let left = limits.body + most
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length
    if (left < 0) fail(tooLarge())
  })
  request.once('close', () => {
    if (!request.complete) fail(unreadable())
  })
}

function readMultipart(request: Request, fileLimit: number | undefined, most: number): Promise<Parsed> {
  const { promise, resolve, reject } = Promise.withResolvers<Parsed>()
  const pairs: string[] = []
  const files: Record<string, Upload> = {}
  const parser = createParser(request, fileLimit)
  const fail = (refusal: Refusal) => {
    request.unpipe(parser)
    request.resume()
    reject(refusal)
  }
  parser.on('field', (name, value, { valueTruncated }) => {
    if (valueTruncated) fail(tooLarge())
    pairs.push(`${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
  })
  parser.on('file', (name, stream, info) => {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('limit', () =>
      fail(new Refusal(413, `The file is larger than ${Math.round((fileLimit ?? 0) / 1048576)} MB.`)),
    )
    stream.on('end', () => {
      files[name] = { bytes: Buffer.concat(chunks), name: info.filename ?? '', type: info.mimeType }
    })
  })
  parser.on('error', () => fail(unreadable()))
  parser.on('close', () => resolve({ fields: qs.parse(pairs.join('&'), { parameterLimit: FIELDS }), files }))
  watchSize(request, (fileLimit ?? 0) * most, fail)
  request.pipe(parser)
  return promise
}
