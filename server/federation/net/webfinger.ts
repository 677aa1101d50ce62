import { z } from 'zod'
import type { Context } from '../../context.ts'
import { decisionFor, domainKey } from '../../policies/domains.ts'
import { isActivityType, isSameAddress } from './fetch-document.ts'

const answer = z.object({
  subject: z.string().optional(),
  links: z
    .array(z.object({ rel: z.string().optional(), type: z.string().nullish(), href: z.string().nullish() }))
    .optional(),
})

/** A handle: `name@host`, the host as it is kept. */
export type Handle = { username: string; domain: string }

/** The parts of `@name@host`, `name@host` or `acct:name@host`; undefined for what is none. */
export function readHandle(text: string): Handle | undefined {
  const [, username, host] =
    /^(?:acct:|@)?([^@\s/?#:]{1,120}(?::\d{1,5})?)@([^@\s/?#]{1,255})$/i.exec(text.trim()) ?? []
  const domain = domainKey(host ?? '')
  return username === undefined || domain === '' ? undefined : { username, domain }
}

/** What a host says of a handle: the handle as it writes it itself, and the actor's address. */
async function ask(ctx: Context, handle: Handle): Promise<{ subject: Handle; actor: string } | undefined> {
  if (decisionFor(ctx.db, handle.domain).cutOff) return undefined
  const resource = encodeURIComponent(`acct:${handle.username}@${handle.domain}`)
  const scheme = ctx.config.allowLoopback ? 'http' : 'https'
  try {
    const said = await ctx.outbound.ask(`${scheme}://${handle.domain}/.well-known/webfinger?resource=${resource}`, {
      headers: { accept: 'application/jrd+json, application/json' },
      most: 64 * 1024,
    })
    if (said.status !== 200) return undefined
    const { subject, links } = answer.parse(JSON.parse(said.body.toString('utf8')))
    const own = links?.find(({ rel, type }) => rel === 'self' && isActivityType(type))
    const named = readHandle(subject ?? '') ?? handle
    return own?.href ? { subject: named, actor: own.href } : undefined
  } catch {
    return undefined
  }
}

/** The actor's address that a handle stands for by the word of its host; which handle they have is asked with them. */
export const findActor = async (ctx: Context, handle: Handle): Promise<string | undefined> =>
  (await ask(ctx, handle))?.actor

/**
 * The handle of an actor, which counts only where the host of the handle points back to the same actor; a host can
 * speak for handles of another one only as far as that one agrees.
 */
export async function handleOf(ctx: Context, actor: string, claimed: Handle): Promise<Handle | undefined> {
  const first = await ask(ctx, claimed)
  if (!first || !isSameAddress(first.actor, actor)) return undefined
  const { subject } = first
  if (subject.domain === claimed.domain)
    return subject.username.toLowerCase() === claimed.username.toLowerCase() ? subject : undefined
  const second = await ask(ctx, subject)
  const agrees = second && isSameAddress(second.actor, actor) && second.subject.domain === subject.domain
  return agrees ? subject : undefined
}
