import { z } from 'zod'
import { many, one, write } from '../../db/sql.ts'

const appRow = z.object({
  id: z.int(),
  clientId: z.string(),
  secretHash: z.instanceof(Buffer),
  name: z.string(),
  website: z.string().nullable(),
  redirectUris: z.string(),
  scopes: z.string(),
})

/** A program as it registered itself; addresses are parted by line breaks, scopes by spaces. */
export type AppRow = z.infer<typeof appRow>

/** Registers a program. Programs are never collected: they keep their names for years. */
export const addApp = write(
  `INSERT INTO apps (id, client_id, secret_hash, name, website, redirect_uris, scopes, created_at)
   VALUES (@id, @clientId, @secretHash, @name, @website, @redirectUris, @scopes, @now)`,
)

/** A program by the name that it was given. */
export const appByClientId = one(
  appRow,
  `SELECT id, client_id AS clientId, secret_hash AS secretHash, name, website, redirect_uris AS redirectUris, scopes
   FROM apps WHERE client_id = @clientId`,
)

/** A program by its id. */
export const appById = one(
  appRow,
  `SELECT id, client_id AS clientId, secret_hash AS secretHash, name, website, redirect_uris AS redirectUris, scopes
   FROM apps WHERE id = @id`,
)

const programRow = z.object({
  id: z.int(),
  name: z.string(),
  website: z.string().nullable(),
  scopes: z.string(),
  createdAt: z.int(),
  usedAt: z.int().nullable(),
})
/** A token that somebody gave to a program, with the program's name. */
export type ProgramRow = z.infer<typeof programRow>

/** What somebody's programs hold, newest first; a program that was let in twice stands here twice. */
export const tokensOfPrograms = many(
  programRow,
  `SELECT apps.id, apps.name, apps.website, tokens.scopes, tokens.created_at AS createdAt, tokens.used_at AS usedAt
   FROM tokens JOIN apps ON apps.id = tokens.app_id WHERE tokens.account_id = @accountId
   ORDER BY tokens.created_at DESC`,
)

/** Ends what somebody gave to a program. */
export const dropTokensOfProgram = write(`DELETE FROM tokens WHERE account_id = @accountId AND app_id = @appId`)

/** Ends what somebody allowed a program that it has not fetched yet. */
export const dropGrantsOfProgram = write(`DELETE FROM grants WHERE account_id = @accountId AND app_id = @appId`)
