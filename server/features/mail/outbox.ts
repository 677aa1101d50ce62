import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from '../../context.ts'
import { compose, type Message } from './smtp.ts'

const folder = (ctx: Context) => join(ctx.config.dataDir, 'outbox')

/** Writes a mail as `DATA_DIR/outbox/ID.eml`, whole or not at all, for a community that sends none itself. */
export async function writeToOutbox(ctx: Context, mailId: number, message: Message): Promise<void> {
  const { createTransport } = await import('nodemailer')
  const { message: bytes } = await createTransport({ streamTransport: true, buffer: true }).sendMail(compose(message))
  mkdirSync(folder(ctx), { recursive: true, mode: 0o700 })
  const path = join(folder(ctx), `${mailId}.eml`)
  writeFileSync(`${path}.new`, bytes as Buffer, { mode: 0o600 }) // `buffer: true` gives no stream
  renameSync(`${path}.new`, path)
}

/** Takes the files of mails away. */
export function removeFromOutbox(ctx: Context, mailIds: readonly number[]): void {
  for (const id of mailIds) rmSync(join(folder(ctx), `${id}.eml`), { force: true })
}
