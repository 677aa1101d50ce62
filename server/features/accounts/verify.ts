import type { Context } from '../../context.ts'
import { DAY } from '../../core/clock.ts'
import type { Worker } from '../../core/queue/worker.ts'
import type { Events } from '../../events.ts'
import type { Jobs } from '../../job-payloads.ts'
import { limits } from '../../limits.ts'
import { profileUrl } from './present.ts'
import { accountById, setFields } from './queries.ts'
import { type Field, readFields } from './words.ts'

/** Whether a line is nothing but an address that can be looked at; our own pages say nothing about anybody. */
function addressOf(ctx: Context, { value }: Field): string | undefined {
  const url = URL.parse(value)
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && ctx.config.allowLoopback)
  return url && secure && url.origin !== new URL(ctx.config.publicUrl).origin ? url.href : undefined
}

/** Whether a line waits to be looked at: never verified, or not lately. */
const isDue = (ctx: Context, field: Field) =>
  addressOf(ctx, field) !== undefined && ctx.now() - (field.verifiedAt ?? 0) > DAY

/** Has the addresses in somebody's lines looked at, where there are any. */
export function askToVerify(ctx: Context, { accountId }: Events['profileChanged']): void {
  const row = accountById(ctx.db, { id: accountId })
  if (row && row.domain === null && readFields(row.fields).some((field) => isDue(ctx, field)))
    ctx.queue.add('verifyLinks', { accountId })
}

const sameAddress = (a: string, b: string) => a.replace(/\/$/, '').toLowerCase() === b.toLowerCase()

/** Whether a page has a link back (`rel="me"`, https://microformats.org/wiki/rel-me) to a profile. */
async function linksBack(page: string, profile: string): Promise<boolean> {
  // loaded with the first page: a server that reads none need not hold it
  const { Parser } = await import('htmlparser2')
  let found = false
  const parser = new Parser({
    onopentag(name, { rel = '', href = '' }) {
      if (name !== 'a' && name !== 'link') return
      if (rel.toLowerCase().split(/\s+/).includes('me') && sameAddress(href.trim(), profile)) found = true
    },
  })
  parser.end(page)
  return found
}

/** What became of a look at a page: undefined where it could not be had, which says nothing. */
async function look(ctx: Context, address: string, profile: string): Promise<boolean | undefined> {
  const headers = { accept: 'text/html' }
  const said = await ctx.outbound.ask(address, { headers, most: limits.verifiedPage, cut: true }).catch(() => undefined)
  if (said?.status !== 200) return said && said.status < 500 ? false : undefined
  return linksBack(said.body.toString('utf8'), profile)
}

/** Looks at the pages that somebody says are theirs, and notes which of them say the same. */
export const verifyLinks: Worker<Context, Jobs['verifyLinks']> = {
  async run(ctx, { accountId }) {
    const row = accountById(ctx.db, { id: accountId })
    if (!row) return
    const profile = profileUrl(ctx, row)
    const seen = new Map<string, boolean>()
    for (const field of readFields(row.fields)) {
      const address = isDue(ctx, field) ? addressOf(ctx, field) : undefined
      const back = address && (await look(ctx, address, profile))
      if (typeof back === 'boolean') seen.set(field.value, back)
    }
    ctx.transact(() => {
      // the lines may have changed while we looked
      const fields = readFields(accountById(ctx.db, { id: accountId })?.fields ?? '[]').map((field) => {
        const back = seen.get(field.value)
        return back === undefined ? field : { ...field, verifiedAt: back ? ctx.now() : null }
      })
      setFields(ctx.db, { id: accountId, fields: JSON.stringify(fields) })
    })
  },
}
