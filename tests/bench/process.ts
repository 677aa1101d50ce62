import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** Clock ticks a second in /proc, which Linux fixes for programs at 100. */
const TICKS = 100

const statOf = (pid: number | string): string[] => {
  const path = `/proc/${pid}/stat`
  if (!existsSync(path)) return []
  const text = readFileSync(path, 'utf8')
  // the name in brackets may hold blanks
  return text.slice(text.lastIndexOf(')') + 2).split(' ')
}

/** CPU of a process and of its children that ended, user and system, in ms. */
export function cpuOf(pid: number): number {
  const stat = statOf(pid)
  return (stat.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * 1000) / TICKS
}

/** A process and everything that it started. */
export function familyOf(pid: number): number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const children = all.filter((name) => statOf(name)[1] === String(pid))
  return [pid, ...children.flatMap((child) => familyOf(Number(child)))]
}

/** The one of a family that runs a file of the checkout. */
export function memberRunning(pid: number, file: string): number {
  const found = familyOf(pid).find((member) => readFileSync(`/proc/${member}/cmdline`, 'utf8').includes(file))
  if (found === undefined) throw new Error(`nothing runs ${file}`)
  return found
}

/** Resident memory of a process in MiB. */
export function memoryOf(pid: number): number {
  const kib = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kib) / 1024
}

/** Starts a program of this checkout; what it says on its errors' channel is shown. */
export function start(args: readonly string[], env: Record<string, string> = {}): ChildProcess & { pid: number } {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] })
  if (child.pid === undefined) throw new Error(`${args[0]} did not start`)
  return Object.assign(child, { pid: child.pid })
}

/** Resolves when a server at `port` says that it is well. */
export async function untilWell(port: number): Promise<void> {
  for (let tries = 0; tries < 3000; tries++) {
    const well = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      (response) => response.ok,
      () => false,
    )
    if (well) return
    await sleep(10)
  }
  throw new Error('the server did not come up')
}

/** Ends a program and waits until it is gone. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}
