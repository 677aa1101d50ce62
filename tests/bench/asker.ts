import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { Load, Result } from './load.ts'
import { cpuOf } from './process.ts'

/** One that is tried, and what came of each round: requests a second and CPU (ms) of the process for each of them. */
export type Tried = { name: string; pid: number; load: Load; rates: number[]; cpu: number[]; last: Result | undefined }

/** Asks from a process of its own, so that asking costs the asked one nothing. */
export type Asker = { ask(load: Load): Promise<Result>; end(): void }

/** Starts the process that asks. */
export function createAsker(): Asker {
  const child = fork(join(import.meta.dirname, 'load.ts'))
  return {
    async ask(load) {
      const { promise, resolve, reject } = Promise.withResolvers<Result>()
      child.once('message', resolve)
      child.once('exit', () => reject(new Error('the asking process ended')))
      child.send(load)
      return promise.finally(() => child.removeAllListeners())
    },
    end: () => child.disconnect(),
  }
}

/** Asks for a while, and forgets what came of it: code gets compiled, memory gets its size. */
export const warmUp = async (asker: Asker, { load }: Tried) => void (await asker.ask({ ...load, lasts: 1500 }))

/** Asks for one round. Throws when an answer was not 200. */
export async function round(asker: Asker, tried: Tried): Promise<void> {
  const before = cpuOf(tried.pid)
  const result = await asker.ask(tried.load)
  if (result.failures > 0) throw new Error(`${tried.name}: ${result.failures} answers were not 200`)
  tried.rates.push(result.answers / result.seconds)
  tried.cpu.push((cpuOf(tried.pid) - before) / result.answers)
  tried.last = result
}

/** The value in the middle. */
export const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

/** How much of `other` one reaches, in the middle of all rounds. */
export const ratioOf = (one: Tried, other: Tried) =>
  median(one.rates.map((rate, index) => rate / (other.rates[index] ?? Number.POSITIVE_INFINITY)))

/** One line about one that was tried. */
export function describe({ name, rates, cpu, last }: Tried): string {
  const at = (share: number) => (last?.times[Math.floor((last.times.length - 1) * share)] ?? 0).toFixed(1)
  const rate = `${median(rates).toFixed(0).padStart(6)} requests/s`
  return `${name.padEnd(30)}${rate}, ${median(cpu).toFixed(3)} ms CPU each, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`
}
