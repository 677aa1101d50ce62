import type { ParseArgsOptionsConfig } from 'node:util'
import type { Context } from '../context.ts'

/** What stops a command; its message is one line for the operator. */
export class Complaint extends Error {}

/** What was typed behind a command: words without a name, and named ones (a list where it may come more than once), and the environment. */
export type Typed = {
  words: string[]
  named: Record<string, string | boolean | (string | boolean)[] | undefined>
  env: Record<string, string | undefined>
}

/** A command: what it takes, and what it does; what it gives is printed. */
export type Command = {
  /** What stands behind the command's name, for the list of commands. */
  takes: string
  options?: ParseArgsOptionsConfig
  run(ctx: Context, typed: Typed): string | Promise<string>
}

/** The value of an option that takes one; undefined when it was not typed. */
export function text({ named }: Typed, name: string): string | undefined {
  const value = named[name]
  return typeof value === 'string' ? value : undefined
}

/** The values of an option that may come more than once. */
export function texts({ named }: Typed, name: string): string[] {
  const value = named[name]
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

/** Whether an option without a value was typed. */
export const isSet = ({ named }: Typed, name: string) => named[name] === true

/** A number that an option takes. */
export function number(typed: Typed, name: string): number | undefined {
  const value = text(typed, name)
  if (value === undefined) return undefined
  if (!/^\d+$/.test(value)) throw new Complaint(`--${name} takes a whole number.`)
  return Number(value)
}

/** The one word that a command needs. */
export function word({ words }: Typed, what: string): string {
  const [first, ...more] = words
  if (first === undefined) throw new Complaint(`${what} is missing.`)
  if (more.length > 0) throw new Complaint(`"${more[0]}" is one word too many.`)
  return first
}

/** The value of an option that a command cannot do without. */
export function needed(typed: Typed, name: string): string {
  const value = text(typed, name)
  if (value === undefined || value === '') throw new Complaint(`--${name} is missing.`)
  return value
}
