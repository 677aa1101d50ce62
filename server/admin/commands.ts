import { hashPassword } from '../core/passwords/passwords.ts'
import { accountCommands } from './accounts.ts'
import { backupCommands } from './backups.ts'
import { type Command, number, text } from './command.ts'
import { communityCommands } from './community.ts'
import { inviteCommands } from './invites.ts'
import { mailCommands } from './mails.ts'
import { seed } from './seed.ts'
import { tokenCommands } from './tokens.ts'

const string = { type: 'string' } as const

const seedCommand: Command = {
  takes: '--users N --statuses N --peers N [--password P]',
  options: { users: string, statuses: string, peers: string, password: string },
  async run(ctx, typed) {
    const password = text(typed, 'password')
    const size = {
      users: number(typed, 'users') ?? 0,
      statuses: number(typed, 'statuses') ?? 0,
      peers: number(typed, 'peers') ?? 0,
    }
    seed(ctx, { ...size, passwordHash: password === undefined ? '' : await hashPassword(password) })
    return `Made up: ${size.users} members, ${size.statuses} posts, ${size.peers} peers.`
  },
}

/** Every command by its name; `restore` stands apart, since it works before there is a database. */
export const commands: Record<string, Command> = {
  ...accountCommands,
  ...tokenCommands,
  ...inviteCommands,
  ...mailCommands,
  ...communityCommands,
  ...backupCommands,
  seed: seedCommand,
}
