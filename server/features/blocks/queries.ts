import { z } from 'zod'
import { ranged } from '../../db/range.ts'
import { many, one, write } from '../../db/sql.ts'

const ipColumns = `id AS cursor, network, severity, comment, created_at AS createdAt, expires_at AS expiresAt` as const
const ipRow = z.object({
  cursor: z.int(),
  network: z.string(),
  severity: z.enum(['sign_up_requires_approval', 'sign_up_block', 'no_access']),
  comment: z.string(),
  createdAt: z.int(),
  expiresAt: z.int().nullable(),
})
/** A network from which nobody may come; `cursor` is its id. */
export type IpBlockRow = z.infer<typeof ipRow>

/** The networks that are shut out. */
export const ipBlocks = ranged(ipRow, `SELECT ${ipColumns} FROM ip_blocks WHERE id > 0`, 'id')
/** One of them. */
export const ipBlockById = one(ipRow, `SELECT ${ipColumns} FROM ip_blocks WHERE id = @id`)
/** The networks that have no access at all. */
export const shutNetworks = many(
  z.object({ network: z.string(), expiresAt: z.int().nullable() }),
  `SELECT network, expires_at AS expiresAt FROM ip_blocks WHERE severity = 'no_access'`,
)
/** Shuts a network out. */
export const insertIpBlock = write(
  `INSERT INTO ip_blocks (id, network, severity, comment, created_at, expires_at)
   VALUES (@id, @network, @severity, @comment, @now, @expiresAt)`,
)
/** Changes how a network is shut out. */
export const updateIpBlock = write(
  `UPDATE ip_blocks SET network = @network, severity = @severity, comment = @comment, expires_at = @expiresAt
   WHERE id = @id`,
)
/** Lets a network in again. */
export const deleteIpBlock = write(`DELETE FROM ip_blocks WHERE id = @id`)
/** Forgets blocks whose time is over. */
export const deleteOldIpBlocks = write(`DELETE FROM ip_blocks WHERE expires_at IS NOT NULL AND expires_at <= @now`)

const domainColumns = `id AS cursor, domain, allow_with_approval AS allowWithApproval, created_at AS createdAt` as const
const domainRow = z.object({
  cursor: z.int(),
  domain: z.string(),
  allowWithApproval: z.int(),
  createdAt: z.int(),
})
/** A mail domain with which nobody may join. */
export type MailDomainRow = z.infer<typeof domainRow>

/** The mail domains that are shut out. */
export const mailDomains = ranged(domainRow, `SELECT ${domainColumns} FROM email_domain_blocks WHERE id > 0`, 'id')
/** One of them. */
export const mailDomainById = one(domainRow, `SELECT ${domainColumns} FROM email_domain_blocks WHERE id = @id`)
/** Shuts a mail domain out. */
export const insertMailDomain = write(
  `INSERT INTO email_domain_blocks (id, domain, allow_with_approval, created_at)
   VALUES (@id, @domain, @allowWithApproval, @now)`,
)
/** Lets a mail domain in again. */
export const deleteMailDomain = write(`DELETE FROM email_domain_blocks WHERE id = @id`)
/** How often people came with such addresses since a day; `ids` is a JSON list. */
export const triesSince = many(
  z.object({ id: z.int(), day: z.int(), tries: z.int() }),
  `SELECT block_id AS id, day, tries FROM email_domain_tries
   WHERE block_id IN (SELECT value FROM json_each(@ids)) AND day >= @day`,
)
/** Forgets what is too old to be shown. */
export const forgetTries = write(`DELETE FROM email_domain_tries WHERE day < @day`)

const addressColumns = `id AS cursor, digest, created_at AS createdAt, expires_at AS expiresAt` as const
const addressRow = z.object({
  cursor: z.int(),
  digest: z.instanceof(Buffer),
  createdAt: z.int(),
  expiresAt: z.int().nullable(),
})
/** A mail address with which nobody may join, known by its sealed digest alone. */
export type AddressRow = z.infer<typeof addressRow>

/** The mail addresses that are shut out. */
export const addresses = ranged(addressRow, `SELECT ${addressColumns} FROM canonical_email_blocks WHERE id > 0`, 'id')
/** One of them. */
export const addressById = one(addressRow, `SELECT ${addressColumns} FROM canonical_email_blocks WHERE id = @id`)
/** Shuts an address out; one that is shut out already stays so for the longer of both times. */
export const putAddress = write(
  `INSERT INTO canonical_email_blocks (id, hash, digest, created_at, expires_at)
   VALUES (@id, @hash, @digest, @now, @expiresAt)
   ON CONFLICT (hash) DO UPDATE SET expires_at = CASE
     WHEN expires_at IS NULL OR excluded.expires_at IS NULL THEN NULL ELSE max(expires_at, excluded.expires_at) END`,
)
/** Lets an address in again. */
export const deleteAddress = write(`DELETE FROM canonical_email_blocks WHERE id = @id`)
/** Forgets addresses whose time is over. */
export const deleteOldAddresses = write(
  `DELETE FROM canonical_email_blocks WHERE expires_at IS NOT NULL AND expires_at <= @now`,
)

/** Shuts a name out. */
export const insertName = write(
  `INSERT INTO name_blocks (id, text, look, exact, allow_with_approval, created_at)
   VALUES (@id, @text, @look, @exact, @allowWithApproval, @now)`,
)
/** Lets a name be taken again. */
export const deleteName = write(`DELETE FROM name_blocks WHERE id = @id`)

/** Forgets from which networks people came until a time. */
export const forgetNetworks = write(`DELETE FROM account_networks WHERE used_at <= @until`)

/** The addresses of members, some at a time. */
export const addressesAfter = many(
  z.object({ accountId: z.int(), email: z.instanceof(Buffer).nullable() }),
  `SELECT account_id AS accountId, email FROM members
   WHERE account_id > @after AND email IS NOT NULL ORDER BY account_id LIMIT @most`,
)
