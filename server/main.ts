import { BadSetting, readConfig } from './config.ts'
import { makeFolder } from './core/folders.ts'
import { createLog, describe } from './core/log.ts'
import { NewerDatabase } from './db/migrate.ts'
import { claimFolder, FolderInUse } from './db/serving.ts'
import { setupLink } from './features/setup/link.ts'
import { openContext } from './open.ts'
import { seedPreset } from './presets/seed.ts'
import { type Running, serve } from './serve.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

const codeOf = (thrown: unknown) => (thrown instanceof Error && 'code' in thrown ? String(thrown.code) : undefined)

/** One line that says what stops the start, and how to mend it. */
function explain(thrown: unknown): string {
  if (thrown instanceof BadSetting) return thrown.message
  if (thrown instanceof FolderInUse)
    return 'Another server runs on this data folder. End it, or set DATA_DIR to a folder of its own.'
  if (thrown instanceof NewerDatabase)
    return `This program is older than its data: ${thrown.message}. Start the newer version again; nothing was changed.`
  switch (codeOf(thrown)) {
    case 'EADDRINUSE':
      return `The port is used by another program. End it, or set PORT to a free one.`
    case 'EADDRNOTAVAIL':
      return `HOST is no address of this machine. Set it to one that is.`
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'SQLITE_READONLY':
    case 'SQLITE_CANTOPEN':
      return 'The data folder, the secrets folder or the port may not be used by this user. Give it the right to them, or set DATA_DIR, SECRETS_DIR or PORT to others.'
    case 'ENOTDIR':
    case 'EEXIST':
    case 'ENOENT':
      return 'DATA_DIR or SECRETS_DIR is no folder and none can be made there. Set it to a folder of this machine.'
    case 'ENOSPC':
    case 'SQLITE_FULL':
      return 'The disk is full. Make room and start again; nothing was changed.'
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return 'community.sqlite in the data folder is no database or is damaged. Put a backup in its place.'
    default: {
      const { name, code, at } = describe(thrown)
      return `The start failed (${[name, code, at].filter(Boolean).join(', ')}).`
    }
  }
}

function stopOnSignals(running: Running, claim: { release(): void }): void {
  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      running.stop().then(() => {
        claim.release()
        process.exit(0)
      })
    })
  }
}

async function main(): Promise<void> {
  const config = readConfig()
  const log = createLog(config.logLevel)
  makeFolder(config.dataDir)
  const claim = claimFolder(config.dataDir)
  const ctx = openContext(config, log)
  seedPreset(ctx)
  const running = await serve(ctx)
  stopOnSignals(running, claim)
  say(`Left Community serves ${config.publicUrl} (listening on ${config.host}, port ${running.port}).`)
  const link = setupLink(ctx)
  if (link) say(`This community has no owner yet. Open this link once to set it up:\n${link}`)
}

main().catch((thrown: unknown) => {
  process.stderr.write(`${explain(thrown)}\n`)
  process.exit(1)
})
