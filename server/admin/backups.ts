import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Config } from '../config.ts'
import { backUp, isEmptyFolder, restore } from '../db/backup.ts'
import { UnreadableArchive } from '../db/sealed-archive.ts'
import { type Command, Complaint, type Typed, word } from './command.ts'
import { readPassphrase } from './passphrase.ts'

const keyIsApart = (config: Config) =>
  `server.key is not in it: without a copy of ${config.secretsDir}/server.key the mail addresses in it cannot be read, and nobody can be mailed.`

/** Makes one sealed file of the database and the pictures, while the server runs. */
export const backupCommands: Record<string, Command> = {
  backup: {
    takes: 'FILE',
    async run(ctx, typed) {
      const path = resolve(word(typed, 'FILE'))
      if (existsSync(path)) throw new Complaint(`${path} is there already. Name a new file.`)
      await backUp(ctx.db, ctx.config.dataDir, path, await readPassphrase(typed, { isNew: true }))
      return `The backup is ${path}.\n${keyIsApart(ctx.config)}`
    },
  },
}

/** Unpacks a backup into an empty data folder; it needs no database, so it is no {@link Command}. */
export async function runRestore(config: Config, typed: Typed): Promise<string> {
  const path = resolve(word(typed, 'FILE'))
  if (!existsSync(path)) throw new Complaint(`There is no file ${path}.`)
  if (!isEmptyFolder(config.dataDir))
    throw new Complaint(`${config.dataDir} is not empty. Set DATA_DIR to an empty folder; nothing was changed.`)
  try {
    await restore(path, config.dataDir, await readPassphrase(typed, { isNew: false }))
  } catch (thrown) {
    if (!(thrown instanceof UnreadableArchive)) throw thrown
    throw new Complaint('The passphrase is not the right one, or the file is damaged. Nothing was changed.')
  }
  return `The backup is unpacked into ${config.dataDir}.\n${keyIsApart(config)}`
}
