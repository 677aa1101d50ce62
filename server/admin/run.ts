import { parseArgs } from 'node:util'
import { BadSetting, type Config, readConfig } from '../config.ts'
import { Refusal } from '../core/errors.ts'
import { createLog, describe } from '../core/log.ts'
import { NewerDatabase } from '../db/migrate.ts'
import { closeContext, openContext } from '../open.ts'
import { seedPreset } from '../presets/seed.ts'
import { runRestore } from './backups.ts'
import { type Command, Complaint } from './command.ts'
import { commands } from './commands.ts'

const usage = () =>
  [
    'npm run admin -- COMMAND',
    '',
    ...Object.entries({ ...commands, restore: { takes: 'FILE' } }).map(([name, { takes }]) =>
      `  ${name} ${takes}`.trimEnd(),
    ),
  ].join('\n')

type Environment = Record<string, string | undefined>

function readWish([first = '', second = '', ...rest]: readonly string[]): { name: string; args: string[] } {
  const two = `${first} ${second}`
  return commands[two] ? { name: two, args: rest } : { name: first, args: [second, ...rest].filter(Boolean) }
}

function parse(args: string[], options: Command['options'] = {}) {
  const { positionals: words, values: named } = parseArgs({ args, options, allowPositionals: true })
  return { words, named }
}

async function runCommand(config: Config, command: Command, args: string[], env: Environment): Promise<string> {
  const typed = { ...parse(args, command.options), env }
  const ctx = openContext(config, createLog(env.LOG_LEVEL ? config.logLevel : 'silent'))
  try {
    seedPreset(ctx)
    return await command.run(ctx, typed)
  } finally {
    closeContext(ctx)
  }
}

/**
 * Does what was typed behind `npm run admin --`, beside a running server or without one, and gives what is to be
 * printed. What it throws is for {@link explain}.
 */
export async function run(words: readonly string[], env: Environment): Promise<string> {
  const { name, args } = readWish(words)
  if (name === '' || name === 'help' || name === '--help') return usage()
  if (name === 'restore') return runRestore(readConfig(env), { ...parse(args), env })
  const command = commands[name]
  if (command) return runCommand(readConfig(env), command, args, env)
  throw new Complaint(`There is no command "${words.slice(0, 2).join(' ')}". "npm run admin -- help" lists them.`)
}

/** What stops a command, in one line for the operator. */
export function explain(thrown: unknown): string {
  if (thrown instanceof Complaint || thrown instanceof BadSetting || thrown instanceof Refusal) return thrown.message
  if (thrown instanceof NewerDatabase)
    return `This program is older than its data: ${thrown.message}. Nothing was changed.`
  const { name, code, at } = describe(thrown)
  if (thrown instanceof Error && code?.startsWith('ERR_PARSE_ARGS')) return thrown.message.replace(/\s*\n\s*/g, ' ')
  if (code === 'SQLITE_BUSY') return 'The database is busy. Try again in a moment.'
  if (code === 'SQLITE_FULL' || code === 'ENOSPC')
    return 'The disk is full. Make room and try again; nothing was changed.'
  return `The command failed (${[name, code, at].filter(Boolean).join(', ')}).`
}
