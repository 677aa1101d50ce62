import { domainToASCII } from 'node:url'
import { z } from 'zod'
import type { StaffAct } from '../../../shared/api/staff-acts.ts'
import type { Context } from '../../context.ts'
import { type FieldErrors, invalidFields, notFound } from '../../core/errors.ts'
import { lookOf } from '../../core/name-look.ts'
import { flag, listOf } from '../../http/forms.ts'
import { limits } from '../../limits.ts'
import { addressByHash, digestOf, hashOfDigest, mailDomainsIn, nameBlocks } from '../../policies/blocks.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { blockDigest } from './addresses.ts'
import {
  type AddressRow,
  addressById,
  deleteAddress,
  deleteMailDomain,
  deleteName,
  insertMailDomain,
  insertName,
  type MailDomainRow,
  mailDomainById,
} from './queries.ts'

/** A mail domain to shut out, or to look at each time. */
export const mailDomainForm = z.object({
  domain: z.string().max(300).default(''),
  allow_with_approval: flag.default(false),
  /** Hosts of its mail, or other domains, that are shut out in the same step. */
  other_domains: listOf(z.string().max(300), limits.mailOtherDomains).default([]),
})
/** A mail address to shut out: itself, or its digest as a program knows it. */
export const addressForm = z.object({
  email: z.string().max(400).optional(),
  canonical_email_hash: z.string().max(100).optional(),
})
/** A name, or with `comparison` "contains" a part of names, to shut out. */
export const nameForm = z.object({
  username: z.string().trim().max(200).default(''),
  comparison: z.enum(['equals', 'contains']).default('contains'),
  allow_with_approval: flag.default(false),
})

const refuse = (field: string, error: string, description: string) => {
  const details: FieldErrors = { [field]: [{ error, description }] }
  return invalidFields(details)
}

function tell(ctx: Context, { accountId }: Viewer, action: StaffAct, subjectId: number, label = ''): void {
  ctx.emit('staffActed', { accountId, action, subject: 'block', subjectId, label })
}

/** A mail domain as it was typed. Throws 422 for what is none. */
export function readMailDomain(typed: string): string {
  const domain = domainToASCII(typed.trim().replace(/^@/, '').toLowerCase())
  if (/^(?=.{3,253}$)([a-z0-9-]{1,63}\.)+[a-z0-9-]{2,63}$/.test(domain)) return domain
  throw refuse('domain', 'ERR_INVALID', 'This is no mail domain. One looks like example.org.')
}

const isShutOut = (ctx: Context, domain: string) =>
  mailDomainsIn(ctx.db, { domains: JSON.stringify([domain]) }).length > 0

/** Shuts a mail domain out, with those below it, and what is named beside it that is not in the list. Throws 422. */
export function blockMailDomain(ctx: Context, viewer: Viewer, form: z.infer<typeof mailDomainForm>): MailDomainRow {
  const [domain, ...others] = [form.domain, ...form.other_domains].map(readMailDomain)
  return ctx.transact(() => {
    if (domain === undefined || isShutOut(ctx, domain)) {
      throw refuse('domain', 'ERR_TAKEN', 'This domain is in the list already.')
    }
    const put = (name: string) => {
      const id = ctx.newId()
      const allowWithApproval = form.allow_with_approval ? 1 : 0
      insertMailDomain(ctx.db, { id, domain: name, allowWithApproval, now: ctx.now() })
      tell(ctx, viewer, 'block.mail_domain', id, name)
      return id
    }
    const id = put(domain)
    for (const other of others) if (!isShutOut(ctx, other)) put(other)
    return findMailDomain(ctx, id)
  })
}

/** One of the mail domains that are shut out. Throws 404. */
export function findMailDomain(ctx: Context, id: number): MailDomainRow {
  const row = mailDomainById(ctx.db, { id })
  if (!row) throw notFound()
  return row
}

/** Lets a mail domain in again. Throws 404. */
export function unblockMailDomain(ctx: Context, viewer: Viewer, id: number): object {
  return ctx.transact(() => {
    const row = findMailDomain(ctx, id)
    deleteMailDomain(ctx.db, { id })
    tell(ctx, viewer, 'block.mail_domain_end', id, row.domain)
    return {}
  })
}

function digestIn(form: z.infer<typeof addressForm>): string {
  const given = form.canonical_email_hash?.trim().toLowerCase()
  if (given !== undefined && /^[0-9a-f]{64}$/.test(given)) return given
  if (given === undefined && form.email?.includes('@')) return digestOf(form.email.trim())
  throw refuse('email', 'ERR_INVALID', 'Give a mail address, or the SHA-256 of one.')
}

/** Shuts a mail address out, however it is spelled. Throws 422. */
export function blockAddress(ctx: Context, viewer: Viewer, form: z.infer<typeof addressForm>): AddressRow {
  const digest = digestIn(form)
  return ctx.transact(() => {
    blockDigest(ctx, digest, null)
    const row = addressByHash(ctx.db, { hash: hashOfDigest(ctx, digest), now: ctx.now() })
    if (!row) throw new Error('the address is not there')
    tell(ctx, viewer, 'block.address', row.cursor)
    return row
  })
}

/** One of the addresses that are shut out. Throws 404. */
export function findAddress(ctx: Context, id: number): AddressRow {
  const row = addressById(ctx.db, { id })
  if (!row) throw notFound()
  return row
}

/** Lets an address in again. Throws 404. */
export function unblockAddress(ctx: Context, viewer: Viewer, id: number): object {
  return ctx.transact(() => {
    deleteAddress(ctx.db, { id: findAddress(ctx, id).cursor })
    tell(ctx, viewer, 'block.address_end', id)
    return {}
  })
}

/** Shuts a name out. Throws 422. */
export function blockName(ctx: Context, viewer: Viewer, form: z.infer<typeof nameForm>): object {
  const text = form.username.toLowerCase()
  const look = lookOf(text)
  if (!/^[a-z0-9_]+$/.test(text) || look === '') {
    throw refuse('username', 'ERR_INVALID', 'A name has the letters a to z, digits and _ only.')
  }
  return ctx.transact(() => {
    const all = nameBlocks(ctx.db)
    if (all.some((other) => other.text === text)) {
      throw refuse('username', 'ERR_TAKEN', 'This name is in the list already.')
    }
    if (all.length >= limits.nameBlocks) {
      throw refuse('username', 'ERR_INVALID', `There are ${limits.nameBlocks} names already, as many as there can be.`)
    }
    const id = ctx.newId()
    const exact = form.comparison === 'equals' ? 1 : 0
    insertName(ctx.db, { id, text, look, exact, allowWithApproval: form.allow_with_approval ? 1 : 0, now: ctx.now() })
    tell(ctx, viewer, 'block.name', id, text)
    return {
      id: String(id),
      username: text,
      comparison: form.comparison,
      allow_with_approval: form.allow_with_approval,
    }
  })
}

/** Lets a name be taken again. Throws 404. */
export function unblockName(ctx: Context, viewer: Viewer, id: number): object {
  return ctx.transact(() => {
    const row = nameBlocks(ctx.db).find((block) => block.id === id)
    if (!row) throw notFound()
    deleteName(ctx.db, { id })
    tell(ctx, viewer, 'block.name_end', id, row.text)
    return {}
  })
}
