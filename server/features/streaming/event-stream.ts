import type { Response } from 'express'
import { limits } from '../../limits.ts'
import type { Connection } from './hub.ts'
import { holdTogether } from './together.ts'

const head = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // what packs answers, here or on the way, would hold events back
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
}

/** The way to a listener by server-sent events. */
export function eventOutlet(response: Response): Connection['outlet'] {
  return {
    send(message) {
      if (response.writableLength > limits.streamBacklog) return void response.destroy()
      holdTogether(response)
      response.write(message.eventText())
    },
    beat: () => {
      response.write(':thump\n\n')
      return !response.destroyed
    },
    end: () => void response.end(),
  }
}

/** Begins an answer that goes on as long as somebody listens. */
export function beginEvents(response: Response): void {
  response.status(200).set(head)
  response.write(':)\n\n')
}
