import { type AddressInfo, createServer, type Socket } from 'node:net'

/** What a mail server in a test says to a recipient's address. */
export type Say = (recipient: string) => string

/** A mail server in a test: what it took, and its address for `SMTP_URL`. */
export type MailServer = {
  url: string
  /** Whole messages with their headers, oldest first. */
  taken: { to: string; data: string }[]
  /** How often somebody tried to send. */
  tries: number
  /** Changes the answer to recipients from now on; `250 ok` at first. */
  answer(say: Say): void
  stop(): Promise<void>
}

type State = { say: Say; server: Omit<MailServer, 'url' | 'answer' | 'stop'> }

function talk(socket: Socket, state: State): void {
  let buffer = ''
  let recipient = ''
  let reading = false
  const reply = (line: string) => socket.write(`${line}\r\n`)
  const command = (line: string) => {
    const word = line.slice(0, 4).toUpperCase()
    if (word === 'EHLO') return reply('250 mail.test')
    if (word === 'RCPT') {
      recipient = /<([^>]*)>/.exec(line)?.[1] ?? ''
      state.server.tries += 1
      return reply(state.say(recipient))
    }
    if (word === 'QUIT') return socket.end('221 bye\r\n')
    reading = word === 'DATA'
    return reply(reading ? '354 go on' : '250 ok')
  }
  const take = (data: string) => {
    state.server.taken.push({ to: recipient, data })
    reading = false
    reply('250 2.0.0 taken')
  }
  socket.on('error', () => socket.destroy())
  socket.on('data', (chunk) => {
    buffer += chunk.toString('utf8')
    for (;;) {
      const end = reading ? '\r\n.\r\n' : '\r\n'
      const at = buffer.indexOf(end)
      if (at < 0) return
      const text = buffer.slice(0, at)
      buffer = buffer.slice(at + end.length)
      if (reading) take(text)
      else command(text)
    }
  })
  reply('220 mail.test ESMTP')
}

/** Starts a mail server on a free port of 127.0.0.1. */
export async function startMailServer(): Promise<MailServer> {
  const state: State = { say: () => '250 ok', server: { taken: [], tries: 0 } }
  const sockets = new Set<Socket>()
  const listener = createServer((socket) => {
    sockets.add(socket)
    talk(socket, state)
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const { port } = listener.address() as AddressInfo
  return Object.assign(state.server, {
    url: `smtp://127.0.0.1:${port}`,
    answer(say: Say) {
      state.say = say
    },
    stop() {
      for (const socket of sockets) socket.destroy()
      return new Promise<void>((resolve) => listener.close(() => resolve()))
    },
  })
}
