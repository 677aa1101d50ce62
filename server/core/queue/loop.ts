import { SECOND } from '../clock.ts'
import type { Runner } from './runner.ts'

/** Other processes (the admin command) add jobs too: look this often. */
const POLL = 2 * SECOND
const AT_ONCE = 6

/** Works off what falls due, some jobs at a time, until it is halted. */
export type Loop = {
  go(): void
  /** Takes no new job and resolves once those under way are done. */
  halt(): Promise<void>
  /** Looks for work now instead of at the next turn. */
  wake(): void
}

/** Makes a loop; `failed` is told when the database does not let it look. */
export function createLoop(runner: Runner, failed: (thrown: unknown) => void): Loop {
  const running = new Set<Promise<void>>()
  let timer: NodeJS.Timeout | undefined
  let halted = true

  function fill(): void {
    while (running.size < AT_ONCE) {
      const work = runner.take()
      if (!work) return
      const done = work().finally(() => {
        running.delete(done)
        wake()
      })
      running.add(done)
    }
  }

  function turn(): void {
    clearTimeout(timer)
    if (halted) return
    try {
      fill()
    } catch (thrown) {
      failed(thrown)
    }
    timer = setTimeout(turn, POLL)
    timer.unref()
  }

  function wake(): void {
    if (!halted) setImmediate(turn)
  }

  return {
    wake,
    go() {
      halted = false
      turn()
    },
    async halt() {
      halted = true
      clearTimeout(timer)
      await Promise.all(running)
    },
  }
}
