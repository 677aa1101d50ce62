import { type DestinationStream, type Logger, pino } from 'pino'

export type Log = Logger

/**
 * The operator's log, one JSON object a line on stderr. What goes in are numbers, ids, route patterns and
 * pseudonyms; tokens, addresses and members' text never do.
 */
export function createLog(level: string, to?: DestinationStream): Log {
  return pino(
    { level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime },
    to ?? pino.destination({ fd: 2, sync: true }),
  )
}

/** What may be logged of a thrown value: its kind, its place in our code, and SQLite's or the system's code. */
export function describe(thrown: unknown): { name: string; code?: string; at?: string; message?: string } {
  if (!(thrown instanceof Error)) return { name: typeof thrown }
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined
  const at = thrown.stack
    ?.split('\n')
    .slice(1, 5)
    .map((line) => line.trim().replace(/\(?file:\/\/.*\/(server|shared)\//, '($1/'))
    .join(' < ')
  return { name: thrown.name, code, at }
}
