import type { Db } from '../db/open.ts'

type Handler<Context, Payload> = (ctx: Context, payload: Payload) => void

/**
 * Who reacts to an event, and when: `during` within the transaction that told it (rows that must stand or fall with
 * it), `after` once that is committed (what leaves the process).
 */
export type Reactions<Context, Events> = {
  [Name in keyof Events]?: {
    during?: Handler<Context, Events[Name]>[]
    after?: Handler<Context, Events[Name]>[]
  }
}

/** Synchronous transactions with events inside. */
export type Transactions<Events> = {
  /** Runs `work` as one BEGIN IMMEDIATE, or within the transaction that is open already. Never awaits. */
  transact<Result>(work: () => Result): Result
  /** Tells an event; only inside {@link transact}. */
  emit<Name extends keyof Events>(name: Name, payload: Events[Name]): void
}

/** Binds the table of reactions to one database and one context. */
export function createTransactions<Context, Events>(
  db: Db,
  context: () => Context,
  reactions: Reactions<Context, Events>,
  failed: (thrown: unknown) => void,
): Transactions<Events> {
  let waiting: (() => void)[] = []
  const run = db.transaction((work: () => unknown) => work())
  return {
    transact<Result>(work: () => Result): Result {
      if (db.inTransaction) return work()
      waiting = []
      // the transaction gives back what the work gave
      const result = run.immediate(work) as Result
      const committed = waiting
      waiting = []
      for (const react of committed) {
        try {
          react()
        } catch (thrown) {
          failed(thrown)
        }
      }
      return result
    },
    emit(name, payload) {
      if (!db.inTransaction) throw new Error(`the event ${String(name)} was told outside a transaction`)
      for (const react of reactions[name]?.during ?? []) react(context(), payload)
      for (const react of reactions[name]?.after ?? []) waiting.push(() => react(context(), payload))
    },
  }
}
