import { createHash } from 'node:crypto'
import type { Context } from '../../context.ts'
import { limits } from '../../limits.ts'
import { obscure } from '../../policies/domains.ts'
import { decisionsAfter } from './queries.ts'

/** What is decided about servers, as Mastodon's API has it: those that are hidden or cut off, with the public reason. */
export const presentBlocks = (ctx: Context) =>
  decisionsAfter(ctx.db, { after: '', most: limits.domainListRows })
    .filter(({ hidden, cutOff }) => hidden === 1 || cutOff === 1)
    .map(({ domain, obscured, cutOff, publicReason }) => ({
      domain: obscured === 1 ? obscure(domain) : domain,
      digest: createHash('sha256').update(domain).digest('hex'),
      severity: cutOff === 1 ? 'suspend' : 'silence',
      comment: publicReason,
    }))
