import type { Context } from '../../context.ts'
import { type CommunitySettings, readSettings } from '../settings/queries.ts'

/** Who a mail is from: a name and an address. */
export type Sender = { name: string; address: string }

/** How mail leaves: through a server, or as files for the operator. */
export type Way = { kind: 'smtp'; url: string; from: Sender } | { kind: 'file'; from: Sender }

/** The host name of the community, as the mail servers hear it. */
export const ownHost = (ctx: Context) => new URL(ctx.config.publicUrl).hostname

function senderOf(ctx: Context, { name, mail, contactEmail }: CommunitySettings): Sender {
  const chosen = mail.kind === 'smtp' ? mail.from : ''
  return { name, address: chosen || contactEmail || `community@${ownHost(ctx)}` }
}

/** The way for mail as it is set now: the operator's SMTP_URL wins over the one in the settings. */
export function readWay(ctx: Context): Way {
  const settings = readSettings(ctx.db)
  const from = senderOf(ctx, settings)
  if (ctx.config.smtpUrl) return { kind: 'smtp', url: ctx.config.smtpUrl, from }
  if (settings.mail.kind === 'none') return { kind: 'file', from }
  return { kind: 'smtp', url: ctx.vault.open(Buffer.from(settings.mail.url, 'base64')), from }
}
