import { z } from 'zod'
import type { Range } from '../../db/range.ts'
import { cursors, id, pageSize } from '../../http/forms.ts'
import { readPage, type Wish } from '../../http/pages.ts'
import { del, get, post, put, type Route } from '../../http/route.ts'
import { addressByHash, digestOf, hashOfDigest, nameBlocks } from '../../policies/blocks.ts'
import { blockNetwork, changedIpForm, changeNetwork, findIpBlock, ipBlockForm, unblockNetwork } from './edit.ts'
import {
  addressForm,
  blockAddress,
  blockMailDomain,
  blockName,
  findAddress,
  findMailDomain,
  mailDomainForm,
  nameForm,
  unblockAddress,
  unblockMailDomain,
  unblockName,
} from './edit-mail.ts'
import { lookAtMailDomain, lookForm } from './look-mail.ts'
import { presentAddress, presentIpBlock, presentMailDomains, presentName } from './present.ts'
import { addresses, ipBlocks, mailDomains } from './queries.ts'

const ip = '/api/v1/admin/ip_blocks'
const mail = '/api/v1/admin/email_domain_blocks'
const address = '/api/v1/admin/canonical_email_blocks'
const look = '/api/community/v1/admin/email_domain_blocks/look'
const name = '/api/community/v1/admin/name_blocks'

const listed = z.object({ ...cursors, limit: pageSize(100, 200) })
const one = z.object({ id })

const door = (verb: 'read' | 'write', subject: string) =>
  ({ access: 'member', held: 'blocks', scope: `admin:${verb}:${subject}` }) as const

/** A page of rows with their ids as cursors. */
const paged = <Row extends { cursor: number }>(
  form: Wish,
  read: (range: Range) => readonly Row[],
  show: (rows: readonly Row[]) => unknown[],
) =>
  readPage(form, read, (rows) => {
    const shown = show(rows)
    return rows.map((row, n) => ({ cursor: row.cursor, item: shown[n] }))
  })

const networks: readonly Route[] = [
  get(ip, { ...door('read', 'ip_blocks'), form: listed }, (ctx, { form }) =>
    paged(
      form,
      (range) => ipBlocks(ctx.db, {}, range),
      (rows) => rows.map(presentIpBlock),
    ),
  ),
  get(`${ip}/:id`, { ...door('read', 'ip_blocks'), form: one }, (ctx, { form }) =>
    presentIpBlock(findIpBlock(ctx, form.id)),
  ),
  post(ip, { ...door('write', 'ip_blocks'), form: ipBlockForm }, (ctx, { viewer, form }) =>
    presentIpBlock(blockNetwork(ctx, viewer, form)),
  ),
  put(`${ip}/:id`, { ...door('write', 'ip_blocks'), form: changedIpForm }, (ctx, { viewer, form }) =>
    presentIpBlock(changeNetwork(ctx, viewer, form)),
  ),
  del(`${ip}/:id`, { ...door('write', 'ip_blocks'), form: one }, (ctx, { viewer, form }) =>
    unblockNetwork(ctx, viewer, form.id),
  ),
]

const domains: readonly Route[] = [
  get(mail, { ...door('read', 'email_domain_blocks'), form: listed }, (ctx, { form }) =>
    paged(
      form,
      (range) => mailDomains(ctx.db, {}, range),
      (rows) => presentMailDomains(ctx, rows),
    ),
  ),
  get(
    look,
    { access: 'member', may: 'blocks', form: lookForm, summary: 'What shutting a mail domain out would catch.' },
    (ctx, { form }) => lookAtMailDomain(ctx, form),
  ),
  get(
    `${mail}/:id`,
    { ...door('read', 'email_domain_blocks'), form: one },
    (ctx, { form }) => presentMailDomains(ctx, [findMailDomain(ctx, form.id)])[0],
  ),
  post(
    mail,
    { ...door('write', 'email_domain_blocks'), form: mailDomainForm },
    (ctx, { viewer, form }) => presentMailDomains(ctx, [blockMailDomain(ctx, viewer, form)])[0],
  ),
  del(`${mail}/:id`, { ...door('write', 'email_domain_blocks'), form: one }, (ctx, { viewer, form }) =>
    unblockMailDomain(ctx, viewer, form.id),
  ),
]

const mailAddresses: readonly Route[] = [
  get(address, { ...door('read', 'canonical_email_blocks'), form: listed }, (ctx, { form }) =>
    paged(
      form,
      (range) => addresses(ctx.db, {}, range),
      (rows) => rows.map((row) => presentAddress(ctx, row)),
    ),
  ),
  post(
    `${address}/test`,
    { ...door('read', 'canonical_email_blocks'), form: z.object({ email: z.string().max(400) }) },
    (ctx, { form }) => {
      const row = addressByHash(ctx.db, { hash: hashOfDigest(ctx, digestOf(form.email)), now: ctx.now() })
      return row ? [presentAddress(ctx, row)] : []
    },
  ),
  get(`${address}/:id`, { ...door('read', 'canonical_email_blocks'), form: one }, (ctx, { form }) =>
    presentAddress(ctx, findAddress(ctx, form.id)),
  ),
  post(address, { ...door('write', 'canonical_email_blocks'), form: addressForm }, (ctx, { viewer, form }) =>
    presentAddress(ctx, blockAddress(ctx, viewer, form)),
  ),
  del(`${address}/:id`, { ...door('write', 'canonical_email_blocks'), form: one }, (ctx, { viewer, form }) =>
    unblockAddress(ctx, viewer, form.id),
  ),
]

const names: readonly Route[] = [
  get(name, { access: 'member', may: 'blocks', summary: 'Names that nobody may take.' }, (ctx) =>
    nameBlocks(ctx.db).map(presentName),
  ),
  post(
    name,
    { access: 'member', may: 'blocks', form: nameForm, summary: 'Lets nobody take a name, or names that hold it.' },
    (ctx, { viewer, form }) => blockName(ctx, viewer, form),
  ),
  del(
    `${name}/:id`,
    { access: 'member', may: 'blocks', form: one, summary: 'Lets a name be taken again.' },
    (ctx, { viewer, form }) => unblockName(ctx, viewer, form.id),
  ),
]

/** Blocks of networks, mail domains, mail addresses and names; all but names as Mastodon's API has them. */
export const blockRoutes: readonly Route[] = [...networks, ...domains, ...mailAddresses, ...names]
