import { z } from 'zod'
import type { Letter } from '../../core/mail/send.ts'
import type { Sender } from './way.ts'

/** A mail as a mail server takes it; `id` stays the same over several tries. */
export type Message = { id: string; date: Date; from: Sender; to: string; letter: Letter }

/**
 * What came of handing a mail over: `accepted` by the next server, refused for good, or worth another try. `answer` is
 * the server's own, in one line and without addresses.
 */
export type Outcome = { kind: 'accepted' | 'refused' | 'deferred'; answer: string }

const isLoopback = (host: string) => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host)

function readServer(url: string, ownHost: string) {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const auth = username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : undefined
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port ? Number(port) : secure ? 465 : 587,
    secure,
    auth,
    // a password is never said in the clear, but to this machine
    requireTLS: !secure && auth !== undefined && !isLoopback(hostname),
    name: ownHost,
    connectionTimeout: 7_000,
    greetingTimeout: 7_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** The mail as nodemailer takes it. */
export const compose = ({ id, date, from, to, letter }: Message) => ({
  messageId: `<${id}>`,
  date,
  from,
  to: { name: '', address: to },
  subject: letter.subject,
  text: letter.text,
  headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
})

const ANSWER = 300

const tidy = (answer: string) =>
  answer
    .replace(/<?[^\s<>]+@[^\s<>]+>?/g, '(address)')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, ANSWER)

/** What nodemailer adds to its errors. */
const failureShape = z
  .object({ code: z.string().optional(), responseCode: z.int().optional(), response: z.string().optional() })
  .catch({})

const unreachable = 'The mail server did not answer.'
const locked = 'The mail server did not take our name and password.'

function readFailure(thrown: unknown): Outcome {
  const { code, responseCode, response } = failureShape.parse(thrown)
  if (code === 'EAUTH' || code === 'ENOAUTH') return { kind: 'deferred', answer: locked }
  if (code === 'ETLS') return { kind: 'deferred', answer: 'The mail server offers no safe connection.' }
  if (responseCode === undefined || response === undefined) return { kind: 'deferred', answer: unreachable }
  const final = responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE')
  return { kind: final ? 'refused' : 'deferred', answer: tidy(response) }
}

/** Hands one mail to the server at `url` (`smtp:` or `smtps:`); never throws. */
export async function handOver(url: string, ownHost: string, message: Message): Promise<Outcome> {
  // loaded at the first mail: a server without mail need not hold it
  const { createTransport } = await import('nodemailer')
  const transport = createTransport(readServer(url, ownHost))
  try {
    const { response } = await transport.sendMail(compose(message))
    return { kind: 'accepted', answer: tidy(response) }
  } catch (thrown) {
    return readFailure(thrown)
  } finally {
    transport.close()
  }
}
