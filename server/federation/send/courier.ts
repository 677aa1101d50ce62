import { Worker } from 'node:worker_threads'
import type { Config } from '../../config.ts'
import { MINUTE } from '../../core/clock.ts'
import type { Outcome, Parcel } from './protocol.ts'

/** An idle thread gives its memory back. */
const IDLE = MINUTE

/** Signs and sends in a thread of its own, which is started when it is first needed. */
export class Courier {
  readonly #config: Pick<Config, 'allowLoopback' | 'publicUrl'>
  readonly #back: (outcome: Outcome) => void
  readonly #lost: () => void
  #thread: Worker | undefined
  #idle: NodeJS.Timeout | undefined

  /** `back` is told what came of each; `lost` that the thread died with what it had. */
  constructor(config: Config, back: (outcome: Outcome) => void, lost: () => void) {
    this.#config = { allowLoopback: config.allowLoopback, publicUrl: config.publicUrl }
    this.#back = back
    this.#lost = lost
  }

  take(parcels: readonly Parcel[]): void {
    clearTimeout(this.#idle)
    this.#thread ??= this.#start()
    this.#thread.postMessage(parcels)
  }

  /** Nothing is under way: after a while the thread ends. */
  rest(): void {
    clearTimeout(this.#idle)
    this.#idle = setTimeout(() => this.end(), IDLE)
    this.#idle.unref()
  }

  end(): void {
    clearTimeout(this.#idle)
    const old = this.#thread
    this.#thread = undefined
    void old?.terminate()
  }

  #start(): Worker {
    const started = new Worker(new URL('./thread.ts', import.meta.url), {
      workerData: this.#config,
      resourceLimits: { maxOldGenerationSizeMb: 128 },
      env: {},
    })
    started.unref()
    started.on('message', this.#back)
    const died = () => {
      if (this.#thread !== started) return
      this.#thread = undefined
      this.#lost()
    }
    started.on('error', died)
    started.on('exit', died)
    return started
  }
}
