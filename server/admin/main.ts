import { parseArgs } from 'node:util'
import { BadSetting, type Config, readConfig } from '../config.ts'
import { Refusal } from '../core/errors.ts'
import { createLog, describe } from '../core/log.ts'
import { NewerDatabase } from '../db/migrate.ts'
import { openContext } from '../open.ts'
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

type Wish = { name: string; args: string[] }

function readWish(args: readonly string[]): Wish {
  const [first = '', second = ''] = args
  if (commands[`${first} ${second}`]) return { name: `${first} ${second}`, args: args.slice(2) }
  return { name: first, args: args.slice(1) }
}

function parse(args: string[], options: Command['options'] = {}) {
  const { positionals: words, values: named } = parseArgs({ args, options, allowPositionals: true })
  return { words, named }
}

async function runCommand(config: Config, command: Command, args: string[]): Promise<string> {
  const typed = parse(args, command.options)
  const ctx = openContext(config, createLog(process.env.LOG_LEVEL ? config.logLevel : 'silent'))
  try {
    seedPreset(ctx)
    return await command.run(ctx, typed)
  } finally {
    ctx.db.close()
  }
}

async function main(): Promise<string> {
  const { name, args } = readWish(process.argv.slice(2))
  if (name === '' || name === 'help' || name === '--help') return usage()
  if (name === 'restore') return runRestore(readConfig(), parse(args))
  const command = commands[name]
  if (!command)
    throw new Complaint(
      `There is no command "${process.argv.slice(2, 4).join(' ')}". "npm run admin -- help" lists them.`,
    )
  return runCommand(readConfig(), command, args)
}

/** One line for the operator. */
function explain(thrown: unknown): string {
  if (thrown instanceof Complaint || thrown instanceof BadSetting || thrown instanceof Refusal) return thrown.message
  if (thrown instanceof NewerDatabase)
    return `This program is older than its data: ${thrown.message}. Nothing was changed.`
  const { name, code, at } = describe(thrown)
  if (thrown instanceof Error && code?.startsWith('ERR_PARSE_ARGS')) return thrown.message.split('\n')[0] ?? ''
  if (code === 'SQLITE_BUSY') return 'The database is busy. Try again in a moment.'
  if (code === 'SQLITE_FULL' || code === 'ENOSPC')
    return 'The disk is full. Make room and try again; nothing was changed.'
  return `The command failed (${[name, code, at].filter(Boolean).join(', ')}).`
}

main()
  .then((said) => {
    if (said) process.stdout.write(`${said}\n`)
  })
  .catch((thrown: unknown) => {
    process.stderr.write(`${explain(thrown).replace(/\s*\n\s*/g, ' ')}\n`)
    process.exitCode = 1
  })
