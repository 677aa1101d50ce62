import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { Complaint, type Typed } from './command.ts'

const SHORTEST = 12

async function ask(question: string): Promise<string> {
  process.stderr.write(question)
  // what is typed is shown nowhere
  const output = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output, terminal: true })
  try {
    return await terminal.question('')
  } finally {
    terminal.close()
    process.stderr.write('\n')
  }
}

/** The passphrase of backups: BACKUP_PASSPHRASE, or what is typed at the terminal, twice where it is new. */
export async function readPassphrase({ env }: Typed, { isNew }: { isNew: boolean }): Promise<string> {
  const set = env.BACKUP_PASSPHRASE
  if (!set && !process.stdin.isTTY)
    throw new Complaint('Set BACKUP_PASSPHRASE, or run this at a terminal to be asked for it.')
  const passphrase = set || (await ask('Passphrase of the backup: '))
  if (isNew && passphrase.length < SHORTEST)
    throw new Complaint(`This passphrase is too short. Take at least ${SHORTEST} characters; a sentence is good.`)
  if (!set && isNew && (await ask('The same once more: ')) !== passphrase)
    throw new Complaint('These were two different passphrases.')
  return passphrase
}
