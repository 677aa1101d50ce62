import { answers, lost } from './reach.ts'

/** One thing that the server said on a stream. */
export interface Said {
  stream: string[]
  event: string
  payload?: string
}

/** The connection to the server's live streams, kept open for as long as somebody wants it. */
export interface LiveSocket {
  say(message: object): void
  /** Comes back now instead of at its next try. */
  hurry(): void
  close(): void
}

/** How long to wait before each try to come back, in milliseconds; the last one repeats. */
const WAITS = [500, 2000, 5000, 10_000, 30_000]

/** So much of a wait is left to chance, so that a server that comes back is not met by everybody at once. */
const CHANCE = 0.5

/** Opens the connection. `opened` is told each time that it stands. */
export function openLiveSocket(heard: (said: Said) => void, opened: () => void): LiveSocket {
  let socket: WebSocket | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let tries = 0
  let closed = false

  const address = () => `${location.origin.replace(/^http/, 'ws')}/api/v1/streaming`

  function open(): void {
    clearTimeout(timer)
    timer = undefined
    const made = new WebSocket(address())
    socket = made
    made.addEventListener('open', () => {
      tries = 0
      opened()
    })
    made.addEventListener('message', (message) => {
      // The server's promise; a refusal of a channel has no event.
      const said = JSON.parse(String(message.data)) as Said
      if (said.event) heard(said)
    })
    made.addEventListener('close', () => {
      if (made !== socket) return
      socket = undefined
      if (closed) return
      // A page that asks for nothing else learns here that the server is gone.
      if (navigator.onLine) answers().then((there) => there || closed || lost())
      comeBackLater()
    })
  }

  function comeBackLater(): void {
    const wait = WAITS[Math.min(tries, WAITS.length - 1)] ?? 0
    tries += 1
    timer = setTimeout(open, wait * (1 - CHANCE + Math.random() * CHANCE * 2))
  }

  open()
  return {
    say(message) {
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message))
    },
    hurry() {
      if (timer !== undefined) open()
    },
    close() {
      closed = true
      clearTimeout(timer)
      socket?.close()
    },
  }
}
