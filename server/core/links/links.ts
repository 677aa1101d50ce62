import type { Context } from '../../context.ts'
import { hashSecret, newSecret } from '../crypto.ts'
import { gone, notFound } from '../errors.ts'
import { insertLink, type LinkRow, linkByHash, markUsed } from './queries.ts'

/** What a link is for, and how many milliseconds it holds. */
export type NewLink = { kind: LinkRow['kind']; lasts: number; accountId?: number; registrationId?: number }

const pages: Record<LinkRow['kind'], string> = { setup: '/setup', confirm: '/confirm', reset: '/reset' }

/** Makes a one-time link and gives its address; the secret stands behind a `#`, so no server or log ever sees it. */
export function makeLink(ctx: Context, { kind, lasts, accountId, registrationId }: NewLink): string {
  const secret = newSecret()
  insertLink(ctx.db, {
    hash: hashSecret(secret),
    kind,
    accountId: accountId ?? null,
    registrationId: registrationId ?? null,
    now: ctx.now(),
    expiresAt: ctx.now() + lasts,
  })
  return `${ctx.config.publicUrl}${pages[kind]}#${secret}`
}

const used = () => gone('This link has been used already. Each link works once.', { code: 'link_used' })
const expired = () => gone('This link is too old. Ask for a new one.', { code: 'link_expired' })

/** The link with this secret, ready to be used. Throws 404 when there is none, 410 when it was used or is too old. */
export function readLink(ctx: Context, kind: LinkRow['kind'], secret: string): LinkRow {
  const link = linkByHash(ctx.db, { hash: hashSecret(secret) })
  if (link?.kind !== kind) throw notFound('There is no such link. Open it exactly as it stands in the mail.')
  if (link.usedAt !== null) throw used()
  if (link.expiresAt <= ctx.now()) throw expired()
  return link
}

/** Uses a link up, in the transaction of what it does. Throws 410 when somebody was faster. */
export function useLink(ctx: Context, link: LinkRow): void {
  if (markUsed(ctx.db, { hash: link.hash, now: ctx.now() }) === 0) throw used()
}
