import { createHash } from 'node:crypto'
import type { Context } from '../../context.ts'
import { limits } from '../../limits.ts'
import { decisionsAfter } from './queries.ts'

/** A name with its middle letters left out: `bad.example` as `ba*.ex***le`, as Mastodon does. */
function obscure(domain: string): string {
  const from = Math.floor(domain.length / 4)
  const until = domain.length - from
  return [...domain].map((letter, at) => (at >= from && at < until && letter !== '.' ? '*' : letter)).join('')
}

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
