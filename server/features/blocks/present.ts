import type { AddressBlock, IpBlock, MailDomainBlock, NameBlock } from '../../../shared/api/blocks.ts'
import type { Context } from '../../context.ts'
import { DAY, dayOf } from '../../core/clock.ts'
import type { NameRow } from '../../policies/blocks.ts'
import { presentTime } from '../accounts/present.ts'
import { type AddressRow, type IpBlockRow, type MailDomainRow, triesSince } from './queries.ts'

/** Days for which it is shown how many came with a mail domain, as Mastodon's. */
const SHOWN = 7

/** A network as JSON. */
export const presentIpBlock = (row: IpBlockRow): IpBlock => ({
  id: String(row.cursor),
  ip: row.network,
  severity: row.severity,
  comment: row.comment,
  created_at: presentTime(row.createdAt),
  expires_at: row.expiresAt === null ? null : presentTime(row.expiresAt),
})

/** Mail domains as JSON, each with how many came with it on the last days. */
export function presentMailDomains(ctx: Context, rows: readonly MailDomainRow[]): MailDomainBlock[] {
  const today = dayOf(ctx.now())
  const ids = JSON.stringify(rows.map(({ cursor }) => cursor))
  const tries = triesSince(ctx.db, { ids, day: today - (SHOWN - 1) * DAY })
  return rows.map((row) => ({
    id: String(row.cursor),
    domain: row.domain,
    allow_with_approval: row.allowWithApproval === 1,
    created_at: presentTime(row.createdAt),
    history: Array.from({ length: SHOWN }, (_, n) => {
      const day = today - n * DAY
      const count = String(tries.find((one) => one.id === row.cursor && one.day === day)?.tries ?? 0)
      // an address is written nowhere, so that tries are all that can be counted
      return { day: String(day / 1000), accounts: count, uses: count }
    }),
  }))
}

/** A mail address as JSON: its digest. */
export const presentAddress = (ctx: Context, row: AddressRow): AddressBlock => ({
  id: String(row.cursor),
  canonical_email_hash: ctx.vault.open(row.digest),
})

/** A name as JSON. */
export const presentName = (row: NameRow): NameBlock => ({
  id: String(row.id),
  username: row.text,
  comparison: row.exact === 1 ? 'equals' : 'contains',
  allow_with_approval: row.allowWithApproval === 1,
})
